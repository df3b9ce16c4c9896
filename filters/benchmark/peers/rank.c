/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rank: the units in order, 1 being the best by the measure's polarity, and the ranks that
 * chance leaves open.
 *
 * All rank intervals hold together with 95%: the interval of each of K figures is taken at
 * 1 - 0.05 / K (Bonferroni), and a unit has before it those whose whole interval lies on the
 * better side of its own (Klein, Wright and Wieczorek 2020).
 */
#include "../../lib/quantile.h"
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "peers.h"

#include <math.h>

#define JOINT_CONFIDENCE 0.95

static const enum compare_column written[] = { COLUMN_UNITS, COLUMN_RANK, COLUMN_RANK_LOWER,
	COLUMN_RANK_UPPER, COMPARE_COLUMNS };

static void
put_ranks(struct compare_set *set, const double *ascending, size_t count)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		if (figure->state == FIGURE_SHOWN && compare_wants(set, i))
			compare_put(set, i, COLUMN_RANK,
			    peers_rank(ascending, count, figure->exact,
			        set->measure->polarity == MEASURE_HIGHER, set->options->ties));
	}
}

/* The intervals of the members, NaN where there is none, and both ends in order. */
struct ends {
	double *lower;
	double *upper;
	double *lower_ascending;
	double *upper_ascending;
	size_t count; /* that have an interval */
};

static bool
find_limits(const struct compare_set *set, size_t member, size_t count, struct interval *limits)
{
	const struct compare_member *one = &set->members[member];
	double confidence = 1 - (1 - JOINT_CONFIDENCE) / (double)count;

	if (one->joint->among != count) {
		one->joint->among = count;
		one->joint->found =
		    figure_limits(&one->figure, set->measure, confidence, &one->joint->limits);
	}
	if (one->joint->found)
		*limits = one->joint->limits;
	return one->joint->found;
}

static struct ends
collect_ends(const struct compare_set *set, size_t count)
{
	struct ends ends = { .lower = set->numbers[0],
		.upper = set->numbers[1],
		.lower_ascending = set->numbers[2],
		.upper_ascending = set->numbers[3] };

	for (size_t i = 0; i < set->count; i++) {
		struct interval limits = { NAN, NAN };

		if (find_limits(set, i, count, &limits)) {
			ends.lower_ascending[ends.count] = limits.lower;
			ends.upper_ascending[ends.count++] = limits.upper;
		}
		ends.lower[i] = limits.lower;
		ends.upper[i] = limits.upper;
	}
	quantile_sort(ends.lower_ascending, ends.count);
	quantile_sort(ends.upper_ascending, ends.count);
	return ends;
}

/* A figure without limits has no interval, and may have any rank in those of the others. */
static void
put_intervals(struct compare_set *set, size_t count)
{
	bool descending = set->measure->polarity == MEASURE_HIGHER;
	struct ends ends = collect_ends(set, count);

	for (size_t i = 0; i < set->count; i++) {
		size_t above;
		size_t below;

		if (isnan(ends.lower[i]) || !compare_wants(set, i))
			continue;
		above =
		    ends.count - peers_below(ends.lower_ascending, ends.count, ends.upper[i], true);
		below = peers_below(ends.upper_ascending, ends.count, ends.lower[i], false);
		compare_put(set, i, COLUMN_RANK_LOWER, (double)(1 + (descending ? above : below)));
		compare_put(
		    set, i, COLUMN_RANK_UPPER, (double)(count - (descending ? below : above)));
	}
}

static void
run(struct compare_set *set)
{
	size_t count;
	const double *ascending = peers_ascending(set, &count);

	peers_put_units(set, count);
	if (set->measure->polarity == MEASURE_NEUTRAL || count == 0)
		return;
	put_ranks(set, ascending, count);
	put_intervals(set, count);
}

static void
method(const struct compare_options *options, const struct measure *measure, struct buffer *method)
{
	(void)options;
	(void)measure;
	buffer_append_text(method, "rank_bonferroni");
}

const struct comparer rank_comparer = {
	.name = "rank", .over = COMPARE_UNITS, .columns = written, .run = run, .method = method
};
