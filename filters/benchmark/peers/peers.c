/* SPDX-License-Identifier: GPL-3.0-or-later */
/* peers: a unit's place among the units of the same measure and period. */
#include "peers.h"

#include "../../lib/quantile.h"
#include "../compare/comparer.h"
#include "../disclosure/disclosure.h"

#include <math.h>

struct peers
peers_summarise(const double *ascending, size_t count)
{
	struct peers peers = { .units = count };

	if (count == 0)
		return peers;
	peers.q1 = quantile_type7(ascending, count, 0.25);
	peers.median = quantile_type7(ascending, count, 0.5);
	peers.q3 = quantile_type7(ascending, count, 0.75);
	return peers;
}

/* Deviations grow away from the median on both sides, so the next one is on one of them. */
double
peers_mad(const double *ascending, size_t count, double median)
{
	size_t above = peers_below(ascending, count, median, true);
	size_t below = above;
	double before = NAN;
	double deviation = NAN;

	for (size_t taken = 0; taken < count / 2 + 1 && taken < count; taken++) {
		bool down = below != 0
		    && (above == count
		        || median - ascending[below - 1] <= ascending[above] - median);

		before = deviation;
		deviation = down ? median - ascending[--below] : ascending[above++] - median;
	}
	return count % 2 == 1 ? deviation : before + (deviation - before) / 2;
}

int
peers_quartile(const struct peers *peers, double value)
{
	if (value <= peers->q1)
		return 1;
	if (value <= peers->median)
		return 2;
	return value <= peers->q3 ? 3 : 4;
}

size_t
peers_below(const double *ascending, size_t count, double value, bool equal)
{
	size_t low = 0;

	while (count != 0) {
		size_t half = count / 2;
		double middle = ascending[low + half];

		if (middle < value || (equal && middle <= value)) {
			low += half + 1;
			count -= half + 1;
		} else {
			count = half;
		}
	}
	return low;
}

double
peers_rank(
    const double *ascending, size_t count, double value, bool descending, enum peers_ties ties)
{
	size_t less = peers_below(ascending, count, value, false);
	size_t reached = peers_below(ascending, count, value, true);
	size_t before = descending ? count - reached : less;
	size_t tied = reached - less;
	double rank = (double)before + 1;

	if (ties == PEERS_TIES_AVERAGE)
		rank += ((double)tied - 1) / 2;
	return rank;
}

const double *
peers_ascending(struct compare_set *set, size_t *count)
{
	if (set->ascending_count == COMPARE_EVERY) {
		set->ascending_count = 0;
		for (size_t i = 0; i < set->count; i++)
			if (set->members[i].figure.state == FIGURE_SHOWN)
				set->ascending[set->ascending_count++] =
				    set->members[i].figure.exact;
		quantile_sort(set->ascending, set->ascending_count);
	}
	*count = set->ascending_count;
	return set->ascending;
}

bool
peers_round(const struct compare_set *set)
{
	return disclosure_rounds(set->rule) && !(set->count != 0 && set->members[0].figure.given);
}

double
peers_published(const struct compare_set *set, double value)
{
	if (!peers_round(set))
		return value;
	for (size_t i = 0; i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN)
			return figure_rounded(value, set->members[i].figure.decimals);
	return NAN;
}

void
peers_put_units(struct compare_set *set, size_t units)
{
	for (size_t i = 0; i < set->count; i++)
		compare_put(set, i, COLUMN_UNITS, (double)units);
}

bool
peers_too_few(struct compare_set *set, size_t units)
{
	peers_put_units(set, units);
	if (units >= PEERS_MINIMUM)
		return false;
	for (size_t i = 0; i < set->count; i++)
		compare_put(set, i, COLUMN_METHOD, 1);
	return true;
}
