/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_judge: what the rules that fired and the limits mean. */
#include "control_judge.h"

/* -1, 0, 1: the signals say low or falling, nothing of a direction, high or rising. */
static int
direction(unsigned signals, const struct control_point *point)
{
	const unsigned sided =
	    CONTROL_TWO_OF_THREE | CONTROL_FOUR_OF_FIVE | CONTROL_SHIFT | CONTROL_LONG_RUN;

	if ((signals & CONTROL_OUTSIDE) == 0 && (signals & CONTROL_TREND) != 0)
		return (signals & CONTROL_RISES) != 0 ? 1 : -1;
	if ((signals & (CONTROL_OUTSIDE | sided)) != 0)
		return point->value < point->centre ? -1 : 1;
	return 0;
}

enum control_variation
control_variation(
    unsigned signals, const struct control_point *point, enum measure_polarity polarity)
{
	int way = direction(signals, point);

	if (signals == 0)
		return CONTROL_COMMON;
	if (way == 0)
		return CONTROL_SPECIAL;
	if (polarity == MEASURE_NEUTRAL)
		return way > 0 ? CONTROL_NEUTRAL_HIGH : CONTROL_NEUTRAL_LOW;
	return (way > 0) == (polarity == MEASURE_HIGHER) ? CONTROL_IMPROVEMENT : CONTROL_CONCERN;
}

enum control_assurance
control_assurance(const struct measure *measure, double lower, double upper, double noise)
{
	bool higher = measure->polarity == MEASURE_HIGHER;

	if (!measure->has_target || measure->polarity == MEASURE_NEUTRAL)
		return CONTROL_NO_TARGET;
	if (measure->target > upper + noise)
		return higher ? CONTROL_FAIL : CONTROL_PASS;
	if (measure->target < lower - noise)
		return higher ? CONTROL_PASS : CONTROL_FAIL;
	return CONTROL_HIT_OR_MISS;
}
