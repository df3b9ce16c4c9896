/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pair: two figures of one measure beside each other: how many times, and how much more.
 *
 * Shares and rates go by their published counts, which are finer than a share in whole
 * percent; all others by their published values.
 */
#ifndef BENCHMARK_PAIR_H
#define BENCHMARK_PAIR_H

#include "../../lib/interval.h"
#include "../figure/figure.h"
#include "../measure/measure.h"

#include <stdbool.h>

struct pair_side {
	double value; /* in the units of the figure */
	double n;
	double events; /* of a share or rate */
	double error;  /* else; NaN: not known */
};

struct pair {
	enum figure_model model;
	double multiplier;
	struct pair_side first;
	struct pair_side second;
};

/* How limits were reckoned; the names are in pair.c. */
enum pair_method {
	PAIR_NONE,
	PAIR_KATZ,
	PAIR_RISK_EXACT,
	PAIR_RATE_LOG,
	PAIR_RATE_EXACT,
	PAIR_DELTA,
	PAIR_NEWCOMBE,
	PAIR_JOINED,
	PAIR_NORMAL
};

/* Both figures show. */
struct pair
pair_of(const struct measure *measure, const struct figure *first, const struct figure *second);
/* first over second; NaN where it says nothing: over 0, or of numbers under 0. */
double pair_ratio(const struct pair *pair);
/* first less second. */
double pair_difference(const struct pair *pair);
/* PAIR_NONE: there are none.  An upper limit may be INFINITY. */
enum pair_method
pair_ratio_limits(const struct pair *pair, double confidence, struct interval *limits);
enum pair_method
pair_difference_limits(const struct pair *pair, double confidence, struct interval *limits);
const char *pair_method_name(enum pair_method method);

#endif
