/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control_judge: what the rules that fired and the limits mean, by which values are good.
 */
#ifndef BENCHMARK_CONTROL_JUDGE_H
#define BENCHMARK_CONTROL_JUDGE_H

#include "../measure/measure.h"
#include "control.h"

enum control_variation {
	CONTROL_COMMON, /* no rule fired */
	CONTROL_IMPROVEMENT,
	CONTROL_CONCERN,
	CONTROL_NEUTRAL_HIGH, /* of a measure without a good direction */
	CONTROL_NEUTRAL_LOW,
	CONTROL_SPECIAL /* the rules that fired have no direction */
};

/* Whether the target will be met if nothing changes: it lies beyond a limit, or within. */
enum control_assurance {
	CONTROL_NO_TARGET, /* or no good direction */
	CONTROL_PASS,
	CONTROL_FAIL,
	CONTROL_HIT_OR_MISS
};

/* By the first that fired of outside, trend, two of three, four of five, shift, long run
 * (as NHSRplotthedots 0.2.2 has it). */
enum control_variation control_variation(
    unsigned signals, const struct control_point *point, enum measure_polarity polarity);
enum control_assurance
control_assurance(const struct measure *measure, double lower, double upper, double noise);

#endif
