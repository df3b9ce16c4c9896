/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators: one invented figure as it is published. */
#include "indicators.h"

const char indicators_header[] =
    "source,indicator,indicator_name,period_start,period_end,organisation,organisation_level,"
    "organisation_name,breakdown,unit,value,lower,upper,numerator,denominator\n";

enum { KIND_COUNCIL = 7400, KIND_FIGURE };

#define COUNCILS   60
#define INDICATORS 2

static const struct {
	const char *code;
	const char *name;
	unsigned level; /* of a thousand */
	unsigned spread;
} indicators[INDICATORS] = {
	{ "1F", "Invented: people in paid work", 90, 28 },
	{ "1H", "Invented: people in a stable home", 590, 110 },
};

/* People in contact with services: counties have most; a few councils are so small that
 * some of their figures are held back. */
static unsigned
people_of(unsigned council, struct random *random)
{
	static const unsigned sizes[] = { 600, 1100, 800, 2600 };
	unsigned size = council % 17 == 6 ? 40 : sizes[council % 4];

	return size / 2 + random_below(random, size);
}

/* How many of them, a bit more each year; some councils are far from the others. */
static unsigned
count_of(const struct world *world, unsigned council, unsigned indicator, unsigned years_ago,
    unsigned people)
{
	struct random own = random_of(world->seed, KIND_COUNCIL, council * INDICATORS + indicator);
	struct random random = random_of(
	    world->seed, KIND_FIGURE, (council * INDICATORS + indicator) * 64 + years_ago);
	int share = (int)indicators[indicator].level
	    + (int)indicators[indicator].spread * random_normal(&own) / 1000 - 4 * (int)years_ago
	    + random_normal(&random) * 6 / 1000;

	if (council % 29 == 7)
		share += 2 * (int)indicators[indicator].spread;
	share = share < 4 ? 4 : share > 980 ? 980 : share;
	return (people * (unsigned)share + 500) / 1000;
}

static void
put_council(struct draft *fields, unsigned council)
{
	static const char *const codes[] = { "E06", "E08", "E09", "E10" };
	static const char *const types[] = { "Unitary", "District", "Borough", "County" };

	draft_text(&fields[INDICATORS_ORGANISATION], codes[council % 4]);
	draft_text(&fields[INDICATORS_ORGANISATION], "9999");
	draft_number(&fields[INDICATORS_ORGANISATION], council + 1, 2);
	draft_text(&fields[INDICATORS_LEVEL], "council");
	draft_text(&fields[INDICATORS_ORGANISATION_NAME], "Made-up ");
	draft_text(&fields[INDICATORS_ORGANISATION_NAME], types[council % 4]);
	draft_char(&fields[INDICATORS_ORGANISATION_NAME], ' ');
	draft_number(&fields[INDICATORS_ORGANISATION_NAME], council / 4 + 1, 2);
}

static void
put_figure(struct draft *fields, unsigned numerator, unsigned denominator)
{
	/* one decimal, as published */
	unsigned value = (2000 * numerator + denominator) / (2 * denominator);

	if (numerator < 5) {
		draft_text(&fields[INDICATORS_VALUE], "[c]");
		draft_text(&fields[INDICATORS_NUMERATOR], "[c]");
		draft_text(&fields[INDICATORS_DENOMINATOR], "[c]");
		return;
	}
	draft_number(&fields[INDICATORS_VALUE], value / 10, 1);
	if (value % 10 != 0) {
		draft_char(&fields[INDICATORS_VALUE], '.');
		draft_number(&fields[INDICATORS_VALUE], value % 10, 1);
	}
	draft_number(&fields[INDICATORS_NUMERATOR], numerator, 1);
	draft_number(&fields[INDICATORS_DENOMINATOR], denominator, 1);
}

void
indicators_compose(struct record *record, const struct world *world, uint64_t number)
{
	unsigned indicator = (unsigned)(number % INDICATORS);
	unsigned council = (unsigned)(number / INDICATORS % COUNCILS);
	unsigned years_ago = (unsigned)(number / INDICATORS / COUNCILS);
	unsigned year =
	    (world->last_month >= 3 ? world->last_year : world->last_year - 1) - years_ago;
	struct random random =
	    random_of(world->seed, KIND_COUNCIL, INDICATORS * COUNCILS + council);
	unsigned people = people_of(council, &random);
	struct draft *fields = record->fields;

	record_clear(record, INDICATORS_COLUMNS);
	draft_text(&fields[INDICATORS_SOURCE], "invented");
	draft_text(&fields[INDICATORS_INDICATOR], indicators[indicator].code);
	draft_text(&fields[INDICATORS_NAME], indicators[indicator].name);
	world_day_write((struct world_day){ year - 1, 4, 1 }, &fields[INDICATORS_START]);
	world_day_write((struct world_day){ year, 3, 31 }, &fields[INDICATORS_END]);
	put_council(fields, council);
	draft_text(&fields[INDICATORS_BREAKDOWN], "all");
	draft_text(&fields[INDICATORS_UNIT], "percent");
	put_figure(fields, count_of(world, council, indicator, years_ago, people), people);
}
