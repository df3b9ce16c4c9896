/* SPDX-License-Identifier: GPL-3.0-or-later */
/* friends_family: one invented answer to the Friends and Family Test. */
#include "friends_family.h"
#include "comment.h"

const char friends_family_header[] = "record_id,organisation,team,date,rating,comment\n";

enum { KIND_ANSWER = 6000 };

/* Six answers in words; one form in five is typed in as a number, 1 the best and 6 not known. */
static void
put_rating(int mood, struct random *random, struct draft *field)
{
	static const char *const words[] = { "Very good", "Good", "Neither good nor poor", "Poor",
		"Very poor", "Don't know" };
	static const int steps[] = { 100, -700, -1150, -1600 };
	unsigned answer = 0;
	unsigned chance = random_below(random, 1000);

	while (answer < 4 && mood <= steps[answer])
		answer++;
	if (chance < 20) /* not answered */
		return;
	if (chance < 60)
		answer = 5;
	if (random_chance(random, 200))
		draft_number(field, answer + 1, 1);
	else
		draft_text(field, words[answer]);
}

void
friends_family_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_ANSWER, number);
	unsigned team = world_team(world, &random);
	unsigned month = random_below(&random, world->months);
	int mood = world_level(world, team, month) + random_normal(&random);

	record_clear(record, FRIENDS_FAMILY_COLUMNS);
	draft_char(&record->fields[FRIENDS_FAMILY_ID], 'T');
	draft_number(&record->fields[FRIENDS_FAMILY_ID], number + 1, 6);
	world_organisation(team, &record->fields[FRIENDS_FAMILY_ORGANISATION]);
	world_team_name(team, &record->fields[FRIENDS_FAMILY_TEAM]);
	world_day_write(world_day(world, month, &random), &record->fields[FRIENDS_FAMILY_DATE]);
	put_rating(mood, &random, &record->fields[FRIENDS_FAMILY_RATING]);
	if (random_chance(&random, 600)) {
		struct comment_about about = { 0, team, mood };

		comment_compose(&about, &random, &record->fields[FRIENDS_FAMILY_COMMENT]);
	}
}
