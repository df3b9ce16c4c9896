/* SPDX-License-Identifier: GPL-3.0-or-later */
/* feedback: one invented answer to a feedback form. */
#include "feedback.h"
#include "comment.h"

const char feedback_header[] = "record_id,person_id,organisation,team,date,respondent,listened,"
                               "respected,informed,involved,trusted,hopeful,comment\n";

enum { KIND_PERSON = 1000, KIND_RECORD };
enum { ITEMS = FEEDBACK_HOPEFUL - FEEDBACK_LISTENED + 1 };

struct person {
	unsigned team;
	unsigned respondent; /* 0 service user, 1 carer, 2 family */
	int mood;            /* thousandths of a standard deviation */
};

static struct person
person_of(const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_PERSON, number);
	struct person person = { .team = world_team(world, &random) };
	unsigned who = random_below(&random, 100);

	person.respondent = who < 70 ? 0 : who < 88 ? 1 : 2;
	person.mood = random_normal(&random) * 7 / 10;
	return person;
}

/* Five in eight answers come from somebody new; half of all come from somebody
 * who may have answered before. */
static uint64_t
person_number(uint64_t record, struct random *random)
{
	uint64_t newest = record * 5 / 8 + 1;

	return random_chance(random, 500) ? newest : 1 + random_next(random) % newest;
}

/* August and December are quieter. */
static unsigned
month_of(const struct world *world, struct random *random)
{
	unsigned month = random_below(random, world->months);
	unsigned calendar =
	    (world->last_year * 12 + world->last_month - world->months + month) % 12;

	if ((calendar == 7 || calendar == 11) && random_chance(random, 250))
		month = random_below(random, world->months);
	return month;
}

/* The six answers lean on one mood; each has its own difficulty. */
static void
put_items(struct record *record, int mood, unsigned respondent, struct random *random)
{
	static const int difficulties[ITEMS] = { -150, -350, 150, 250, -50, 100 };
	static const int steps[] = { -1900, -1150, -350, 750 };
	bool silent = random_chance(random, 10);

	for (unsigned item = 0; item < ITEMS; item++) {
		struct draft *field = &record->fields[FEEDBACK_LISTENED + item];
		int feeling = mood - difficulties[item] + random_normal(random) * 6 / 10;
		unsigned answer = 1;

		if (respondent != 0 && item >= FEEDBACK_INFORMED - FEEDBACK_LISTENED)
			feeling -= 200;
		while (answer < 5 && feeling > steps[answer - 1])
			answer++;
		if (silent || random_chance(random, 35))
			continue;
		if (random_chance(random, item == FEEDBACK_INVOLVED - FEEDBACK_LISTENED ? 45 : 8))
			draft_text(field, "-9");
		else
			draft_number(field, answer, 1);
	}
}

void
feedback_compose(struct record *record, const struct world *world, uint64_t number)
{
	static const char *const respondents[] = { "service_user", "carer", "family" };
	struct random random = random_of(world->seed, KIND_RECORD, number);
	uint64_t person_id = person_number(number, &random);
	struct person person = person_of(world, person_id);
	unsigned team = random_chance(&random, 50) ? world_team(world, &random) : person.team;
	unsigned month = month_of(world, &random);
	int mood = world_level(world, team, month) + person.mood + random_normal(&random) / 2;

	record_clear(record, FEEDBACK_COLUMNS);
	draft_char(&record->fields[FEEDBACK_ID], 'R');
	draft_number(&record->fields[FEEDBACK_ID], number + 1, 7);
	draft_char(&record->fields[FEEDBACK_PERSON], 'P');
	draft_number(&record->fields[FEEDBACK_PERSON], person_id, 6);
	world_organisation(team, &record->fields[FEEDBACK_ORGANISATION]);
	world_team_name(team, &record->fields[FEEDBACK_TEAM]);
	world_day_write(world_day(world, month, &random), &record->fields[FEEDBACK_DATE]);
	draft_text(&record->fields[FEEDBACK_RESPONDENT], respondents[person.respondent]);
	put_items(record, mood, person.respondent, &random);
	if (random_chance(&random, 900)) {
		struct comment_about about = { person.respondent, team, mood };

		comment_compose(&about, &random, &record->fields[FEEDBACK_COMMENT]);
	}
}
