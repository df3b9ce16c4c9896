/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rate: events over people, person-years or beds, times a multiplier. */
#include "../measure/measure_list.h"
#include "events.h"

/* The interval methods, in the order of their names. */
enum { RATE_BYAR, RATE_EXACT };

static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	return events_limits(
	    measure, figure, measure->interval == RATE_EXACT, confidence, interval);
}

static const char *
method(const struct measure *measure)
{
	return measure->interval == RATE_EXACT ? "poisson_exact" : "byar";
}

static const char *
method_of(const struct measure *measure, const struct figure *figure)
{
	return events_method(figure, measure->interval == RATE_EXACT);
}

static const char *const keys[] = { "numerator", "denominator", NULL };
static const char *const intervals[] = { "byar", "exact", NULL };

const struct kind kind_rate = {
	.name = "rate",
	.option = "NUM/DEN[:PER]",
	.decimals = 1,
	.multiplier = 100000,
	.takes_multiplier = true,
	.keys = keys,
	.intervals = intervals,
	.record = KIND_RECORD_TABLE,
	.read = measure_read_pair,
	.type = measure_split_per,
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
