/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare: makes the sets of figures, and keeps what the comparers find. */
#include "compare.h"

#include "../../lib/field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Members of a set stand together in the order of its sorting. */
struct order {
	int (*compare)(const void *a, const void *b);
	bool (*same)(const struct group *a, const struct group *b);
};

static int
compare_time(const struct group *left, const struct group *right)
{
	int order = (left->day > right->day) - (left->day < right->day);

	return order != 0 ? order : field_compare(left->period, right->period);
}

static int
compare_units(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = compare_time(left, right);

	if (order == 0)
		order = field_compare(left->by, right->by);
	return order != 0 ? order : field_compare(left->unit, right->unit);
}

static bool
same_units(const struct group *a, const struct group *b)
{
	return field_equals(a->period, b->period) && field_equals(a->by, b->by);
}

static int
compare_series(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = field_compare(left->unit, right->unit);

	if (order == 0)
		order = field_compare(left->by, right->by);
	if (order == 0)
		order = (left->length > right->length) - (left->length < right->length);
	return order != 0 ? order : compare_time(left, right);
}

/* Figures of one month and of three are no series together. */
static bool
same_series(const struct group *a, const struct group *b)
{
	return field_equals(a->unit, b->unit) && field_equals(a->by, b->by)
	    && a->length == b->length;
}

/* The further columns but the last. */
static struct field
outer(struct field by)
{
	while (by.length != 0 && by.data[by.length - 1] != '\0')
		by.length--;
	return by;
}

static int
compare_parts(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = field_compare(left->unit, right->unit);

	if (order == 0)
		order = compare_time(left, right);
	return order != 0 ? order : field_compare(left->by, right->by);
}

static bool
same_parts(const struct group *a, const struct group *b)
{
	return field_equals(a->unit, b->unit) && field_equals(a->period, b->period)
	    && field_equals(outer(a->by), outer(b->by));
}

/* All figures are one set, in which none looks at another. */
static int
compare_none(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;

	return (left->index > right->index) - (left->index < right->index);
}

static bool
same_none(const struct group *a, const struct group *b)
{
	(void)a;
	(void)b;
	return true;
}

static const struct order orders[] = { [COMPARE_UNITS] = { compare_units, same_units },
	[COMPARE_TIME] = { compare_series, same_series },
	[COMPARE_PARTS] = { compare_parts, same_parts },
	[COMPARE_ALONE] = { compare_none, same_none } };

/* Room for the largest set: all groups. */
struct room {
	struct group **sorted;
	struct compare_member *members;
	double *numbers;
};

static bool
is_asked(const struct comparison *comparison, size_t comparer)
{
	return (comparison->options->asked >> comparer & 1) != 0;
}

/* All comparers of one kind of set, measure by measure. */
static void
run_set(struct comparison *comparison, struct room *room, enum compare_over over, size_t first,
    size_t end)
{
	const struct measures *measures = comparison->measures;
	struct compare_set set = { .options = comparison->options,
		.rule = comparison->rule,
		.members = room->members,
		.count = end - first,
		.focus = COMPARE_EVERY,
		.comparison = comparison };

	for (size_t i = 0; i < 4; i++)
		set.numbers[i] = room->numbers + i * comparison->groups->count;
	for (set.index = 0; set.index < measures->count; set.index++) {
		set.measure = &measures->items[set.index];
		for (size_t i = 0; i < set.count; i++) {
			const struct group *group = room->sorted[first + i];

			room->members[i] = (struct compare_member){ group,
				figure_of(
				    set.measure, &group->cells[set.index], comparison->rule) };
		}
		for (set.comparer = 0; comparers[set.comparer] != NULL; set.comparer++)
			if (is_asked(comparison, set.comparer)
			    && comparers[set.comparer]->over == over)
				comparers[set.comparer]->run(&set);
	}
}

static void
run_over(struct comparison *comparison, struct room *room, enum compare_over over)
{
	const struct groups *groups = comparison->groups;
	size_t count = 0;
	size_t end;

	/* a total is none of the units */
	for (size_t i = 0; i < groups->count; i++)
		if (over != COMPARE_UNITS || !groups->sorted[i]->total)
			room->sorted[count++] = groups->sorted[i];
	qsort(room->sorted, count, sizeof(struct group *), orders[over].compare);
	for (size_t first = 0; first < count; first = end) {
		end = first + 1;
		while (end < count && orders[over].same(room->sorted[first], room->sorted[end]))
			end++;
		run_set(comparison, room, over, first, end);
	}
}

void
compare_all(
    struct comparison *comparison, const struct groups *groups, const struct measures *measures)
{
	size_t cells = groups->count * measures->count * comparison->slot_count;
	struct room room;

	comparison->groups = groups;
	comparison->measures = measures;
	if (cells == 0)
		return;
	comparison->numbers = xcalloc(cells, sizeof(*comparison->numbers));
	for (size_t i = 0; i < cells; i++)
		comparison->numbers[i] = NAN;
	room.sorted = xcalloc(groups->count, sizeof(struct group *));
	room.members = xcalloc(groups->count, sizeof(*room.members));
	room.numbers = xcalloc(4 * groups->count, sizeof(*room.numbers));
	for (size_t over = COMPARE_UNITS; over <= COMPARE_ALONE; over++)
		if (compare_goes_over(comparison->options->asked, (enum compare_over)over))
			run_over(comparison, &room, (enum compare_over)over);
	free(room.sorted);
	free(room.members);
	free(room.numbers);
}

void
compare_put(struct compare_set *set, size_t member, enum compare_column column, double number)
{
	struct comparison *comparison = set->comparison;
	size_t slot = comparison->place[set->comparer][column];
	size_t cell = set->members[member].group->index * comparison->measures->count + set->index;

	if (set->focus == COMPARE_EVERY || set->focus == member)
		comparison->numbers[cell * comparison->slot_count + slot] = number;
}

void
compare_count(struct compare_set *set, bool lacks)
{
	set->comparison->counted[set->comparer].sets++;
	set->comparison->counted[set->comparer].lacking += lacks;
}

void
compare_report(const struct comparison *comparison)
{
	for (size_t i = 0; comparers[i] != NULL; i++)
		if (comparers[i]->report != NULL && comparison->counted[i].sets != 0)
			comparers[i]->report(comparison->options, comparison->counted[i].sets,
			    comparison->counted[i].lacking);
}

void
compare_release(struct comparison *comparison)
{
	free(comparison->numbers);
	comparison->numbers = NULL;
}
