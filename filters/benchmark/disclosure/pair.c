/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pair: which numerators and denominators give the figure that is published with them. */
#include "pair.h"

#include "../../lib/decimal.h"
#include "../../lib/interval.h"

#include <math.h>
#include <string.h>

/* More than any rule's rounding leaves; wider ones are not tried one by one. */
#define TRIES_MAX 400

static int64_t
width_of(const struct additive_range *range)
{
	return range->upper - range->lower + 1;
}

/* The number is written as the figure is. */
static bool
is_written_so(const struct count_pair *pair, double number)
{
	double distance = fabs(number - pair->value);
	double half = 0.5 / (double)decimal_powers[pair->decimals];
	char one[DECIMAL_TEXT_MAX], other[DECIMAL_TEXT_MAX];

	if (fabs(distance - half) > 1e-9 * fmax(1, fabs(number)))
		return distance < half;
	/* a tie goes one way only */
	decimal_write(number, pair->decimals, one);
	decimal_write(pair->value, pair->decimals, other);
	return strcmp(one, other) == 0;
}

static bool
has_limits(const struct count_pair *pair, double events, double n)
{
	static const double confidences[] = { 0.95, 0.998 };

	for (size_t i = 0; i < pair->limit_count; i++) {
		struct interval limits;
		char text[DECIMAL_TEXT_MAX];

		if (!interval_wilson(events / n, n, confidences[i / 2], &limits))
			return true;
		decimal_write(pair->multiplier * (i % 2 == 0 ? limits.lower : limits.upper),
		    pair->decimals, text);
		if (strcmp(text, pair->limits[i]) != 0)
			return false;
	}
	return true;
}

static bool
is_possible(const struct count_pair *pair, double events, double n)
{
	if (events > n)
		return false;
	if (!pair->valued || n < 1)
		return true;
	return is_written_so(pair, pair->multiplier * events / n) && has_limits(pair, events, n);
}

/* Takes what was found, where it is anything at all; whether it is news. */
static bool
take(struct additive_range *range, struct additive_range found)
{
	if (found.lower > found.upper
	    || (found.lower == range->lower && found.upper == range->upper))
		return false;
	*range = found;
	return true;
}

static void
widen(struct additive_range *range, int64_t number)
{
	if (number < range->lower)
		range->lower = number;
	if (number > range->upper)
		range->upper = number;
}

/* Every pair within the ranges. */
static bool
try_pairs(const struct count_pair *pair, struct additive_range *events, struct additive_range *n)
{
	struct additive_range above = { ADDITIVE_MOST, -1 }, below = { ADDITIVE_MOST, -1 };
	bool changed;

	for (int64_t x = events->lower; x <= events->upper; x++)
		for (int64_t d = n->lower; d <= n->upper; d++)
			if (is_possible(pair, (double)x, (double)d)) {
				widen(&above, x);
				widen(&below, d);
			}
	changed = take(events, above);
	return take(n, below) || changed;
}

/* A numerator is no more than its denominator. */
static bool
order_pair(struct additive_range *events, struct additive_range *n)
{
	struct additive_range above = *events, below = *n;
	bool changed;

	if (above.upper > below.upper)
		above.upper = below.upper;
	if (below.lower < above.lower)
		below.lower = above.lower;
	changed = take(events, above);
	return take(n, below) || changed;
}

/* Only some sums of whole numbers give the mean. */
static bool
try_sums(const struct count_pair *pair, struct additive_range *n)
{
	struct additive_range found = { ADDITIVE_MOST, -1 };

	for (int64_t d = n->lower; d <= n->upper; d++) {
		double sum = round(pair->value * (double)d);

		if (d != 0 && is_written_so(pair, sum / (double)d))
			widen(&found, d);
	}
	return take(n, found);
}

bool
pair_narrow(struct additive *additive, const struct count_pair *pair)
{
	struct additive_range *n, *events;
	bool one;

	if (pair->kind == PAIR_NONE)
		return false;
	n = &additive->ranges[pair->below];
	events = &additive->ranges[pair->above];
	one = width_of(n) == 1;
	if (pair->kind == PAIR_MEAN)
		return pair->valued && !one && width_of(n) <= TRIES_MAX && try_sums(pair, n);
	if (one && width_of(events) == 1)
		return false;
	if (width_of(events) > TRIES_MAX || width_of(n) > TRIES_MAX
	    || width_of(events) * width_of(n) > TRIES_MAX)
		return order_pair(events, n);
	return try_pairs(pair, events, n);
}
