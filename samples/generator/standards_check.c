/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standards_check: one invented answer to the health check. */
#include "standards_check.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

const char standards_check_header[] =
    "record_id,organisation,team,round,role,framework_1,framework_2,framework_3,workforce_1,"
    "workforce_2,workforce_3,workload_1,workload_2,workload_3,workload_4,wellbeing_1,wellbeing_2,"
    "wellbeing_3,wellbeing_4,supervision_1,supervision_2,supervision_3,supervision_4,"
    "development_1,development_2,development_3,registration_1,registration_2,registration_3,"
    "partnerships_1,partnerships_2,partnerships_3\n";

enum { KIND_STAFF = 5000, KIND_EMPLOYER };
enum { STANDARDS = 8, REGISTRATION = 6, SUPPORT_WORKER = 4 };

/* How many statements a standard has, and how hard it is in thousandths of a standard
 * deviation. */
static const struct {
	unsigned items;
	int difficulty;
} standards[STANDARDS] = { { 3, 0 }, { 3, 500 }, { 4, 600 }, { 4, -300 }, { 4, -500 }, { 3, -100 },
	{ 3, -800 }, { 3, 200 } };
/* Which of the 27 is put the other way round: unpaid hours. */
enum { TURNED = 8 };

static const char *const roles[] = { "newly_qualified", "social_worker", "senior", "manager",
	"support_worker" };
static const unsigned role_shares[] = { 12, 45, 20, 11, 12 }; /* of 100 */

static unsigned
role_of(struct random *random)
{
	unsigned at = random_below(random, 100);
	unsigned role = 0;

	while (at >= role_shares[role])
		at -= role_shares[role++];
	return role;
}

/* Some employers' survey gives words, some gives numbers. */
static void
put_answer(struct draft *field, unsigned answer, bool in_words)
{
	static const char *const words[] = { "Strongly disagree", "Disagree",
		"Neither agree nor disagree", "Agree", "Strongly agree" };

	if (in_words)
		draft_text(field, words[answer - 1]);
	else
		draft_number(field, answer, 1);
}

/* 1 to 5: the higher the feeling, the more agreement. */
static unsigned
answer_of(int feeling)
{
	static const int steps[] = { -1500, -750, -100, 900 };
	unsigned answer = 1;

	while (answer < 5 && feeling > steps[answer - 1])
		answer++;
	return answer;
}

static void
put_standard(struct record *record, unsigned standard, unsigned first, int mood, unsigned role,
    struct random *random)
{
	bool in_words = record->fields[STANDARDS_CHECK_ORGANISATION].data[4] % 2 == 1;

	for (unsigned item = first; item < first + standards[standard].items; item++) {
		struct draft *field = &record->fields[STANDARDS_CHECK_ITEM + item];
		int feeling =
		    mood - standards[standard].difficulty + random_normal(random) * 7 / 10;
		unsigned chance = random_below(random, 1000);
		unsigned answer = answer_of(feeling);

		if (standard == REGISTRATION && role == SUPPORT_WORKER)
			draft_text(field, "[z]");
		else if (chance < 30)
			draft_text(field, "Don't know");
		else if (chance >= 50) /* the others do not answer */
			put_answer(field, item == TURNED ? 6 - answer : answer, in_words);
	}
}

/* A survey is once in a financial year, named as 2025/26. */
static void
put_round(struct world_day day, struct draft *field)
{
	unsigned start = day.month >= 4 ? day.year : day.year - 1;

	draft_number(field, start, 4);
	draft_char(field, '/');
	draft_number(field, (start + 1) % 100, 2);
}

void
standards_check_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_STAFF, number);
	unsigned team = world_team(world, &random);
	unsigned month = random_below(&random, world->months);
	unsigned role = role_of(&random);
	int mood = world_level(world, team, month) + random_normal(&random) * 6 / 10;
	unsigned first = 0;

	record_clear(record, STANDARDS_CHECK_COLUMNS);
	draft_char(&record->fields[STANDARDS_CHECK_ID], 'S');
	draft_number(&record->fields[STANDARDS_CHECK_ID], number + 1, 5);
	world_organisation(team, &record->fields[STANDARDS_CHECK_ORGANISATION]);
	world_team_name(team, &record->fields[STANDARDS_CHECK_TEAM]);
	put_round(world_day(world, month, &random), &record->fields[STANDARDS_CHECK_ROUND]);
	draft_text(&record->fields[STANDARDS_CHECK_ROLE], roles[role]);
	for (unsigned standard = 0; standard < STANDARDS; standard++) {
		/* an employer is better at some standards than at others */
		struct random own = random_of(
		    world->seed, KIND_EMPLOYER, (uint64_t)(team / 3) * STANDARDS + standard);

		put_standard(
		    record, standard, first, mood + random_normal(&own) * 4 / 10, role, &random);
		first += standards[standard].items;
	}
}
