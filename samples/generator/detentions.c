/* SPDX-License-Identifier: GPL-3.0-or-later */
/* detentions: one invented figure of detentions as it is published. */
#include "detentions.h"

const char detentions_header[] =
    "organisation,organisation_level,period,received,measure,ethnic_group,age_band,gender,count,"
    "population,population_base,crude_rate,standardised_rate,lower,upper\n";

enum { KIND_AREA = 7600, KIND_COUNT };

#define AREAS         10
#define MEASURES      3
#define DETAILED      18 /* the last two are not known */
#define BROAD         7  /* the last two are not known, and everybody */
#define ENGLAND_LINES (MEASURES * (BROAD + DETAILED))
#define YEAR_LINES    (ENGLAND_LINES + AREAS * MEASURES * BROAD)

/* From this one on populations rest on the census of 2021. */
#define NEW_BASE 2022

static const char *const broad_groups[BROAD] = { "white", "black", "asian", "mixed", "other",
	"unknown", "all" };

/* Codes of the NHS, with the people of 100,000 and those detained of 100,000 of them. */
static const struct {
	const char *code;
	unsigned broad;
	unsigned people;
	unsigned rate;
} detailed_groups[DETAILED] = {
	{ "A", 0, 74400, 68 },
	{ "B", 0, 900, 74 },
	{ "C", 0, 6300, 86 },
	{ "D", 3, 900, 118 },
	{ "E", 3, 430, 105 },
	{ "F", 3, 840, 53 },
	{ "G", 3, 800, 180 },
	{ "H", 2, 3270, 56 },
	{ "J", 2, 2780, 78 },
	{ "K", 2, 1110, 84 },
	{ "L", 2, 1690, 128 },
	{ "M", 1, 1100, 240 },
	{ "N", 1, 2600, 175 },
	{ "P", 1, 520, 480 },
	{ "R", 4, 760, 55 },
	{ "S", 4, 1600, 205 },
	{ "Z", 5, 0, 0 },
	{ "99", 5, 0, 0 },
};

static const struct {
	const char *name;
	unsigned share; /* of a thousand detentions */
} measures[MEASURES] = { { "detentions", 1000 }, { "section_136", 430 }, { "cto", 110 } };

struct figure {
	unsigned count;
	unsigned population;
};

static unsigned
root_of(unsigned square)
{
	unsigned root = 0;

	while ((root + 1) * (root + 1) <= square)
		root++;
	return root;
}

/* One detailed group of one area. */
static struct figure
figure_of(const struct world *world, unsigned area, unsigned year, unsigned measure, unsigned group)
{
	struct random own = random_of(world->seed, KIND_AREA, area);
	struct random random = random_of(world->seed, KIND_COUNT,
	    ((year * UINT64_C(64) + area) * MEASURES + measure) * DETAILED + group);
	unsigned people = 600000 + random_below(&own, 1800000);
	unsigned level = 800 + random_below(&own, 400); /* of a thousand */
	/* where few people of other groups live, and where many do */
	unsigned mixed = 300 + random_below(&own, 1500);
	struct figure figure = { 0 };
	unsigned mean;
	int count;

	figure.population = (unsigned)((uint64_t)people * detailed_groups[group].people / 100000);
	if (detailed_groups[group].broad != 0)
		figure.population = (unsigned)((uint64_t)figure.population * mixed / 1000);
	/* the older census knew fewer people */
	if (year < NEW_BASE)
		figure.population = (unsigned)((uint64_t)figure.population * 93 / 100);
	mean = (unsigned)((uint64_t)figure.population * detailed_groups[group].rate
	    * measures[measure].share * level / 100000 / 1000 / 1000);
	if (detailed_groups[group].people == 0)
		mean = people / 22000 * measures[measure].share / 1000;
	count = (int)mean + (int)root_of(mean) * random_normal(&random) / 1000;
	figure.count = count > 0 ? (unsigned)count : 0;
	return figure;
}

static void
add(struct figure *sum, struct figure figure)
{
	sum->count += figure.count;
	sum->population += figure.population;
}

/* Of one area or of all, of the detailed groups of a broad one; everybody is all of them. */
static struct figure
sum_of(const struct world *world, unsigned first, unsigned end, unsigned year, unsigned measure,
    unsigned broad)
{
	struct figure sum = { 0 };

	for (unsigned area = first; area < end; area++)
		for (unsigned group = 0; group < DETAILED; group++)
			if (broad == BROAD - 1 || detailed_groups[group].broad == broad)
				add(&sum, figure_of(world, area, year, measure, group));
	return sum;
}

/* A number of tenths, without a needless 0. */
static void
put_tenths(struct draft *field, uint64_t tenths)
{
	draft_number(field, tenths / 10, 1);
	if (tenths % 10 != 0) {
		draft_char(field, '.');
		draft_number(field, tenths % 10, 1);
	}
}

