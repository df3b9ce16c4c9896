/* SPDX-License-Identifier: GPL-3.0-or-later */
/* amhp: one invented request for an assessment under the Mental Health Act. */
#include "amhp.h"

const char amhp_header[] =
    "record_id,organisation,team,person_id,amhp_id,requested,started,completed,hours,"
    "out_of_hours,route,safety_hours,safety_extended,doctors,nearest_relative,interpreter,"
    "delayed,delay_cause,delay_hours,outcome,not_completed_reason,out_of_area,alternatives,"
    "age_band,gender,ethnic_group\n";

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { KIND_REQUEST = 7200, KIND_DETAINED };
enum outcome { SECTION_2, SECTION_3, COMMUNITY, INFORMAL, NO_ACTION, NOT_COMPLETED, SCREENED_OUT };

static const char *const outcomes[] = { "section_2", "section_3", "community", "informal",
	"no_action", "not_completed", "screened_out" };

/* A time in quarters of an hour after the day began, which may be on a later day. */
static void
put_time(struct draft *field, struct world_day day, unsigned quarters)
{
	world_day_write(world_day_after(day, quarters / 96), field);
	draft_char(field, 'T');
	draft_number(field, quarters % 96 / 4, 2);
	draft_char(field, ':');
	draft_number(field, quarters % 4 * 15, 2);
	draft_text(field, ":00");
}

/* Quarters of an hour as hours. */
static void
put_hours(struct draft *field, unsigned quarters)
{
	static const char *const parts[] = { "", ".25", ".5", ".75" };

	draft_number(field, quarters / 4, 1);
	draft_text(field, parts[quarters % 4]);
}

static void
put_route(struct draft *fields, struct random *random)
{
	static const char *const routes[] = { "community", "hospital", "emergency_department",
		"section_136", "custody" };
	static const unsigned shares[] = { 430, 240, 130, 150, 50 };
	size_t route = random_choose(random, shares, COUNT(shares));

	draft_text(&fields[AMHP_ROUTE], routes[route]);
	if (route != 3)
		return;
	put_hours(&fields[AMHP_SAFETY_HOURS], 8 + random_below(random, 80));
	draft_text(&fields[AMHP_SAFETY_EXTENDED], "false");
}

/* What the law asks for where it comes to a detention. */
static void
put_outcome(struct draft *fields, enum outcome outcome, struct random *random)
{
	static const char *const reasons[] = { "bed", "not_found", "access", "withdrawn" };

	draft_text(&fields[AMHP_OUTCOME], outcomes[outcome]);
	if (outcome <= SECTION_3) {
		draft_char(&fields[AMHP_DOCTORS], '2');
		draft_text(&fields[AMHP_NEAREST_RELATIVE],
		    random_chance(random, 860) ? "yes" : "impracticable");
		draft_text(
		    &fields[AMHP_OUT_OF_AREA], random_chance(random, 140) ? "true" : "false");
		draft_text(&fields[AMHP_ALTERNATIVES], "true");
	}
	if (outcome == NOT_COMPLETED)
		draft_text(
		    &fields[AMHP_NOT_COMPLETED], reasons[random_below(random, COUNT(reasons))]);
}

/* Beds are what is waited for most; the fourth organisation waits longer from two thirds of
 * the time on. */
static unsigned
put_delay(struct draft *fields, const struct world *world, unsigned team, unsigned month,
    struct random *random)
{
	static const char *const causes[] = { "bed", "ambulance", "doctor", "police", "warrant",
		"amhp", "other" };
	static const unsigned shares[] = { 480, 210, 120, 70, 40, 50, 30 };
	int chance = 280 - world_level(world, team, month) / 5;
	unsigned quarters;

	if (!random_chance(random, chance < 60 ? 60 : (unsigned)chance)) {
		draft_text(&fields[AMHP_DELAYED], "false");
		return 0;
	}
	quarters = 4 + random_below(random, 60);
	draft_text(&fields[AMHP_DELAYED], "true");
	draft_text(&fields[AMHP_DELAY_CAUSE], causes[random_choose(random, shares, COUNT(shares))]);
	put_hours(&fields[AMHP_DELAY_HOURS], quarters);
	return quarters;
}

static void
put_person(struct draft *fields, struct random *random)
{
	static const char *const ages[] = { "16_to_17", "18_to_34", "35_to_49", "50_to_64",
		"65_and_over" };
	static const unsigned age_shares[] = { 20, 340, 280, 200, 160 };
	static const char *const groups[] = { "A", "N", "M", "J", "H", "D", "Z" };
	static const unsigned group_shares[] = { 640, 100, 80, 50, 50, 50, 30 };

	draft_text(&fields[AMHP_INTERPRETER], random_chance(random, 50) ? "present" : "no");
	draft_text(&fields[AMHP_AGE], ages[random_choose(random, age_shares, COUNT(age_shares))]);
	draft_text(&fields[AMHP_GENDER], random_chance(random, 490) ? "female" : "male");
	draft_text(&fields[AMHP_ETHNIC_GROUP],
	    groups[random_choose(random, group_shares, COUNT(group_shares))]);
}

void
amhp_compose(struct record *record, const struct world *world, uint64_t number)
{
	static const unsigned shares[] = { 330, 160, 190, 80, 30, 80, 130 };
	struct random random = random_of(world->seed, KIND_REQUEST, number);
	/* four people in five requests */
	uint64_t person = number * 4 / 5;
	struct random own = random_of(world->seed, KIND_DETAINED, person);
	unsigned team = world_team(world, &own);
	unsigned month = random_below(&random, world->months);
	struct world_day day = world_day(world, month, &random);
	enum outcome outcome = (enum outcome)random_choose(&random, shares, COUNT(shares));
	bool late = random_chance(&random, 270);
	unsigned requested = late ? 72 + random_below(&random, 20) : 34 + random_below(&random, 30);
	struct draft *fields = record->fields;
	unsigned delay, started, work = 8 + random_below(&random, 24);

	record_clear(record, AMHP_COLUMNS);
	draft_char(&fields[AMHP_ID], 'M');
	draft_number(&fields[AMHP_ID], number + 1, 6);
	world_organisation(team, &fields[AMHP_ORGANISATION]);
	world_organisation(team, &fields[AMHP_TEAM]);
	draft_text(&fields[AMHP_TEAM], late ? " emergency duty team" : " daytime AMHP hub");
	draft_char(&fields[AMHP_PERSON], 'P');
	draft_number(&fields[AMHP_PERSON], 700000 + person, 6);
	draft_char(&fields[AMHP_AMHP], 'H');
	draft_number(&fields[AMHP_AMHP], team / 3 * 20 + random_below(&random, 14), 3);
	put_time(&fields[AMHP_REQUESTED], day, requested);
	delay = put_delay(fields, world, team, month, &random);
	started = requested + 2 + random_below(&random, 16) + delay;
	if (outcome < NOT_COMPLETED) {
		put_time(&fields[AMHP_STARTED], day, started);
		put_time(&fields[AMHP_COMPLETED], day, started + work);
		put_hours(&fields[AMHP_HOURS], work + 4);
	}
	draft_text(&fields[AMHP_OUT_OF_HOURS], late ? "true" : "false");
	put_route(fields, &random);
	put_outcome(fields, outcome, &random);
	put_person(fields, &own);
}
