/* SPDX-License-Identifier: GPL-3.0-or-later */
/* referral: one invented referral to a mental health social work team. */
#include "referral.h"
#include "comment.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

const char referral_header[] = "record_id,organisation,received,closed,source,reason,team_type,"
                               "role,urgency,outcome,age,comment\n";

enum { KIND_REFERRAL = 2000 };
enum { AGE_LEAST = 18, AGE_MOST = 99, OLDER_PEOPLE = 3 };

static const char *const sources[] = { "gp", "self", "family", "hospital", "police", "housing",
	"voluntary_group" };
/* Of a hundred, the urgent ones and the emergencies, by source. */
static const unsigned urgent[] = { 18, 9, 14, 30, 32, 12, 8 };
static const unsigned emergencies[] = { 4, 2, 4, 16, 38, 3, 1 };
static const char *const reasons[] = { "low_mood", "anxiety", "psychosis", "self_neglect",
	"safeguarding", "housing", "isolation", "carer_strain", "leaving_hospital" };
static const char *const team_types[WORLD_KINDS] = { "community", "recovery", "crisis",
	"older_people", "early_intervention" };
static const char *const outcomes[] = { "taken_on", "taken_on", "taken_on", "advised", "passed_on",
	"declined", "not_reached" };

static void
put_urgency(unsigned source, struct random *random, struct draft *field)
{
	unsigned at = random_below(random, 100);

	if (at < emergencies[source])
		draft_text(field, "emergency");
	else if (at < emergencies[source] + urgent[source])
		draft_text(field, "urgent");
	else
		draft_text(field, "routine");
}

static void
put_age(unsigned kind, struct random *random, struct draft *field)
{
	int age = (kind == OLDER_PEOPLE ? 76 : 43) + random_normal(random) * 13 / 1000;

	if (age < AGE_LEAST || age > AGE_MOST)
		age = AGE_LEAST + (int)random_below(random, 40);
	draft_number(field, (unsigned)age, 1);
}

/* What is not closed by the end of the last month is open still. */
static void
put_course(struct record *record, const struct world *world, unsigned month, struct random *random)
{
	struct world_day received = world_day(world, month, random);
	struct world_day closed = world_day_after(received, random_below(random, 150));
	const char *outcome = outcomes[random_below(random, COUNT(outcomes))];

	world_day_write(received, &record->fields[REFERRAL_RECEIVED]);
	if (closed.year * 12 + closed.month > world->last_year * 12 + world->last_month)
		return;
	world_day_write(closed, &record->fields[REFERRAL_CLOSED]);
	draft_text(&record->fields[REFERRAL_OUTCOME], outcome);
}

void
referral_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_REFERRAL, number);
	unsigned team = world_team(world, &random);
	unsigned kind = world_team_kind(team);
	unsigned month = random_below(&random, world->months);
	unsigned source = random_below(&random, COUNT(sources));

	record_clear(record, REFERRAL_COLUMNS);
	draft_char(&record->fields[REFERRAL_ID], 'F');
	draft_number(&record->fields[REFERRAL_ID], number + 1, 7);
	world_organisation(team, &record->fields[REFERRAL_ORGANISATION]);
	put_course(record, world, month, &random);
	draft_text(&record->fields[REFERRAL_SOURCE], sources[source]);
	draft_text(
	    &record->fields[REFERRAL_REASON], reasons[random_below(&random, COUNT(reasons))]);
	draft_text(&record->fields[REFERRAL_TEAM_TYPE], team_types[kind]);
	draft_char(&record->fields[REFERRAL_ROLE], (char)('A' + world_role(team, &random)));
	put_urgency(source, &random, &record->fields[REFERRAL_URGENCY]);
	put_age(kind, &random, &record->fields[REFERRAL_AGE]);
	if (random_chance(&random, 900)) {
		struct comment_about about = { random_below(&random, 3), team,
			world_level(world, team, month) + random_normal(&random) };

		comment_compose(&about, &random, &record->fields[REFERRAL_COMMENT]);
	}
}
