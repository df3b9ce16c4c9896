/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value_counts: how often each value stands in a column. */
#include "value_counts.h"

#include "cell_text.h"

#include <stdlib.h>
#include <string.h>

/* After how many values there are places: so they take at most 4 bytes for each value. */
#define DENSE_FROM  65536
#define DENSE_SCALE 2 /* the decimals that may have one */
#define TABLE_FIRST 16
/* A table of more is slower than a list of all. */
#define TABLE_ENOUGH 32768
#define COUNT_MAX    ((UINT64_C(1) << 60) - 1)
/* What decimal_parse gives at most. */
#define DIGITS_MAX INT64_C(999999999999999999)

const struct value_places value_counts_places[DECIMAL_SCALE_MAX + 1] = { { 0, 16384 },
	{ 16384, 16384 }, { 32768, 32768 } };

/* Entries of all cells. */
static size_t room_used;

static uint64_t
hash_of(int64_t digits, unsigned scale)
{
	uint64_t hash = ((uint64_t)digits ^ (uint64_t)scale << 60) * UINT64_C(0x9E3779B97F4A7C15);

	return hash ^ hash >> 32;
}

static struct decimal
shortest(struct decimal value)
{
	while (value.scale > 0 && value.digits % 10 == 0) {
		value.digits /= 10;
		value.scale--;
	}
	return value;
}

/* The value's place, or where it would be. */
static struct value_count *
find(const struct value_counts *counts, struct decimal value)
{
	size_t at = hash_of(value.digits, value.scale) & (counts->capacity - 1);

	while (counts->table[at].count != 0
	    && (counts->table[at].digits != value.digits || counts->table[at].scale != value.scale))
		at = (at + 1) & (counts->capacity - 1);
	return &counts->table[at];
}

static void
widen(struct value_counts *counts)
{
	struct value_counts wider = *counts;

	wider.capacity = counts->capacity != 0 ? 2 * counts->capacity : TABLE_FIRST;
	wider.table = xcalloc(wider.capacity, sizeof(*wider.table));
	for (size_t i = 0; i < counts->capacity; i++) {
		const struct value_count *old = &counts->table[i];

		if (old->count != 0)
			*find(&wider, (struct decimal){ old->digits, (unsigned)old->scale }) = *old;
	}
	free(counts->table);
	counts->table = wider.table;
	counts->capacity = wider.capacity;
}

/* Into the table, where there is room. */
static void
put(struct value_counts *counts, struct decimal value, uint64_t count)
{
	struct value_count *slot;

	if (4 * (counts->used + 1) > 3 * counts->capacity)
		widen(counts);
	slot = find(counts, value);
	if (slot->count == 0) {
		if (room_used >= VALUE_COUNTS_MAX) {
			counts->lost = true;
			return;
		}
		room_used++;
		counts->used++;
		slot->digits = value.digits;
		slot->scale = value.scale & 15;
	}
	if (count > COUNT_MAX - slot->count)
		counts->lost = true;
	else
		slot->count = (slot->count + count) & COUNT_MAX;
}

