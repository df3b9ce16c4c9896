/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group: the groups of a run and what was counted in each. */
#include "group.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"
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

/* The key stands behind the cells, in the same piece of memory. */
static struct group *
group_new(const struct groups *groups, const struct group_key *key, struct field value)
{
	size_t size = sizeof(struct group) + groups->measures->count * sizeof(struct cell);
	struct group *group = xcalloc(1, size + value.length);
	char *text = (char *)group + size;
	struct window window;

	if (value.length != 0)
		memcpy(text, value.data, value.length);
	group->key = (struct field){ text, value.length };
	group_key_split(key, group->key, &group->unit, &group->period, &group->by);
	if (window_of(group->period, &window)) {
		group->day = window.day;
		group->last = window.last;
		group->length = window.length;
	}
	return group;
}

/* The slot of the key's group, or the free one where it belongs. */
static struct group_slot *
find_slot(const struct groups *groups, uint32_t hash, struct field key)
{
	size_t at = hash & (groups->room - 1);

	for (;; at = (at + 1) & (groups->room - 1)) {
		struct group_slot *slot = &groups->slots[at];

		if (slot->place == 0
		    || (slot->hash == hash && field_equals(groups->all[slot->place - 1]->key, key)))
			return slot;
	}
}

/* Room for one group more: at most three quarters of the slots are taken. */
static void
make_room(struct groups *groups)
{
	struct group_slot *before = groups->slots;
	size_t room = groups->room;

	if (4 * (groups->count + 1) <= 3 * room)
		return;
	groups->room = room != 0 ? 2 * room : 64;
	groups->slots = xcalloc(groups->room, sizeof(*groups->slots));
	for (size_t i = 0; i < room; i++) {
		size_t at = before[i].hash & (groups->room - 1);

		if (before[i].place == 0)
			continue;
		while (groups->slots[at].place != 0)
			at = (at + 1) & (groups->room - 1);
		groups->slots[at] = before[i];
	}
	free(before);
}

struct group *
groups_take(struct groups *groups, const struct group_key *key, struct field value)
{
	struct group *group = groups->last;
	struct group_slot *slot;
	uint32_t hash;

	if (group != NULL && field_equals(group->key, value))
		return group;
	hash = (uint32_t)hash_field(0, value);
	make_room(groups);
	slot = find_slot(groups, hash, value);
	if (slot->place == 0) {
		if (groups->count == groups->most)
			return NULL;
		groups->all = xgrow(groups->all, groups->count, sizeof(struct group *));
		groups->all[groups->count++] = group_new(groups, key, value);
		*slot = (struct group_slot){ hash, (uint32_t)groups->count };
	}
	groups->last = groups->all[slot->place - 1];
	return groups->last;
}

void
groups_release(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++) {
		struct group *group = groups->all[i];

		for (size_t m = 0; m < groups->measures->count; m++)
			groups->measures->items[m].kind->release(&group->cells[m]);
		free(group);
	}
	free(groups->all);
	free(groups->slots);
	*groups = (struct groups){ 0 };
}
