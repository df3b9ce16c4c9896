/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules and limits mean, by which values are good. */
#include "../../filters/benchmark/control/control_judge.h"
#include "unit.h"

static const struct control_point above = { 1, 0, 1 };
static const struct control_point below = { -1, 0, 1 };

static void
check_variation(void)
{
	CHECK(control_variation(0, &above, MEASURE_HIGHER) == CONTROL_COMMON);
	CHECK(control_variation(CONTROL_SHIFT, &above, MEASURE_HIGHER) == CONTROL_IMPROVEMENT);
	CHECK(control_variation(CONTROL_SHIFT, &above, MEASURE_LOWER) == CONTROL_CONCERN);
	CHECK(control_variation(CONTROL_OUTSIDE, &below, MEASURE_LOWER) == CONTROL_IMPROVEMENT);
	CHECK(control_variation(CONTROL_LONG_RUN, &below, MEASURE_NEUTRAL) == CONTROL_NEUTRAL_LOW);
	CHECK(control_variation(CONTROL_FOUR_OF_FIVE, &above, MEASURE_NEUTRAL)
	    == CONTROL_NEUTRAL_HIGH);
	CHECK(control_variation(CONTROL_FEW_CROSSINGS | CONTROL_ALTERNATING, &above, MEASURE_HIGHER)
	    == CONTROL_SPECIAL);
}

/* Outside goes before a trend, and a trend before the other rules. */
static void
check_order(void)
{
	unsigned rises = CONTROL_TREND | CONTROL_RISES;

	CHECK(control_variation(rises | CONTROL_SHIFT, &below, MEASURE_HIGHER)
	    == CONTROL_IMPROVEMENT);
	CHECK(control_variation(CONTROL_TREND | CONTROL_TWO_OF_THREE, &above, MEASURE_HIGHER)
	    == CONTROL_CONCERN);
	CHECK(
	    control_variation(rises | CONTROL_OUTSIDE, &below, MEASURE_HIGHER) == CONTROL_CONCERN);
	CHECK(control_variation(CONTROL_TREND, &above, MEASURE_NEUTRAL) == CONTROL_NEUTRAL_LOW);
}

static enum control_assurance
assure(enum measure_polarity polarity, double target)
{
	struct measure measure = { .polarity = polarity, .has_target = true, .target = target };

	return control_assurance(&measure, 10, 20, 1e-9);
}

static void
check_assurance(void)
{
	struct measure none = { .polarity = MEASURE_HIGHER };

	CHECK(assure(MEASURE_HIGHER, 21) == CONTROL_FAIL);
	CHECK(assure(MEASURE_HIGHER, 9) == CONTROL_PASS);
	CHECK(assure(MEASURE_LOWER, 21) == CONTROL_PASS);
	CHECK(assure(MEASURE_LOWER, 9) == CONTROL_FAIL);
	CHECK(assure(MEASURE_LOWER, 15) == CONTROL_HIT_OR_MISS);
	/* on a limit is within */
	CHECK(assure(MEASURE_HIGHER, 10) == CONTROL_HIT_OR_MISS);
	CHECK(assure(MEASURE_HIGHER, 20 + 1e-12) == CONTROL_HIT_OR_MISS);
	CHECK(assure(MEASURE_NEUTRAL, 21) == CONTROL_NO_TARGET);
	CHECK(control_assurance(&none, 10, 20, 0) == CONTROL_NO_TARGET);
}

int
main(void)
{
	check_variation();
	check_order();
	check_assurance();
	return unit_done();
}
