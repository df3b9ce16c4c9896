/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qualities: one invented answer about ten qualities and what came of the support. */
#include "qualities.h"
#include "comment.h"

const char qualities_header[] =
    "record_id,person_id,organisation,team,date,round,respondent,warm,respected,not_judged,"
    "listened,equal,trusted,open,honest,reliable,informed,goals,choice,included,carer_life,"
    "family_life,comment\n";

enum { KIND_RESPONDENT = 5000, KIND_ANSWER };
enum { SERVICE_USER, CARER, FAMILY };
enum { ITEMS = QUALITIES_FAMILY_LIFE - QUALITIES_WARM + 1 };
/* Five records are of three people: two of them answer twice. */
enum { BLOCK_RECORDS = 5, BLOCK_PEOPLE = 3, ONCE = 2 };

struct respondent {
	uint64_t number; /* counts from 1 */
	unsigned round;  /* 1 or 2 */
	unsigned team;
	unsigned group;
	int mood; /* thousandths of a standard deviation */
};

static struct respondent
respondent_of(const struct world *world, uint64_t number)
{
	unsigned place = (unsigned)(number % BLOCK_RECORDS);
	struct respondent respondent = {
		.number = number / BLOCK_RECORDS * BLOCK_PEOPLE + place % BLOCK_PEOPLE + 1,
		.round = place < BLOCK_PEOPLE ? 1 : 2,
	};
	struct random random = random_of(world->seed, KIND_RESPONDENT, respondent.number);
	unsigned who = random_below(&random, 100);

	respondent.team = world_team(world, &random);
	respondent.group = who < 60 ? SERVICE_USER : who < 82 ? CARER : FAMILY;
	respondent.mood = random_normal(&random) * 7 / 10;
	if (place == ONCE && random_chance(&random, 500))
		respondent.round = 2;
	return respondent;
}

/* The first round is the first half of the months, the second the rest. */
static unsigned
month_of(const struct world *world, unsigned round, struct random *random)
{
	unsigned half = (world->months + 1) / 2;

	if (round == 1 || half == world->months)
		return random_below(random, half);
	return half + random_below(random, world->months - half);
}

static bool
asked(unsigned item, unsigned group)
{
	if (item == QUALITIES_CARER_LIFE - QUALITIES_WARM)
		return group == CARER;
	if (item == QUALITIES_FAMILY_LIFE - QUALITIES_WARM)
		return group == FAMILY;
	return true;
}

/* One system writes the words of the form, another their numbers. */
static void
put_answer(struct draft *field, unsigned answer, bool coded)
{
	static const char *const words[] = { "Does not apply", "Strongly disagree", "Disagree",
		"Neither agree nor disagree", "Agree", "Strongly agree", "Don't know" };
	static const char *const codes[] = { "-1", "1", "2", "3", "4", "5", "-8" };

	draft_text(field, coded ? codes[answer] : words[answer]);
}

/* All answers lean on one mood; each question has its own difficulty. */
static void
put_items(struct record *record, const struct respondent *respondent, int mood, bool coded,
    struct random *random)
{
	static const int difficulties[ITEMS] = { -400, -350, -200, -100, 50, 0, 150, 50, 300, 200,
		100, 350, 250, 400, 200 };
	static const int steps[] = { -1800, -1100, -400, 600 };
	bool silent = random_chance(random, 8);

	for (unsigned item = 0; item < ITEMS; item++) {
		bool impact = item >= QUALITIES_GOALS - QUALITIES_WARM;
		int feeling = mood - difficulties[item] + random_normal(random) * 6 / 10;
		unsigned chance = random_below(random, 1000);
		unsigned answer = 1;

		if (silent || chance < 25 || !asked(item, respondent->group))
			continue;
		if (impact && respondent->group != SERVICE_USER)
			feeling -= 250;
		while (answer < 5 && feeling > steps[answer - 1])
			answer++;
		if (chance < 45)
			answer = 6;
		else if (chance < (impact ? 85 : 50))
			answer = 0;
		put_answer(&record->fields[QUALITIES_WARM + item], answer, coded);
	}
}

void
qualities_compose(struct record *record, const struct world *world, uint64_t number)
{
	static const char *const groups[] = { "service_user", "carer", "family" };
	struct random random = random_of(world->seed, KIND_ANSWER, number);
	struct respondent respondent = respondent_of(world, number);
	unsigned month = month_of(world, respondent.round, &random);
	int mood = world_level(world, respondent.team, month) + respondent.mood
	    + random_normal(&random) * 4 / 10;

	record_clear(record, QUALITIES_COLUMNS);
	draft_char(&record->fields[QUALITIES_ID], 'R');
	draft_number(&record->fields[QUALITIES_ID], number + 1, 7);
	draft_char(&record->fields[QUALITIES_PERSON], 'P');
	draft_number(&record->fields[QUALITIES_PERSON], respondent.number, 6);
	world_organisation(respondent.team, &record->fields[QUALITIES_ORGANISATION]);
	world_team_name(respondent.team, &record->fields[QUALITIES_TEAM]);
	world_day_write(world_day(world, month, &random), &record->fields[QUALITIES_DATE]);
	draft_number(&record->fields[QUALITIES_ROUND], respondent.round, 1);
	draft_text(&record->fields[QUALITIES_RESPONDENT], groups[respondent.group]);
	put_items(record, &respondent, mood, respondent.team / 3 % 2 == 1, &random);
	if (random_chance(&random, 600)) {
		struct comment_about about = { respondent.group, respondent.team, mood };

		comment_compose(&about, &random, &record->fields[QUALITIES_COMMENT]);
	}
}
