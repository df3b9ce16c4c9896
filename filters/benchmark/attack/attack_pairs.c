/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack_pairs: which numerators and denominators give the figure that is published. */
#include "../../lib/decimal.h"
#include "../../lib/interval.h"
#include "../kind/kind.h"
#include "attack_table.h"

#include <math.h>
#include <string.h>

/* More than any rule's rounding leaves; wider ones are not tried one by one. */
#define TRIES_MAX 400

static int64_t
width_of(struct additive_range range)
{
	return range.upper - range.lower + 1;
}

/* Half a step of the last decimal, and a little for ties. */
static double
slack_of(unsigned decimals)
{
	return 0.5 * pow(10, -(double)decimals) + 1e-9;
}

static bool
has_limits(const struct attack_row *row, double multiplier, double events, double n)
{
	static const double confidences[] = { 0.95, 0.998 };

	for (size_t i = 0; row->from_exact && i < 4; i++) {
		struct interval limits;
		char text[DECIMAL_TEXT_MAX];

		if (row->limits[i] == NULL
		    || !interval_wilson(events / n, n, confidences[i / 2], &limits))
			return true;
		decimal_write(
		    multiplier * (i % 2 == 0 ? limits.lower : limits.upper), row->decimals, text);
		if (strcmp(text, row->limits[i]) != 0)
			return false;
	}
	return true;
}

static bool
is_possible(
    const struct attack_table *table, const struct attack_row *row, int64_t events, int64_t n)
{
	double multiplier = row->measure != NULL ? row->measure->multiplier : 100;
	double share = multiplier * (double)events / (double)n;

	if (events > n)
		return false;
	/* made of published counts, it says no more than they do */
	if (!row->valued || n == 0 || disclosure_shares_published(table->options->rule))
		return true;
	return fabs(share - row->value) <= slack_of(row->decimals)
	    && has_limits(row, multiplier, (double)events, (double)n);
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
try_pairs(struct attack_table *table, const struct attack_row *row, struct additive_range *events,
    struct additive_range *n)
{
	struct additive_range above = { ADDITIVE_MOST, -1 }, below = { ADDITIVE_MOST, -1 };
	bool changed;

	for (int64_t x = events->lower; x <= events->upper; x++)
		for (int64_t d = n->lower; d <= n->upper; d++)
			if (is_possible(table, row, x, d)) {
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

/* Of whole numbers, as answers mostly are, only some sums give the mean. */
static bool
try_sums(const struct attack_row *row, struct additive_range *n)
{
	struct additive_range found = { ADDITIVE_MOST, -1 };

	for (int64_t d = n->lower; d <= n->upper; d++) {
		double sum = round(row->value * (double)d);

		if (d != 0 && fabs(sum / (double)d - row->value) <= slack_of(row->decimals))
			widen(&found, d);
	}
	return take(n, found);
}

static bool
narrow_row(struct attack_table *table, const struct attack_row *row)
{
	const struct attack_count *above = &row->counts[ATTACK_NUMERATOR];
	const struct attack_count *below = &row->counts[ATTACK_DENOMINATOR];
	struct additive_range *events, *n;

	if (below->state == ATTACK_NOTHING || row->kind == ATTACK_OTHER)
		return false;
	n = &table->additive.ranges[below->variable];
	if (row->kind == ATTACK_MEAN)
		return row->valued && width_of(*n) > 1 && width_of(*n) <= TRIES_MAX
		    && try_sums(row, n);
	if (above->state == ATTACK_NOTHING)
		return false;
	events = &table->additive.ranges[above->variable];
	if (width_of(*events) == 1 && width_of(*n) == 1)
		return false;
	if (width_of(*events) > TRIES_MAX || width_of(*n) > TRIES_MAX
	    || width_of(*events) * width_of(*n) > TRIES_MAX)
		return order_pair(events, n);
	return try_pairs(table, row, events, n);
}

bool
attack_pairs(struct attack_table *table)
{
	bool changed = false;

	for (size_t i = 0; i < table->count; i++)
		if (narrow_row(table, &table->rows[i]))
			changed = true;
	return changed;
}
