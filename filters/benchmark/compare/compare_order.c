/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare_order: which groups stand in one set. */
#include "compare_order.h"

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../peers/peer_list.h"
#include "comparer.h"

#include <stdlib.h>

/* The name of the units that a unit is compared with; empty where all are. */
static struct field
peer_group(const struct peer_unit *peer)
{
	return peer != NULL ? peer->group : (struct field){ "", 0 };
}

static bool
same_units(const struct group *a, const struct group *b)
{
	return a->period_place == b->period_place && a->by_place == b->by_place
	    && (a->peer == b->peer || field_equals(peer_group(a->peer), peer_group(b->peer)));
}

/* Figures of one month and of three are no series together. */
static bool
same_series(const struct group *a, const struct group *b)
{
	return a->unit_place == b->unit_place && a->by_place == b->by_place
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

static bool
same_parts(const struct group *a, const struct group *b)
{
	return a->unit_place == b->unit_place && a->period_place == b->period_place
	    && field_equals(outer(a->by), outer(b->by));
}

/* All figures are one set, in which none looks at another. */
static bool
same_none(const struct group *a, const struct group *b)
{
	(void)a;
	(void)b;
	return true;
}

bool (*const compare_same[])(const struct group *a, const struct group *b) = {
	[COMPARE_UNITS] = same_units,
	[COMPARE_TIME] = same_series,
	[COMPARE_PARTS] = same_parts,
	[COMPARE_ALONE] = same_none,
};

/* What decides of a group's place, side by side. */
struct entry {
	struct group *group;
	const struct peer_unit *peer; /* units of one period go by it before their own name */
	uint32_t numbers[4];
};

static void
number(const struct group *group, enum compare_over over, uint32_t numbers[4])
{
	switch (over) {
	case COMPARE_UNITS:
		numbers[0] = group->period_place;
		numbers[1] = group->by_place;
		numbers[3] = group->unit_place;
		break;
	case COMPARE_TIME:
		numbers[0] = group->unit_place;
		numbers[1] = group->by_place;
		/* months are above 0, days under it */
		numbers[2] = (uint32_t)group->length ^ UINT32_C(1) << 31;
		numbers[3] = group->period_place;
		break;
	case COMPARE_PARTS:
	case COMPARE_ALONE:
		numbers[0] = (uint32_t)group->index;
		break;
	}
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *left = a;
	const struct entry *right = b;

	for (size_t i = 0; i < 4; i++) {
		if (left->numbers[i] != right->numbers[i])
			return left->numbers[i] > right->numbers[i] ? 1 : -1;
		if (i == 1 && left->peer != right->peer) {
			int order = field_compare(peer_group(left->peer), peer_group(right->peer));

			if (order != 0)
				return order;
		}
	}
	return 0;
}

void
compare_sort(struct group **groups, size_t count, enum compare_over over)
{
	struct entry *entries = xcalloc(count + 1, sizeof(*entries));

	for (size_t i = 0; i < count; i++) {
		entries[i].group = groups[i];
		entries[i].peer = over == COMPARE_UNITS ? groups[i]->peer : NULL;
		number(groups[i], over, entries[i].numbers);
	}
	if (count != 0)
		qsort(entries, count, sizeof(*entries), compare_entries);
	for (size_t i = 0; i < count; i++)
		groups[i] = entries[i].group;
	free(entries);
}