static int
compare_numbers(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

/* The list's values, counted, go into the table. */
static void
empty_list(struct value_counts *counts)
{
	size_t end;

	if (counts->length != 0)
		qsort(counts->list, counts->length, sizeof(*counts->list), compare_numbers);
	room_used -= counts->length;
	for (size_t i = 0; i < counts->length; i = end) {
		end = i + 1;
		while (end < counts->length && counts->list[end] == counts->list[i])
			end++;
		put(counts, shortest((struct decimal){ counts->list[i], counts->list_scale }),
		    end - i);
	}
	free(counts->list);
	counts->list = NULL;
	counts->length = 0;
	counts->list_scale = 0;
}

/* Numbers with more decimals; false where one would not fit. */
static bool
raise_list(struct value_counts *counts, unsigned scale)
{
	int64_t power = decimal_powers[scale - counts->list_scale];

	for (size_t i = 0; i < counts->length; i++)
		if (counts->list[i] > DIGITS_MAX / power || counts->list[i] < -DIGITS_MAX / power)
			return false;
	for (size_t i = 0; i < counts->length; i++)
		counts->list[i] *= power;
	counts->list_scale = scale;
	return true;
}

/* Behind the list; false where it cannot be there. */
static bool
append(struct value_counts *counts, struct decimal value)
{
	int64_t power;

	if (value.scale > counts->list_scale && !raise_list(counts, value.scale))
		return false;
	power = decimal_powers[counts->list_scale - value.scale];
	if (value.digits > DIGITS_MAX / power || value.digits < -DIGITS_MAX / power)
		return false;
	if (room_used >= VALUE_COUNTS_MAX) {
		empty_list(counts);
		return false;
	}
	room_used++;
	counts->list = xgrow(counts->list, counts->length, sizeof(*counts->list));
	counts->list[counts->length++] = value.digits * power;
	return true;
}

/* Many are there, so that a place for each is worth its room. */
static void
begin_dense(struct value_counts *counts)
{
	counts->dense = xcalloc(VALUE_COUNTS_DENSE, sizeof(*counts->dense));
}

/* False where the value has no place, or no room there. */
static bool
take_dense(struct value_counts *counts, struct decimal value, uint64_t count)
{
	const struct value_places *places = &value_counts_places[value.scale];
	uint64_t digits = (uint64_t)value.digits;

	if (digits >= places->length || count > UINT32_MAX - counts->dense[places->first + digits])
		return false;
	counts->dense[places->first + digits] += (uint32_t)count;
	return true;
}

void
value_counts_add(struct value_counts *counts, struct decimal value)
{
	if (++counts->total == DENSE_FROM)
		begin_dense(counts);
	if (counts->dense != NULL && take_dense(counts, value, 1))
		return;
	if (counts->used >= TABLE_ENOUGH && append(counts, value))
		return;
	put(counts, shortest(value), 1);
}

void
value_counts_merge(struct value_counts *counts, const struct value_counts *other)
{
	size_t length;
	struct value_count *all = value_counts_all(other, &length);

	value_window_free(counts->window);
	counts->window = NULL;
	counts->lost = counts->lost || other->lost;
	counts->total += other->total;
	if (counts->dense == NULL && counts->total >= DENSE_FROM)
		begin_dense(counts);
	/* in the order of another table they would pile up in one that is too small */
	while (4 * (counts->used + length + 1) > 3 * counts->capacity)
		widen(counts);
	for (size_t i = 0; i < length; i++) {
		struct decimal value =
		    shortest((struct decimal){ all[i].digits, (unsigned)all[i].scale });

		if (counts->dense == NULL || !take_dense(counts, value, all[i].count))
			put(counts, value, all[i].count);
	}
	free(all);
}

void
value_counts_release(struct value_counts *counts)
{
	room_used -= counts->used + counts->length;
	free(counts->dense);
	free(counts->table);
	free(counts->list);
	value_window_free(counts->window);
	*counts = (struct value_counts){ 0 };
}

static int
compare_values(const void *a, const void *b)
{
	const struct value_count *left = a, *right = b;

	return decimal_compare((struct decimal){ left->digits, (unsigned)left->scale },
	    (struct decimal){ right->digits, (unsigned)right->scale });
}

void
value_counts_save(const struct value_counts *counts, struct buffer *text)
{
	size_t length;
	struct value_count *all = value_counts_all(counts, &length);

	if (length != 0)
		qsort(all, length, sizeof(*all), compare_values);
	for (size_t i = 0; i < length; i++) {
		struct decimal value =
		    shortest((struct decimal){ all[i].digits, (unsigned)all[i].scale });
		uint64_t count = all[i].count;

		while (i + 1 < length && compare_values(&all[i], &all[i + 1]) == 0)
			count += all[++i].count;
		cell_text_number(text, (uint64_t)value.digits);
		cell_text_number(text, value.scale);
		cell_text_number(text, count);
	}
	free(all);
}

bool
value_counts_load(struct value_counts *counts, struct field text)
{
	struct cell_text rest = cell_text_of(text);
	struct value_count last = { 0 }, next = { 0 };

	while (rest.good && rest.rest.length != 0) {
		next.digits = (int64_t)cell_text_read_count(&rest);
		next.scale = (unsigned)cell_text_read(&rest, DECIMAL_SCALE_MAX) & 15;
		next.count = (uint64_t)cell_text_read(&rest, COUNT_MAX) & COUNT_MAX;
		if (!rest.good || next.count == 0 || next.digits > DIGITS_MAX
		    || next.digits < -DIGITS_MAX || (next.scale > 0 && next.digits % 10 == 0)
		    || (counts->total != 0 && compare_values(&last, &next) >= 0)
		    || __builtin_add_overflow(counts->total, next.count, &counts->total))
			return false;
		put(counts, (struct decimal){ next.digits, (unsigned)next.scale }, next.count);
		last = next;
	}
	return cell_text_ends(&rest) && counts->total != 0;
}

/* The values of the dense places that are taken; 1 and 1.0 are two of them. */
static size_t
gather_dense(const struct value_counts *counts, struct value_count *all)
{
	size_t length = 0;

	for (unsigned scale = 0; counts->dense != NULL && scale <= DENSE_SCALE; scale++) {
		const struct value_places *places = &value_counts_places[scale];

		for (uint32_t i = 0; i < places->length; i++) {
			struct decimal value = shortest((struct decimal){ i, scale });
			uint32_t count = counts->dense[places->first + i];

			if (count != 0)
				all[length++] =
				    (struct value_count){ value.digits, value.scale & 15, count };
		}
	}
	return length;
}

struct value_count *
value_counts_all(const struct value_counts *counts, size_t *length)
{
	size_t most =
	    counts->used + counts->length + (counts->dense != NULL ? VALUE_COUNTS_DENSE : 0);
	struct value_count *all = xmalloc((most + 1) * sizeof(*all));

	*length = gather_dense(counts, all);
	for (size_t i = 0; i < counts->capacity; i++)
		if (counts->table[i].count != 0)
			all[(*length)++] = counts->table[i];
	for (size_t i = 0; i < counts->length; i++)
		all[(*length)++] =
		    (struct value_count){ counts->list[i], counts->list_scale & 15, 1 };
	return all;
}
