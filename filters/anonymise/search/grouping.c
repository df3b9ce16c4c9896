/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grouping: which rows agree in a set of columns. */
#include "grouping.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK       512
#define KEYS_MAX    ((uint64_t)1 << 62)
#define DIRECT_MIN  4096
#define SLOTS_FIRST 4096

/* Columns whose values in one word are the key of a row: a number in mixed radix. */
struct run {
	const struct grouping_by *by;
	size_t count;
	uint64_t first_radix; /* of the groups so far; 1: none yet */
	uint64_t keys;        /* below this */
};

static void
fill_keys(const struct run *run, const uint32_t *groups, size_t first, size_t rows, uint64_t *keys)
{
	uint64_t radix = run->first_radix;

	for (size_t row = 0; row < rows; row++)
		keys[row] = radix > 1 ? groups[first + row] : 0;
	for (size_t i = 0; i < run->count; i++) {
		const struct grouping_by *by = &run->by[i];
		const uint32_t *values = by->values + first;

		if (by->size <= 1)
			continue;
		if (by->map == NULL)
			for (size_t row = 0; row < rows; row++)
				keys[row] += values[row] * radix;
		else
			for (size_t row = 0; row < rows; row++)
				keys[row] += by->map[values[row]] * radix;
		radix *= by->size;
	}
}

static size_t
first_slot(const struct grouping *grouping, uint64_t key)
{
	return hash_fold(key ^ 0xA0761D6478BD642Fu, 0xE7037ED1A0B428DBu)
	    & (grouping->slots_count - 1);
}

static void
clear_slots(struct grouping *grouping, size_t count)
{
	if (count > grouping->slots_room) {
		free(grouping->slots);
		grouping->slots = xcalloc(count, sizeof *grouping->slots);
		grouping->slots_room = count;
	} else {
		memset(grouping->slots, 0, count * sizeof *grouping->slots);
	}
	grouping->slots_count = count;
}

/* The two rooms change places: memory that is given back is paid for again. */
static void
grow_slots(struct grouping *grouping)
{
	struct grouping_slot *old = grouping->slots;
	size_t old_room = grouping->slots_room;
	size_t old_count = grouping->slots_count;

	grouping->slots = grouping->spare;
	grouping->slots_room = grouping->spare_room;
	grouping->spare = old;
	grouping->spare_room = old_room;
	clear_slots(grouping, 4 * old_count);
	for (size_t i = 0; i < old_count; i++) {
		size_t slot;

		if (old[i].key == 0)
			continue;
		slot = first_slot(grouping, old[i].key);
		while (grouping->slots[slot].key != 0)
			slot = (slot + 1) & (grouping->slots_count - 1);
		grouping->slots[slot] = old[i];
	}
}

static uint32_t
find_group(struct grouping *grouping, uint64_t key)
{
	size_t slot = first_slot(grouping, key);

	for (; grouping->slots[slot].key != 0; slot = (slot + 1) & (grouping->slots_count - 1))
		if (grouping->slots[slot].key == key)
			return grouping->slots[slot].group;
	grouping->slots[slot] = (struct grouping_slot){ key, (uint32_t)grouping->count++ };
	if (grouping->count > grouping->slots_count / 2)
		grow_slots(grouping);
	return (uint32_t)grouping->count - 1;
}

static void
number_by_hash(struct grouping *grouping, const struct run *run, size_t rows)
{
	uint64_t keys[BLOCK];

	size_t slots = SLOTS_FIRST;

	while (slots < rows / 2)
		slots *= 2;
	clear_slots(grouping, slots);
	for (size_t first = 0; first < rows; first += BLOCK) {
		size_t count = rows - first < BLOCK ? rows - first : BLOCK;

		fill_keys(run, grouping->groups, first, count, keys);
		for (size_t i = 0; i < count; i++)
			__builtin_prefetch(&grouping->slots[first_slot(grouping, keys[i] + 1)]);
		for (size_t i = 0; i < count; i++)
			grouping->groups[first + i] = find_group(grouping, keys[i] + 1);
	}
}

static void
number_directly(struct grouping *grouping, const struct run *run, size_t rows)
{
	uint64_t keys[BLOCK];

	if (run->keys > grouping->direct_room) {
		free(grouping->direct);
		grouping->direct_room = (size_t)run->keys;
		grouping->direct = xcalloc(grouping->direct_room, sizeof *grouping->direct);
	} else {
		memset(grouping->direct, 0, (size_t)run->keys * sizeof *grouping->direct);
	}
	for (size_t first = 0; first < rows; first += BLOCK) {
		size_t count = rows - first < BLOCK ? rows - first : BLOCK;

		fill_keys(run, grouping->groups, first, count, keys);
		for (size_t i = 0; i < count; i++) {
			uint32_t *group = &grouping->direct[keys[i]];

			if (*group == 0)
				*group = (uint32_t)++grouping->count;
			grouping->groups[first + i] = *group - 1;
		}
	}
}

/* As many columns from by on as a word holds beside the groups so far. */
static struct run
next_run(const struct grouping_by *by, size_t by_count, uint64_t groups)
{
	struct run run = { .by = by, .first_radix = groups, .keys = groups };

	while (run.count < by_count && run.keys <= KEYS_MAX / (by[run.count].size + (uint64_t)1))
		run.keys *= by[run.count].size > 1 ? by[run.count].size : 1, run.count++;
	return run;
}

void
grouping_run(struct grouping *grouping, size_t rows, const struct grouping_by *by, size_t by_count)
{
	size_t done = 0;

	if (rows > grouping->groups_room) {
		free(grouping->groups);
		grouping->groups = xcalloc(rows, sizeof *grouping->groups);
		grouping->groups_room = rows;
	}
	grouping->count = rows == 0 ? 0 : 1;
	if (rows == 0)
		return;
	do {
		struct run run = next_run(by + done, by_count - done, grouping->count);

		grouping->count = 0;
		if (run.keys <= DIRECT_MIN || run.keys / 2 <= rows)
			number_directly(grouping, &run, rows);
		else
			number_by_hash(grouping, &run, rows);
		done += run.count;
	} while (done < by_count);
}

void
grouping_release(struct grouping *grouping)
{
	free(grouping->groups);
	free(grouping->slots);
	free(grouping->spare);
	free(grouping->direct);
	*grouping = (struct grouping){ 0 };
}
