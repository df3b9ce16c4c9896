/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * value_counts: how often each value stands in a column, exactly, for medians.
 *
 * Short numbers with at most two decimals have a place of their own, few others a hash
 * table; where there are many different ones they are kept in a list as they come, which is
 * counted only when the room is used up.  The values of all cells share the room.
 */
#ifndef BENCHMARK_VALUE_COUNTS_H
#define BENCHMARK_VALUE_COUNTS_H

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Different values that all cells hold together, at most. */
#define VALUE_COUNTS_MAX ((size_t)16000000)

struct value_count {
	int64_t digits;
	uint64_t scale : 4;
	uint64_t count : 60;
};

/* Short numbers from 0 on may have a place of their own: so many in all, and by their
 * decimals, where the places begin and how many there are. */
#define VALUE_COUNTS_DENSE 65536
extern const struct value_places {
	uint32_t first;
	uint32_t length;
} value_counts_places[DECIMAL_SCALE_MAX + 1];

struct value_window;

/* {0} is empty. */
struct value_counts {
	uint64_t total;
	bool lost;                 /* the room was used up: no figure may be made of the rest */
	uint32_t *dense;           /* by place; after many values only */
	struct value_count *table; /* without zeros at the end of their decimals */
	size_t capacity;           /* a power of two, or 0 */
	size_t used;
	int64_t *list; /* numbers with list_scale decimals, each counts once */
	size_t length;
	unsigned list_scale;
	struct value_window *window; /* what was put in order for the ranks asked for */
};

void value_counts_add(struct value_counts *counts, struct decimal value);
/* The same, at once for the most frequent. */
static inline void
value_counts_take(struct value_counts *counts, struct decimal value)
{
	const struct value_places *places = &value_counts_places[value.scale];
	uint64_t digits = (uint64_t)value.digits;

	if (counts->dense == NULL || digits >= places->length
	    || counts->dense[places->first + digits] == UINT32_MAX) {
		value_counts_add(counts, value);
		return;
	}
	counts->total++;
	counts->dense[places->first + digits]++;
}

/* Adds what another partition counted. */
void value_counts_merge(struct value_counts *counts, const struct value_counts *other);
void value_counts_release(struct value_counts *counts);
/* As one text of a partition (cell_text.h): in order, so one text only for the same values. */
void value_counts_save(const struct value_counts *counts, struct buffer *text);
/* Into an empty one; false where it is no such text. */
bool value_counts_load(struct value_counts *counts, struct field text);

/* Puts the values of the ranks from first to last (from 1, at most total) in order. */
void value_counts_order(struct value_counts *counts, uint64_t first, uint64_t last);
/* The value of a rank that is in order. */
struct decimal value_counts_at(const struct value_counts *counts, uint64_t rank);

/* The rest is for value_counts_order.c: all values with their counts, in no order, and one
 * may stand several times; the caller frees them. */
struct value_count *value_counts_all(const struct value_counts *counts, size_t *length);
void value_window_free(struct value_window *window);

#endif
