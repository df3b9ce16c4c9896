/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answers: one invented answer to a long questionnaire. */
#include "answers.h"
#include "comment.h"

const char answers_header[] =
    "record_id,organisation,team,date,respondent,q01,q02,q03,q04,q05,q06,q07,q08,q09,q10,q11,q12,"
    "q13,q14,"
    "q15,q16,q17,q18,q19,q20,q21,q22,q23,q24,q25,q26,q27,q28,q29,q30,comment\n";

enum { KIND_ANSWERS = 4000 };

/* All answers lean on one mood; one in forty is left out. */
static void
put_items(struct record *record, int mood, struct random *random)
{
	static const int steps[] = { -1700, -900, -100, 900 };

	for (unsigned item = 0; item < ANSWERS_ITEMS; item++) {
		struct draft *field = &record->fields[ANSWERS_FIRST + item];
		int feeling = mood + random_normal(random) * 8 / 10;
		unsigned answer = 1;

		while (answer < 5 && feeling > steps[answer - 1])
			answer++;
		if (random_chance(random, 15))
			continue;
		if (random_chance(random, 10))
			draft_text(field, "-9");
		else
			draft_number(field, answer, 1);
	}
}

void
answers_compose(struct record *record, const struct world *world, uint64_t number)
{
	static const char *const respondents[] = { "service_user", "carer", "family" };
	struct random random = random_of(world->seed, KIND_ANSWERS, number);
	unsigned who = random_below(&random, 100);
	unsigned team = world_team(world, &random);
	unsigned month = random_below(&random, world->months);
	unsigned respondent = who < 70 ? 0 : who < 88 ? 1 : 2;
	int mood = world_level(world, team, month) + random_normal(&random) * 7 / 10;

	record_clear(record, ANSWERS_COLUMNS);
	draft_char(&record->fields[ANSWERS_ID], 'Q');
	draft_number(&record->fields[ANSWERS_ID], number + 1, 8);
	world_organisation(team, &record->fields[ANSWERS_ORGANISATION]);
	world_team_name(team, &record->fields[ANSWERS_TEAM]);
	world_day_write(world_day(world, month, &random), &record->fields[ANSWERS_DATE]);
	draft_text(&record->fields[ANSWERS_RESPONDENT], respondents[respondent]);
	put_items(record, mood, &random);
	if (random_chance(&random, 900)) {
		struct comment_about about = { respondent, team, mood };

		comment_compose(&about, &random, &record->fields[ANSWERS_COMMENT]);
	}
}