/* Standardising for age shifts a group's rate by a little, always the same. */
static void
put_standardised(struct draft *fields, struct figure figure, uint64_t tenths, unsigned group)
{
	uint64_t rate = tenths * (960 + group * 7) / 1000;
	uint64_t reach = figure.count != 0 ? rate * 196 / 100 / (root_of(figure.count) + 1) : 0;

	put_tenths(&fields[DETENTIONS_STANDARDISED], rate);
	put_tenths(&fields[DETENTIONS_LOWER], rate - reach);
	put_tenths(&fields[DETENTIONS_UPPER], rate + reach);
}

/* Below England small counts are held back and others are rounded to the nearest 5. */
static void
put_figure(struct draft *fields, struct figure figure, bool england, unsigned year, unsigned group)
{
	bool hidden = !england && figure.count < 5;
	uint64_t tenths;

	if (hidden)
		draft_char(&fields[DETENTIONS_COUNT], '*');
	else
		draft_number(&fields[DETENTIONS_COUNT],
		    england ? figure.count : (figure.count + 2) / 5 * 5, 1);
	if (figure.population == 0)
		return;
	draft_number(&fields[DETENTIONS_POPULATION], figure.population, 1);
	draft_text(&fields[DETENTIONS_BASE], year < NEW_BASE ? "census_2011" : "census_2021");
	tenths = ((uint64_t)figure.count * 2000000 + figure.population) / 2 / figure.population;
	if (hidden)
		draft_char(&fields[DETENTIONS_CRUDE], '*');
	else
		put_tenths(&fields[DETENTIONS_CRUDE], tenths);
	if (england && group != BROAD - 1)
		put_standardised(fields, figure, tenths, group);
}

static void
put_year(struct draft *fields, unsigned year)
{
	draft_number(&fields[DETENTIONS_PERIOD], year, 4);
	draft_char(&fields[DETENTIONS_PERIOD], '/');
	draft_number(&fields[DETENTIONS_PERIOD], (year + 1) % 100, 2);
	world_day_write((struct world_day){ year + 1, 11, 20 }, &fields[DETENTIONS_RECEIVED]);
}

static void
compose_england(struct draft *fields, const struct world *world, unsigned year, unsigned measure,
    unsigned group)
{
	struct figure figure = { 0 };

	draft_text(&fields[DETENTIONS_ORGANISATION], "England");
	draft_text(&fields[DETENTIONS_LEVEL], "england");
	if (group < BROAD) {
		draft_text(&fields[DETENTIONS_GROUP], broad_groups[group]);
		figure = sum_of(world, 0, AREAS, year, measure, group);
	} else {
		draft_text(&fields[DETENTIONS_GROUP], detailed_groups[group - BROAD].code);
		for (unsigned area = 0; area < AREAS; area++)
			add(&figure, figure_of(world, area, year, measure, group - BROAD));
	}
	put_figure(fields, figure, true, year, group);
}

static void
compose_area(struct draft *fields, const struct world *world, unsigned year, unsigned line)
{
	unsigned area = line / (MEASURES * BROAD);
	unsigned measure = line / BROAD % MEASURES;
	unsigned group = line % BROAD;

	draft_text(&fields[DETENTIONS_ORGANISATION], "QX");
	draft_number(&fields[DETENTIONS_ORGANISATION], area, 1);
	draft_text(&fields[DETENTIONS_LEVEL], "icb");
	draft_text(&fields[DETENTIONS_MEASURE], measures[measure].name);
	draft_text(&fields[DETENTIONS_GROUP], broad_groups[group]);
	put_figure(fields, sum_of(world, area, area + 1, year, measure, group), false, year, group);
}

void
detentions_compose(struct record *record, const struct world *world, uint64_t number)
{
	unsigned years_ago = (unsigned)(number / YEAR_LINES);
	unsigned line = (unsigned)(number % YEAR_LINES);
	/* figures of a year come in November after it */
	unsigned year = world->last_year - (world->last_month >= 11 ? 1 : 2) - years_ago % 40;
	struct draft *fields = record->fields;

	record_clear(record, DETENTIONS_COLUMNS);
	put_year(fields, year);
	draft_text(&fields[DETENTIONS_AGE], "all");
	draft_text(&fields[DETENTIONS_GENDER], "all");
	if (line >= ENGLAND_LINES) {
		compose_area(fields, world, year, line - ENGLAND_LINES);
		return;
	}
	draft_text(&fields[DETENTIONS_MEASURE], measures[line / (BROAD + DETAILED)].name);
	compose_england(fields, world, year, line / (BROAD + DETAILED), line % (BROAD + DETAILED));
}
