/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group: the groups of a run and what was counted in each. */
#include "../../lib/memory.h"

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)

#include "group.h"

#include "../kind/kind.h"

#include <stdlib.h>
#include <string.h>

void
groups_init(struct groups *groups, const struct measures *measures)
{
	size_t most = CELLS_MAX / (measures->count != 0 ? measures->count : 1);

	*groups = (struct groups){
		.measures = measures,
		.most = most < GROUPS_MAX ? most : GROUPS_MAX,
	};
}

/* Eight bytes at a time, multiplied and folded: keys are short names, and the
 * table compares them whole in the end.  The table takes its place from the low
 * bits, which a word's last bytes reach by the last fold only. */
static unsigned
hash_of(struct field key)
{
	const uint64_t factor = 0x9E3779B97F4A7C15;
	uint64_t hash = key.length * factor;
	size_t i = 0;
	uint64_t word;

	for (; i + sizeof(word) <= key.length; i += sizeof(word)) {
		memcpy(&word, key.data + i, sizeof(word));
		hash = (hash ^ word) * factor;
		hash ^= hash >> 32;
	}
	if (i < key.length) {
		word = 0;
		memcpy(&word, key.data + i, key.length - i);
		hash = (hash ^ word) * factor;
		hash ^= hash >> 32;
	}
	hash *= factor;
	return (unsigned)(hash ^ hash >> 32);
}

static struct group *
group_new(const struct groups *groups, const struct group_key *key, struct field value)
{
	struct group *group =
	    xcalloc(1, sizeof(*group) + groups->measures->count * sizeof(group->cells[0]));
	struct window window;

	group->key = (struct field){ xstrndup(value.data, value.length), value.length };
	group_key_split(key, group->key, &group->unit, &group->period, &group->by);
	if (window_of(group->period, &window)) {
		group->day = window.day;
		group->last = window.last;
		group->length = window.length;
	}
	return group;
}

struct group *
groups_take(struct groups *groups, const struct group_key *key, struct field value)
{
	struct group *group = groups->last;

	if (group != NULL && field_equals(group->key, value))
		return group;

	unsigned hash = hash_of(value);

	HASH_FIND_BYHASHVALUE(hh, groups->table, value.data, value.length, hash, group);
	if (group == NULL) {
		if (groups->count == groups->most)
			return NULL;
		group = group_new(groups, key, value);
		HASH_ADD_KEYPTR_BYHASHVALUE(
		    hh, groups->table, group->key.data, group->key.length, hash, group);
		groups->count++;
	}
	groups->last = group;
	return group;
}

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

static int
compare_groups(const void *a, const void *b)
{
	return group_compare(*(struct group *const *)a, *(struct group *const *)b);
}

void
groups_sort(struct groups *groups)
{
	size_t i = 0;

	groups->sorted = xcalloc(groups->count + 1, sizeof(struct group *));
	for (struct group *group = groups->table; group != NULL; group = group->hh.next)
		groups->sorted[i++] = group;
	if (groups->count != 0)
		qsort(groups->sorted, groups->count, sizeof(struct group *), compare_groups);
	for (i = 0; i < groups->count; i++)
		groups->sorted[i]->index = i;
}

void
groups_release(struct groups *groups)
{
	struct group *group = groups->table;

	/* frees the table, not the groups, which stay linked */
	HASH_CLEAR(hh, groups->table);
	while (group != NULL) {
		struct group *next = group->hh.next;

		for (size_t i = 0; i < groups->measures->count; i++)
			groups->measures->items[i].kind->release(&group->cells[i]);
		free((char *)group->key.data);
		free(group);
		group = next;
	}
	free(groups->sorted);
	*groups = (struct groups){ 0 };
}
