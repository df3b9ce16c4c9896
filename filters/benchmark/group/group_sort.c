/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group_sort: the order of groups.
 *
 * A million groups are sorted by three small numbers each, which lie side by side, instead of
 * by texts all over the memory: the places of their units, periods and further columns.
 */
#include "group.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* One text of many groups. */
struct name {
	uint64_t first; /* what decides as a rule: its first bytes, or a period's first day */
	struct field text;
	uint32_t id; /* in the order in which they came */
};

struct names {
	struct name *items;
	uint32_t count;
	uint32_t *slots; /* open addressing: id plus 1; 0: none */
	size_t room;     /* a power of 2 */
	uint32_t last;   /* the one found last */
};

struct entry {
	struct group *group;
	uint32_t unit;
	uint32_t period;
	uint32_t by;
};

int
group_compare(const struct group *left, const struct group *right)
{
	int order = field_compare(left->unit, right->unit);

	if (order == 0)
		order = (left->day > right->day) - (left->day < right->day);
	if (order == 0)
		order = field_compare(left->period, right->period);
	return order != 0 ? order : field_compare(left->by, right->by);
}

/* The first eight bytes as a number: in its order texts are in byte order, and equal ones are
 * compared whole. */
static uint64_t
first_bytes(struct field text)
{
	uint64_t first = 0;

	for (size_t i = 0; i < sizeof(first); i++)
		first = first << 8 | (i < text.length ? (unsigned char)text.data[i] : 0);
	return first;
}

/* Days before 1970, too. */
static uint64_t
first_day(const struct group *group)
{
	return (uint64_t)group->day ^ UINT64_C(1) << 63;
}

static void
widen(struct names *names)
{
	size_t room = names->room != 0 ? 2 * names->room : 64;

	if (2 * ((size_t)names->count + 1) <= names->room)
		return;
	free(names->slots);
	names->slots = xcalloc(room, sizeof(*names->slots));
	names->room = room;
	for (uint32_t i = 0; i < names->count; i++) {
		size_t at = hash_field(0, names->items[i].text) & (room - 1);

		while (names->slots[at] != 0)
			at = (at + 1) & (room - 1);
		names->slots[at] = i + 1;
	}
}

static uint32_t
id_of(struct names *names, struct field text, uint64_t first)
{
	size_t at;

	if (names->count != 0 && field_equals(names->items[names->last].text, text))
		return names->last;
	widen(names);
	at = hash_field(0, text) & (names->room - 1);
	while (names->items != NULL && names->slots[at] != 0
	    && !field_equals(names->items[names->slots[at] - 1].text, text))
		at = (at + 1) & (names->room - 1);
	if (names->slots[at] == 0) {
		names->items = xgrow(names->items, names->count, sizeof(*names->items));
		names->items[names->count] = (struct name){ first, text, names->count };
		names->slots[at] = ++names->count;
	}
	names->last = names->slots[at] - 1;
	return names->last;
}

static int
compare_names(const void *a, const void *b)
{
	const struct name *left = a;
	const struct name *right = b;

	if (left->first != right->first)
		return left->first > right->first ? 1 : -1;
	return field_compare(left->text, right->text);
}

/* The place of each id in order; the names are of no use any more. */
static uint32_t *
places_of(struct names *names)
{
	uint32_t *places = xcalloc((size_t)names->count + 1, sizeof(*places));

	free(names->slots);
	if (names->count != 0)
		qsort(names->items, names->count, sizeof(*names->items), compare_names);
	for (uint32_t i = 0; i < names->count; i++)
		places[names->items[i].id] = i;
	free(names->items);
	return places;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *left = a;
	const struct entry *right = b;

	if (left->unit != right->unit)
		return left->unit > right->unit ? 1 : -1;
	if (left->period != right->period)
		return left->period > right->period ? 1 : -1;
	return (left->by > right->by) - (left->by < right->by);
}

/* Each group's three numbers. */
static void
number(const struct groups *groups, struct entry *entries)
{
	struct names units = { 0 }, periods = { 0 }, bys = { 0 };
	uint32_t *unit_places, *period_places, *by_places;

	for (size_t i = 0; i < groups->count; i++) {
		struct group *group = groups->all[i];

		entries[i] =
		    (struct entry){ group, id_of(&units, group->unit, first_bytes(group->unit)),
			    id_of(&periods, group->period, first_day(group)),
			    id_of(&bys, group->by, first_bytes(group->by)) };
	}
	unit_places = places_of(&units);
	period_places = places_of(&periods);
	by_places = places_of(&bys);
	for (size_t i = 0; i < groups->count; i++) {
		entries[i].unit = unit_places[entries[i].unit];
		entries[i].period = period_places[entries[i].period];
		entries[i].by = by_places[entries[i].by];
	}
	free(unit_places);
	free(period_places);
	free(by_places);
}

void
groups_sort(struct groups *groups)
{
	struct entry *entries = xcalloc(groups->count + 1, sizeof(*entries));

	free(groups->slots);
	groups->slots = NULL;
	groups->room = 0;
	number(groups, entries);
	if (groups->count != 0)
		qsort(entries, groups->count, sizeof(*entries), compare_entries);
	for (size_t i = 0; i < groups->count; i++) {
		struct group *group = entries[i].group;

		group->index = i;
		group->unit_place = entries[i].unit;
		group->period_place = entries[i].period;
		group->by_place = entries[i].by;
		groups->all[i] = group;
	}
	groups->sorted = groups->all;
	free(entries);
}
