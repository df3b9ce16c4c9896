/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation says of records: shares, F1, agreement, and their intervals. */
#include "../../filters/map-to-role/evaluate/figures.h"
#include "unit.h"

#define ROLES     3
#define FUNCTIONS 2
#define OUTSIDE   TALLY_OUTSIDE(ROLES)
#define AMBIGUOUS TALLY_AMBIGUOUS(ROLES)

static const struct scheme scheme = { .roles = ROLES, .functions = FUNCTIONS };

struct said_of {
	size_t people;
	size_t outcome;
	enum confidence confidence;
	size_t guess;
	unsigned count;
	const char *weight;
};

/* Twenty records: right 6 of 8, 3 of 5 and 0 of 2, and 4 of 5 outside. */
static const struct said_of twenty[] = {
	{ 0, 0, CONFIDENCE_HIGH, 0, 5, "1" },
	{ 0, 0, CONFIDENCE_LOW, 1, 1, "1" },
	{ 0, 1, CONFIDENCE_LOW, 0, 1, "1" },
	{ 0, OUTSIDE, CONFIDENCE_NONE, 0, 1, "1" },
	{ 1, 1, CONFIDENCE_MEDIUM, 1, 3, "1" },
	{ 1, AMBIGUOUS, CONFIDENCE_NONE, OUTSIDE, 2, "1" },
	{ 2, 0, CONFIDENCE_LOW, 2, 1, "1" },
	{ 2, OUTSIDE, CONFIDENCE_NONE, 2, 1, "1" },
	{ OUTSIDE, OUTSIDE, CONFIDENCE_NONE, OUTSIDE, 4, "1" },
	{ OUTSIDE, 2, CONFIDENCE_LOW, 2, 1, "1" },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void
add(struct tally *tally, const struct said_of *of, const char *weight)
{
	struct verdict verdict = { .people = { of->people, SCHEME_NONE },
		.outcome = of->outcome,
		.confidence = of->confidence,
		.function = SCHEME_NONE,
		.guess = of->guess };

	CHECK(decimal_parse(field_of(weight), &verdict.weight) == DECIMAL_OK);
	for (unsigned i = 0; i < of->count; i++)
		tally_add(tally, &verdict);
}

/* weight NULL: each line's own. */
static struct figures
figures_of(const struct said_of *list, size_t count, const char *weight)
{
	struct tally tally;
	struct figures figures;

	tally_init(&tally, &scheme);
	for (size_t i = 0; i < count; i++)
		add(&tally, &list[i], weight != NULL ? weight : list[i].weight);
	figures_take(&figures, &scheme, &tally, true);
	tally_release(&tally);
	return figures;
}

static bool
contains(const struct figure *figure)
{
	return figure->lower <= figure->value && figure->value <= figure->upper;
}

static void
check_twenty(void)
{
	struct figures figures = figures_of(twenty, COUNT(twenty), NULL);
	const struct figures_system *rules = &figures.systems[SYSTEM_RULES];

	CHECK_NUMBER(figures.records.value, 20, 0);
	CHECK_NUMBER(figures.shares[STATE_MAPPED].value, 12 / 20.0, 1e-15);
	CHECK_NUMBER(figures.shares[STATE_AMBIGUOUS].value, 2 / 20.0, 1e-15);
	CHECK_NUMBER(figures.roles[0].precision.value, 6 / 7.0, 1e-15);
	CHECK_NUMBER(figures.roles[0].recall.value, 6 / 8.0, 1e-15);
	CHECK_NUMBER(figures.roles[0].f1.value, 12 / 15.0, 1e-15);
	CHECK_NUMBER(figures.roles[1].f1.value, 6 / 9.0, 1e-15);
	CHECK_NUMBER(figures.roles[2].f1.value, 0, 0);
	CHECK_NUMBER(rules->macro_f1.value, (12 / 15.0 + 6 / 9.0) / 3, 1e-15);
	CHECK_NUMBER(rules->accuracy.value, 13 / 20.0, 1e-15);
	CHECK(figures.majority == 0);
	CHECK_NUMBER(figures.systems[SYSTEM_MAJORITY].accuracy.value, 8 / 20.0, 1e-15);
	CHECK_NUMBER(figures.systems[SYSTEM_MAJORITY].macro_f1.value, 16 / 28.0 / 3, 1e-15);
	/* guesses: 7 of 8 and one wrong, 3 of 5 and one wrong, 2 of 2 and one wrong */
	CHECK_NUMBER(figures.systems[SYSTEM_BM25].macro_f1.value,
	    (14 / 15.0 + 6 / 9.0 + 4 / 5.0) / 3, 1e-15);
	CHECK_NUMBER(
	    figures.systems[SYSTEM_BM25].lead.value, (12 / 15.0 - 14 / 15.0 - 4 / 5.0) / 3, 1e-14);
	CHECK(contains(&rules->macro_f1) && contains(&figures.systems[SYSTEM_BM25].lead));
	CHECK(rules->macro_f1.lower > 0.2 && rules->macro_f1.upper < 0.8);
	figures_release(&figures);
}

/* Krippendorff 2011: 40 values, of whose 40 coincidences 14 do not agree; the roles stand
 * 15, 9 and 3 times, none and unmapped 11 and ambiguous 2. */
static void
check_agreement(void)
{
	struct figures figures = figures_of(twenty, COUNT(twenty), NULL);
	double chance = 40 * 40 - (15 * 15 + 9 * 9 + 3 * 3 + 11 * 11 + 2 * 2);

	CHECK_NUMBER(figures.alpha.value, 1 - 39 * 14 / chance, 1e-12);
	CHECK(contains(&figures.alpha) && contains(&figures.kappa));
	figures_release(&figures);
}

static void
check_bands(void)
{
	struct figures figures = figures_of(twenty, COUNT(twenty), NULL);
	const struct figures_band *high = &figures.at_least[CONFIDENCE_HIGH];
	const struct figures_band *medium = &figures.at_least[CONFIDENCE_MEDIUM];

	CHECK_NUMBER(high->coverage.value, 5 / 20.0, 1e-15);
	CHECK_NUMBER(high->precision.value, 1, 0);
	CHECK_NUMBER(high->macro_f1.value, 10 / 13.0 / 3, 1e-15);
	CHECK_NUMBER(medium->coverage.value, 8 / 20.0, 1e-15);
	CHECK_NUMBER(medium->macro_f1.value, (10 / 13.0 + 6 / 8.0) / 3, 1e-15);
	CHECK_NUMBER(figures.alone[CONFIDENCE_LOW].mapped.value, 4, 0);
	CHECK_NUMBER(figures.alone[CONFIDENCE_LOW].precision.value, 1 / 4.0, 1e-15);
	CHECK_NUMBER(figures.at_least[CONFIDENCE_LOW].macro_f1.value,
	    figures.systems[SYSTEM_RULES].macro_f1.value, 1e-15);
	figures_release(&figures);
}

/* The same weight for all: shares and intervals of as many records; and the order of the
 * records is none of a tally's. */
static void
check_weights(void)
{
	struct figures plain = figures_of(twenty, COUNT(twenty), NULL);
	struct figures heavy = figures_of(twenty, COUNT(twenty), "2.5");
	static const struct said_of two[] = { { 0, 0, CONFIDENCE_HIGH, 0, 3, "1" },
		{ 1, 0, CONFIDENCE_HIGH, 0, 1, "3" } };
	struct figures mixed = figures_of(two, COUNT(two), NULL);

	CHECK_NUMBER(heavy.records.value, 50, 0);
	CHECK_NUMBER(heavy.records.effective, 20, 1e-15);
	CHECK_NUMBER(heavy.roles[0].precision.lower, plain.roles[0].precision.lower, 1e-12);
	CHECK_NUMBER(heavy.alpha.value, plain.alpha.value, 1e-12);
	CHECK_NUMBER(heavy.systems[SYSTEM_RULES].macro_f1.lower,
	    plain.systems[SYSTEM_RULES].macro_f1.lower, 1e-12);
	CHECK_NUMBER(mixed.roles[0].precision.value, 0.5, 1e-15);
	/* (1 + 1 + 1 + 3)^2 / (1 + 1 + 1 + 9) */
	CHECK_NUMBER(mixed.roles[0].precision.effective, 3, 1e-15);
	CHECK_NUMBER(mixed.roles[0].precision.lower, 0.1253345, 1e-6);
	figures_release(&plain);
	figures_release(&heavy);
	figures_release(&mixed);
}

/* Where draws can tell nothing there is no interval; where nothing is, no figure. */
static void
check_nothing(void)
{
	static const struct said_of right[] = { { 0, 0, CONFIDENCE_HIGH, 0, 9, "1" } };
	static const struct said_of outside[] = { { OUTSIDE, OUTSIDE, CONFIDENCE_NONE, OUTSIDE, 4,
	    "1" } };
	static const struct said_of weightless[] = { { 0, 0, CONFIDENCE_HIGH, 0, 4, "0" } };
	struct figures figures = figures_of(right, 1, NULL);

	CHECK_NUMBER(figures.systems[SYSTEM_RULES].macro_f1.value, 1, 0);
	CHECK(isnan(figures.systems[SYSTEM_RULES].macro_f1.lower));
	CHECK_NUMBER(figures.systems[SYSTEM_RULES].accuracy.lower, 0.7008, 1e-4);
	CHECK(isnan(figures.alpha.value) && isnan(figures.roles[1].f1.value));
	figures_release(&figures);
	figures = figures_of(outside, 1, NULL);
	CHECK(isnan(figures.systems[SYSTEM_RULES].macro_f1.value));
	CHECK_NUMBER(figures.systems[SYSTEM_RULES].accuracy.value, 1, 0);
	CHECK(figures.majority == OUTSIDE);
	figures_release(&figures);
	figures = figures_of(weightless, 1, NULL);
	CHECK(isnan(figures.systems[SYSTEM_RULES].accuracy.value));
	CHECK(isnan(figures.shares[STATE_MAPPED].value));
	figures_release(&figures);
	figures = figures_of(NULL, 0, NULL);
	CHECK(isnan(figures.alpha.value) && isnan(figures.exact.value));
	CHECK_NUMBER(figures.records.value, 0, 0);
	figures_release(&figures);
}

/* A category alone tells nothing of the function; none tells that there is none. */
static void
check_functions(void)
{
	static const struct {
		size_t role;
		size_t people;
		size_t mapped;
	} list[] = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, SCHEME_NONE, 0 }, { 1, 1, SCHEME_NONE },
		{ OUTSIDE, SCHEME_NONE, 1 } };
	struct tally tally;
	struct figures figures;

	tally_init(&tally, &scheme);
	for (size_t i = 0; i < COUNT(list); i++)
		tally_add(&tally,
		    &(struct verdict){ .people = { list[i].role, list[i].people },
		        .outcome = 0,
		        .confidence = CONFIDENCE_HIGH,
		        .function = list[i].mapped,
		        .guess = OUTSIDE,
		        .weight = { .digits = 1 } });
	figures_take(&figures, &scheme, &tally, true);
	tally_release(&tally);
	CHECK_NUMBER(figures.function_records.value, 4, 0);
	CHECK_NUMBER(figures.exact.value, 1 / 3.0, 1e-15);
	CHECK_NUMBER(figures.functions[0].precision.value, 1, 0);
	CHECK_NUMBER(figures.functions[0].recall.value, 1 / 2.0, 1e-15);
	CHECK_NUMBER(figures.functions[1].mapped.value, 2, 0);
	CHECK_NUMBER(figures.functions[1].f1.value, 0, 0);
	CHECK_NUMBER(figures.functions_macro_f1.value, 1 / 3.0, 1e-15);
	figures_release(&figures);
}

int
main(void)
{
	check_twenty();
	check_agreement();
	check_bands();
	check_weights();
	check_nothing();
	check_functions();
	return unit_done();
}
