/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter_range: the entries of one pass, as many of them as there is room for. */
#include "counter_range.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define ENTRIES_MIN 64

void
counter_init(struct counter *counter, unsigned k, struct diversity *diversity, size_t values,
    size_t memory, uint64_t most)
{
	*counter = (struct counter){
		.k = k, .diversity = diversity, .values = values, .size = entry_size(values)
	};
	/* an entry and at most two bytes of the sieve */
	counter->capacity = memory / (counter->size + 2);
	if (counter->capacity > most)
		counter->capacity = (size_t)most;
	if (counter->capacity < ENTRIES_MIN)
		counter->capacity = ENTRIES_MIN;
	counter->entries = xreallocarray(NULL, counter->capacity, counter->size);
	counter->sieve_mask = ENTRIES_MIN - 1;
	while (counter->sieve_mask < counter->capacity)
		counter->sieve_mask = counter->sieve_mask * 2 + 1;
	counter->sieve = xmalloc(counter->sieve_mask + 1);
}

void
counter_release(struct counter *counter)
{
	if (counter->entries != NULL)
		explicit_bzero(counter->entries, counter->capacity * counter->size);
	free(counter->entries);
	free(counter->sieve);
	*counter = (struct counter){ 0 };
}

static inline bool
is_before(struct class_digest class, uint64_t person, uint32_t row, struct class_digest limit,
    uint64_t limit_person, uint32_t limit_row)
{
	if (class.high != limit.high)
		return class.high < limit.high;
	if (class.low != limit.low)
		return class.low < limit.low;
	return person != limit_person ? person < limit_person : row < limit_row;
}

/* From here on it is the next pass's. */
static void
cut(struct counter *counter, size_t at, bool whole_classes)
{
	const struct entry *entry = entry_at(counter->entries, counter->size, at);

	counter->until = entry->class;
	counter->until_person = whole_classes ? 0 : entry->person;
	counter->until_row = whole_classes ? 0 : entry->row;
	counter->endless = false;
	counter->count = at;
}

/* Most classes that are tried are far too small: counting records by a part of their
 * digests shows it, and spares the sorting. */
void
range_sift(struct counter *counter)
{
	unsigned char enough = counter->k < UINT8_MAX ? (unsigned char)counter->k : UINT8_MAX;
	size_t kept = 0;

	memset(counter->sieve, 0, counter->sieve_mask + 1);
	for (size_t i = 0; i < counter->count; i++) {
		const struct entry *entry = entry_at(counter->entries, counter->size, i);
		unsigned char *records = &counter->sieve[entry->class.low & counter->sieve_mask];

		if (entry->row == ROW_SETTLED)
			*records = UINT8_MAX;
		else if (*records < UINT8_MAX)
			++*records;
	}
	for (size_t i = 0; i < counter->count; i++) {
		const struct entry *entry = entry_at(counter->entries, counter->size, i);

		if (counter->sieve[entry->class.low & counter->sieve_mask] < enough)
			continue;
		if (kept != i)
			memcpy(
			    entry_at(counter->entries, counter->size, kept), entry, counter->size);
		kept++;
	}
	counter->count = kept;
}

/* One of the population counts once in a class, by however many ways it comes there. */
void
range_put_in_order(struct counter *counter)
{
	counter->count = sort_once(counter->entries, counter->count, counter->size);
}

/* The room is full: half of it or so stays, whole classes where that can be. */
static void
halve(struct counter *counter)
{
	const struct entry *entry;
	size_t middle;
	size_t start;
	size_t end;

	range_put_in_order(counter);
	middle = counter->count / 2;
	start = middle;
	end = middle;
	entry = entry_at(counter->entries, counter->size, middle);
	while (start > 0
	    && class_equals(
	        entry_at(counter->entries, counter->size, start - 1)->class, entry->class))
		start--;
	while (end < counter->count
	    && class_equals(entry_at(counter->entries, counter->size, end)->class, entry->class))
		end++;
	if (end < counter->count - counter->count / 4)
		cut(counter, end, true);
	else if (start > 0)
		cut(counter, start, true);
	else
		cut(counter, middle, false);
}

static void
look_at_row(struct counter *counter, uint32_t row)
{
	if (row <= ROWS_MAX && !counter->failed
	    && !counter->job->row(counter->job->context, row, &counter->fault))
		counter->failed = true;
}

void
counter_offer(struct counter *counter, struct class_digest class, uint64_t person, uint32_t row,
    uint32_t mark, const unsigned char *numbers)
{
	struct entry *entry;

	if (counter->looking) {
		if (class_equals(class, counter->facts.digest))
			look_at_row(counter, row);
		return;
	}
	if (is_before(class, person, row, counter->from, counter->from_person, counter->from_row)
	    || (!counter->endless
	        && !is_before(
	            class, person, row, counter->until, counter->until_person, counter->until_row)))
		return;
	if (counter->count == counter->capacity) {
		halve(counter);
		if (!counter->endless
		    && !is_before(class, person, row, counter->until, counter->until_person,
		        counter->until_row))
			return;
	}
	entry = entry_at(counter->entries, counter->size, counter->count++);
	entry->class = class;
	entry->person = person;
	entry->row = row;
	entry->mark = mark;
	if (counter->values > 0)
		memcpy(entry->values, numbers, counter->values * sizeof *entry->values);
}

/* How far a range may reach where digests are spread evenly. */
void
range_choose(struct counter *counter)
{
	double share = counter->job->expected == 0
	    ? 1
	    : 0.9 * (double)counter->capacity / (double)counter->job->expected;
	double reach = share * 0x1p64;

	counter->endless = true;
	if (counter->job->expected <= counter->capacity
	    || reach >= 0.999 * (double)(UINT64_MAX - counter->from.high))
		return;
	counter->endless = false;
	counter->until = (struct class_digest){ counter->from.high + (uint64_t)reach + 1, 0 };
	counter->until_person = 0;
	counter->until_row = 0;
}
