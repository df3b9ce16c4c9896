/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jobs: one invented task of a job description, or duty of a team. */
#include "jobs.h"

#include "activities.h"
#include "work.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

enum { KIND_POST = 5100 };

struct post {
	const char *name; /* NULL: the duties of a team */
	const char *level;
	unsigned shares[WORLD_ROLES + 1]; /* of a thousand tasks: A to E, outside */
};

/* In turn. */
static const struct post posts[] = {
	{ "Social worker", "social_worker", { 560, 160, 60, 60, 0, 160 } },
	{ "Senior practitioner", "advanced", { 330, 110, 380, 40, 20, 120 } },
	{ "Approved mental health professional", "experienced", { 560, 60, 150, 20, 80, 130 } },
	{ "AMHP lead", "strategic", { 150, 20, 120, 20, 580, 110 } },
	{ "Principal social worker", "strategic", { 250, 170, 240, 110, 130, 100 } },
	{ "Community connector", "", { 80, 330, 0, 420, 0, 170 } },
	{ "Forensic social supervisor", "advanced", { 270, 130, 450, 20, 0, 130 } },
	{ "Care coordinator", "social_worker", { 260, 130, 40, 30, 0, 540 } },
	{ "Newly qualified social worker", "newly_qualified", { 520, 200, 50, 60, 0, 170 } },
	{ NULL, "", { 400, 200, 160, 120, 60, 60 } },
};

/* How many tasks the descriptions have, in turn. */
static const unsigned lengths[] = { 10, 12, 9, 13, 14, 8, 11, 12, 9, 14 };

struct place {
	uint64_t post; /* from 0 */
	unsigned task;
};

static struct place
place_of(uint64_t number)
{
	unsigned round = 0;
	struct place place = { 0 };

	for (unsigned i = 0; i < COUNT(lengths); i++)
		round += lengths[i];
	place.post = number / round * COUNT(lengths);
	place.task = (unsigned)(number % round);
	while (place.task >= lengths[place.post % COUNT(lengths)])
		place.task -= lengths[place.post++ % COUNT(lengths)];
	return place;
}

static unsigned
kind_of(const struct post *post, struct random *random)
{
	unsigned at = random_below(random, 1000);
	unsigned role = 0;

	while (role < WORLD_ROLES && at >= post->shares[role])
		at -= post->shares[role++];
	return role == WORLD_ROLES ? work_outside(random) : work_of_role(role, random);
}

/* The text of a task: those before it in the same description are drawn again, so that
 * none stands there twice. */
static const char *
text_of(const struct post *post, unsigned task, struct random *random)
{
	bool used[WORK_KINDS][WORK_TASKS_MAX] = { { false } };
	unsigned kind = 0, which = 0;

	for (unsigned at = 0; at <= task; at++) {
		do {
			kind = kind_of(post, random);
			which = random_below(random, WORK_TASKS_MAX);
		} while (used[kind][which] || phrases_tasks[kind][which] == NULL);
		used[kind][which] = true;
	}
	return phrases_tasks[kind][which];
}

void
jobs_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct place place = place_of(number);
	struct random random = random_of(world->seed, KIND_POST, place.post);
	const struct post *post = &posts[place.post % COUNT(posts)];
	/* a round of descriptions belongs to one organisation of three teams */
	uint64_t organisation = place.post / COUNT(posts);
	unsigned team = (unsigned)(organisation % (WORLD_TEAMS_MAX / 3)) * 3;
	struct draft *fields = record->fields;

	record_clear(record, ACTIVITIES_COLUMNS);
	draft_char(&fields[ACTIVITIES_ID], 'T');
	draft_number(&fields[ACTIVITIES_ID], number + 1, 5);
	draft_text(&fields[ACTIVITIES_KIND], post->name == NULL ? "duty" : "job");
	draft_text(&fields[ACTIVITIES_ORGANISATION], "ORG");
	draft_number(&fields[ACTIVITIES_ORGANISATION], organisation + 1, 2);
	world_team_name(team + (unsigned)(place.post % 3), &fields[ACTIVITIES_TEAM]);
	if (post->name != NULL)
		draft_text(&fields[ACTIVITIES_POST], post->name);
	draft_text(&fields[ACTIVITIES_LEVEL], post->level);
	draft_text(&fields[ACTIVITIES_TEXT], text_of(post, place.task, &random));
}
