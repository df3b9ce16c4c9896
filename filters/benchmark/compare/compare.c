/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare: figures beside those of other units or of other periods. */
#include "compare.h"

#include "../../lib/memory.h"
#include "../figure/figure.h"

#include <stdlib.h>
#include <string.h>

/* What belongs together, in the order of sorting, and room for its figures. */
struct set {
	const struct groups *groups;
	const struct measures *measures;
	const struct disclosure *rule;
	const struct compare_options *options;
	struct group **members;
	double *values;
	double *scratch;
	size_t *cells; /* where each value belongs */
	unsigned char *signals;
};

static int
compare_time(const struct group *left, const struct group *right)
{
	int order = (left->day > right->day) - (left->day < right->day);

	return order != 0 ? order : field_compare(left->period, right->period);
}

/* Units of the same period and further columns stand together. */
static int
compare_peers(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = compare_time(left, right);

	if (order == 0)
		order = field_compare(left->by, right->by);
	return order != 0 ? order : field_compare(left->unit, right->unit);
}

static bool
same_peers(const struct group *a, const struct group *b)
{
	return field_equals(a->period, b->period) && field_equals(a->by, b->by);
}

/* Periods of the same unit and further columns stand together, in time. */
static int
compare_series(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = field_compare(left->unit, right->unit);

	if (order == 0)
		order = field_compare(left->by, right->by);
	return order != 0 ? order : compare_time(left, right);
}

static bool
same_series(const struct group *a, const struct group *b)
{
	return field_equals(a->unit, b->unit) && field_equals(a->by, b->by);
}

/* The figures that show of one measure in members [first, end). */
static size_t
collect(struct set *set, size_t first, size_t end, size_t measure, bool exact)
{
	size_t count = 0;

	for (size_t i = first; i < end; i++) {
		const struct group *group = set->members[i];
		struct figure figure =
		    figure_of(&set->measures->items[measure], &group->cells[measure], set->rule);

		if (figure.state != FIGURE_SHOWN)
			continue;
		set->values[count] = exact ? figure.exact : figure.published;
		set->cells[count++] = group->index * set->measures->count + measure;
	}
	return count;
}

static void
place_peers(struct set *set, struct compare_peer *places, size_t first, size_t end, size_t measure)
{
	enum measure_polarity polarity = set->measures->items[measure].polarity;
	size_t count = collect(set, first, end, measure, true);
	struct peers among = peers_summarise(set->values, count, set->scratch);

	for (size_t i = first; i < end; i++)
		places[set->members[i]->index * set->measures->count + measure].among = among;
	for (size_t i = 0; i < count; i++) {
		struct compare_peer *place = &places[set->cells[i]];

		if (count >= PEERS_MINIMUM)
			place->quartile = peers_quartile(&among, set->values[i]);
		if (polarity != MEASURE_NEUTRAL)
			place->rank = peers_rank(set->scratch, count, set->values[i],
			    polarity == MEASURE_HIGHER, set->options->ties);
	}
}

static void
place_series(
    struct set *set, struct compare_point *places, size_t first, size_t end, size_t measure)
{
	size_t count = collect(set, first, end, measure, false);
	struct control_limits limits = { 0 };

	if (count >= CONTROL_MINIMUM) {
		limits = control_limits(set->values, count);
		control_signals(set->values, count, &limits, set->options->zone, set->signals);
	}
	for (size_t i = first; i < end; i++)
		places[set->members[i]->index * set->measures->count + measure] =
		    (struct compare_point){ .limits = limits, .points = count };
	for (size_t i = 0; count >= CONTROL_MINIMUM && i < count; i++)
		places[set->cells[i]].signals = set->signals[i];
}

/* The first member after first that does not belong to its set. */
static size_t
set_end(
    const struct set *set, size_t first, bool (*same)(const struct group *, const struct group *))
{
	size_t end = first + 1;

	while (end < set->groups->count && same(set->members[first], set->members[end]))
		end++;
	return end;
}

static void
compare_with_peers(struct set *set, struct comparison *comparison)
{
	size_t measures = set->measures->count;
	size_t end;

	comparison->peers = xcalloc(set->groups->count * measures, sizeof(*comparison->peers));
	qsort(set->members, set->groups->count, sizeof(struct group *), compare_peers);
	for (size_t first = 0; first < set->groups->count; first = end) {
		end = set_end(set, first, same_peers);
		for (size_t m = 0; m < measures; m++)
			place_peers(set, comparison->peers, first, end, m);
	}
}

static void
compare_over_time(struct set *set, struct comparison *comparison)
{
	size_t measures = set->measures->count;
	size_t end;

	comparison->points = xcalloc(set->groups->count * measures, sizeof(*comparison->points));
	qsort(set->members, set->groups->count, sizeof(struct group *), compare_series);
	for (size_t first = 0; first < set->groups->count; first = end) {
		end = set_end(set, first, same_series);
		for (size_t m = 0; m < measures; m++)
			place_series(set, comparison->points, first, end, m);
	}
}

void
compare_all(struct comparison *comparison, const struct compare_options *options,
    const struct groups *groups, const struct measures *measures, const struct disclosure *rule)
{
	struct set set = { groups, measures, rule, options, NULL, NULL, NULL, NULL, NULL };

	*comparison = (struct comparison){ 0 };
	if (groups->count == 0 || (!options->peers && !options->control))
		return;
	set.members = xcalloc(groups->count, sizeof(struct group *));
	set.values = xcalloc(groups->count, sizeof(*set.values));
	set.scratch = xcalloc(groups->count, sizeof(*set.scratch));
	set.cells = xcalloc(groups->count, sizeof(*set.cells));
	set.signals = xcalloc(groups->count, 1);
	memcpy(set.members, groups->sorted, groups->count * sizeof(struct group *));
	if (options->peers)
		compare_with_peers(&set, comparison);
	if (options->control)
		compare_over_time(&set, comparison);
	free(set.members);
	free(set.values);
	free(set.scratch);
	free(set.cells);
	free(set.signals);
}

void
compare_release(struct comparison *comparison)
{
	free(comparison->peers);
	free(comparison->points);
	*comparison = (struct comparison){ 0 };
}
