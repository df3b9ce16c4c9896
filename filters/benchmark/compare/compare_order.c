/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare_order: which groups stand in one set. */
#include "compare_order.h"

#include "../../lib/field.h"
#include "comparer.h"
#include "peer_list.h"

static int
compare_time(const struct group *left, const struct group *right)
{
	int order = (left->day > right->day) - (left->day < right->day);

	return order != 0 ? order : field_compare(left->period, right->period);
}

/* The name of the units that a unit is compared with; empty where all are. */
static struct field
peer_group(const struct group *group)
{
	return group->peer != NULL ? group->peer->group : (struct field){ "", 0 };
}

static int
compare_units(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = compare_time(left, right);

	if (order == 0)
		order = field_compare(left->by, right->by);
	if (order == 0)
		order = field_compare(peer_group(left), peer_group(right));
	return order != 0 ? order : field_compare(left->unit, right->unit);
}

static bool
same_units(const struct group *a, const struct group *b)
{
	return field_equals(a->period, b->period) && field_equals(a->by, b->by)
	    && field_equals(peer_group(a), peer_group(b));
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

const struct compare_order compare_orders[] = { [COMPARE_UNITS] = { compare_units, same_units },
	[COMPARE_TIME] = { compare_series, same_series },
	[COMPARE_PARTS] = { compare_parts, same_parts },
	[COMPARE_ALONE] = { compare_none, same_none } };
