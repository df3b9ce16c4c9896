/* SPDX-License-Identifier: GPL-3.0-or-later */
/* values: the different values of one sensitive column, numbered and counted. */
#include "values.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST 16
/* of list, slots, touched, and for ranks: numbers, numeric, shares and sums */
#define BYTES                                                                                      \
	(sizeof(struct value) + 3 * sizeof(uint32_t) + sizeof(struct decimal) + sizeof(bool)       \
	    + 2 * sizeof(double))

void
values_init(struct values *values, bool ordered)
{
	*values = (struct values){ .ordered = ordered };
	digest_short_init(&values->keyed);
}

static void
wipe(void *room, size_t count, size_t size)
{
	if (room != NULL)
		explicit_bzero(room, count * size);
	free(room);
}

void
values_release(struct values *values)
{
	wipe(values->list, values->capacity, sizeof *values->list);
	wipe(values->numbers, values->capacity, sizeof *values->numbers);
	wipe(values->numeric, values->capacity, sizeof *values->numeric);
	wipe(values->slots, 2 * values->capacity, sizeof *values->slots);
	wipe(values->touched, values->capacity, sizeof *values->touched);
	measures_scale_release(&values->scale);
	explicit_bzero(values, sizeof *values);
}

size_t
values_memory(const struct values *values)
{
	return values->capacity * BYTES;
}

size_t
values_growth(const struct values *values)
{
	/* the old ones live until they are copied */
	return values->count < values->capacity ? 0 : (values->capacity + FIRST) * 2 * BYTES;
}

static uint32_t *
find_slot(const struct values *values, uint64_t digest)
{
	size_t mask = 2 * values->capacity - 1;
	size_t at = (size_t)digest & mask;

	while (values->slots[at] != 0 && values->list[values->slots[at] - 1].digest != digest)
		at = (at + 1) & mask;
	return &values->slots[at];
}

bool
values_find(const struct values *values, struct field value, uint32_t *number)
{
	uint64_t digest = digest_short(&values->keyed, value.data, value.length);
	const uint32_t *slot;

	if (values->capacity == 0)
		return false;
	slot = find_slot(values, digest);
	if (*slot == 0)
		return false;
	*number = *slot - 1;
	return true;
}

static void *
grow_one(void *old, size_t count, size_t capacity, size_t size)
{
	void *new = xcalloc(capacity, size);

	if (count > 0)
		memcpy(new, old, count * size);
	wipe(old, count, size);
	return new;
}

static void
grow(struct values *values)
{
	size_t capacity = values->capacity == 0 ? FIRST : values->capacity * 2;

	values->list = grow_one(values->list, values->count, capacity, sizeof *values->list);
	values->touched =
	    grow_one(values->touched, values->count, capacity, sizeof *values->touched);
	if (values->ordered) {
		values->numbers =
		    grow_one(values->numbers, values->count, capacity, sizeof *values->numbers);
		values->numeric =
		    grow_one(values->numeric, values->count, capacity, sizeof *values->numeric);
	}
	wipe(values->slots, 2 * values->capacity, sizeof *values->slots);
	values->slots = xcalloc(2 * capacity, sizeof *values->slots);
	values->capacity = capacity;
	for (size_t i = 0; i < values->count; i++)
		*find_slot(values, values->list[i].digest) = (uint32_t)i + 1;
}

uint32_t
values_enter(struct values *values, struct field value)
{
	uint64_t digest = digest_short(&values->keyed, value.data, value.length);
	uint32_t number = (uint32_t)values->count;

	if (values->count == values->capacity)
		grow(values);
	*find_slot(values, digest) = number + 1;
	values->list[number] = (struct value){ .digest = digest };
	if (values->ordered)
		values->numeric[number] =
		    decimal_parse(value, &values->numbers[number]) == DECIMAL_OK;
	values->count++;
	return number;
}

void
values_clear(struct values *values)
{
	for (size_t i = 0; i < values->touched_count; i++)
		values->list[values->touched[i]].count = 0;
	values->touched_count = 0;
	values->total = 0;
}

void
values_unmark(struct values *values)
{
	for (size_t i = 0; i < values->count; i++)
		values->list[i].person = 0;
}

void
values_count(struct values *values, uint32_t number, uint32_t person)
{
	struct value *value = &values->list[number];

	if (value->person == person)
		return;
	value->person = person;
	if (value->count++ == 0)
		values->touched[values->touched_count++] = number;
	values->total++;
}
