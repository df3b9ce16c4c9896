/* SPDX-License-Identifier: GPL-3.0-or-later */
/* discovery: the column q, of all p of one comparison, period and further columns. */
#include "discovery.h"

#include "../compare/compare.h"
#include "../group/group_key.h"

#include <math.h>
#include <stdlib.h>

static int
compare_tests(const void *a, const void *b)
{
	const struct discovery_test *left = a;
	const struct discovery_test *right = b;

	return (left->p > right->p) - (left->p < right->p);
}

void
discovery_rates(struct discovery_test *tests, size_t count)
{
	double least = 1;

	if (count == 0)
		return;
	qsort(tests, count, sizeof(*tests), compare_tests);
	for (size_t i = count; i-- > 0;) {
		least = fmin(least, tests[i].p * (double)count / (double)(i + 1));
		*tests[i].q = least;
	}
}

/* A group, and its further columns without a measure's name. */
struct discovery_group {
	const struct group *group;
	struct field by;
};

static int
compare_families(const void *a, const void *b)
{
	const struct discovery_group *left = a;
	const struct discovery_group *right = b;
	int order = field_compare(left->group->period, right->group->period);

	return order != 0 ? order : field_compare(left->by, right->by);
}

/* The tests of one group that have a p; their number. */
static size_t
collect(const struct comparison *comparison, const struct group *group, size_t comparer,
    struct discovery_test *tests)
{
	const size_t *place = comparison->place[comparer];
	size_t count = 0;

	if (group->total || group->national)
		return 0;
	for (size_t m = 0; m < comparison->measures->count; m++) {
		size_t cell = group->index * comparison->measures->count + m;
		double *numbers = comparison->numbers + cell * comparison->slot_count;

		if (!isnan(numbers[place[COLUMN_P]]))
			tests[count++] = (struct discovery_test){ numbers[place[COLUMN_P]],
				&numbers[place[COLUMN_Q]] };
	}
	return count;
}

/* All units and measures of one period and further columns are one family of tests. */
static void
discover_one(const struct comparison *comparison, size_t comparer,
    const struct discovery_group *sorted, struct discovery_test *tests)
{
	size_t groups = comparison->groups->count;
	size_t end;

	for (size_t first = 0; first < groups; first = end) {
		size_t count = 0;

		for (end = first;
		     end < groups && compare_families(&sorted[first], &sorted[end]) == 0; end++)
			count += collect(comparison, sorted[end].group, comparer, tests + count);
		discovery_rates(tests, count);
	}
}

static bool
has_rates(const struct comparison *comparison, size_t comparer)
{
	const size_t *place = comparison->place[comparer];

	return place[COLUMN_P] != COMPARE_NO_SLOT && place[COLUMN_Q] != COMPARE_NO_SLOT;
}

static bool
is_wanted(const struct comparison *comparison)
{
	for (size_t i = 0; comparers[i] != NULL; i++)
		if (has_rates(comparison, i))
			return true;
	return false;
}

void
discover(struct comparison *comparison)
{
	const struct groups *groups = comparison->groups;
	struct discovery_group *sorted;
	struct discovery_test *tests;

	if (!is_wanted(comparison))
		return;
	sorted = xcalloc(groups->count, sizeof(*sorted));
	for (size_t i = 0; i < groups->count; i++) {
		struct field by = groups->sorted[i]->by;

		if (comparison->options->by_measure)
			group_key_part(&by);
		sorted[i] = (struct discovery_group){ groups->sorted[i], by };
	}
	qsort(sorted, groups->count, sizeof(*sorted), compare_families);
	tests = xcalloc(groups->count * comparison->measures->count, sizeof(*tests));
	for (size_t i = 0; comparers[i] != NULL; i++)
		if (has_rates(comparison, i))
			discover_one(comparison, i, sorted, tests);
	free(sorted);
	free(tests);
}
