/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_of_counts: observed over expected, whose limits are those of a count. */
#include "events.h"
#include "ratio.h"

static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	return events_limits(
	    measure, figure, measure->interval == RATIO_EXACT, confidence, interval);
}

static const char *
method(const struct measure *measure)
{
	return measure->interval == RATIO_EXACT ? "poisson_exact" : "byar";
}

static const char *
method_of(const struct measure *measure, const struct figure *figure)
{
	return events_method(figure, measure->interval == RATIO_EXACT);
}

const struct kind kind_ratio_of_counts = {
	.name = "ratio",
	.option = "NUM/DEN",
	.decimals = 2,
	.multiplier = 1,
	.takes_multiplier = true,
	.keys = ratio_keys,
	.intervals = ratio_intervals,
	.by_interval = ratio_by_interval,
	.record = KIND_RECORD_TABLE,
	.take = events_take,
	.overflows = events_overflow,
	.merge = events_merge,
	.release = events_release,
	.save = events_save,
	.load = events_load,
	.reckon = events_reckon,
	.hides = events_hide,
	.publish = events_publish,
	.limits = limits,
	.method = method,
	.method_of = method_of,
};
