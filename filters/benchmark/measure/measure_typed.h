/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure_typed: what options say of the measures that are typed as options, too.
 */
#ifndef BENCHMARK_MEASURE_TYPED_H
#define BENCHMARK_MEASURE_TYPED_H

#include "../../lib/filter.h"
#include "measure.h"

/* Borrowed texts, NULL where nothing is said. */
struct measure_typed {
	const char *polarity;
	const char *decimals;
	const char *stratum;
	const char *standard;
	const struct filter_list *intervals; /* KIND=METHOD */
	const struct filter_list *targets;   /* NUMBER, or MEASURE=NUMBER of any measure */
	const char *measure_column;
};

/* After all measures are there.  An option that nothing goes with is a fault. */
bool
measures_say(struct measures *measures, const struct measure_typed *typed, struct fault *fault);
/* The interval method of that name; false where the measure's kind has none such. */
bool measure_choose_interval(struct measure *measure, const char *name);

#endif
