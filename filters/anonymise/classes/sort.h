/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sort: entries (a class, a person, a record) in place, with no memory besides: the C
 * library's qsort takes as much again.
 */
#ifndef ANONYMISE_SORT_H
#define ANONYMISE_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The digest of all quasi-identifiers of a record: 128 bits, keyed (tuple.h). */
struct class_digest {
	uint64_t high;
	uint64_t low;
};

/* Sorted by class, person and row; the numbers of the sensitive values follow it. */
struct entry {
	struct class_digest class;
	uint64_t person;
	uint32_t row;
	uint32_t mark; /* counter.h */
	uint32_t values[];
};

static inline bool
class_equals(struct class_digest a, struct class_digest b)
{
	return a.high == b.high && a.low == b.low;
}

/* -1, 0, 1. */
static inline int
entry_compare(const struct entry *a, const struct entry *b)
{
	if (a->class.high != b->class.high)
		return a->class.high < b->class.high ? -1 : 1;
	if (a->class.low != b->class.low)
		return a->class.low < b->class.low ? -1 : 1;
	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

/* The bytes of an entry with so many values: a multiple of 8. */
static inline size_t
entry_size(size_t values)
{
	return (offsetof(struct entry, values) + values * sizeof(uint32_t) + 7) / 8 * 8;
}

static inline struct entry *
entry_at(void *entries, size_t size, size_t index)
{
	return (struct entry *)(void *)((unsigned char *)entries + index * size);
}

void sort_entries(void *entries, size_t count, size_t size);
/* And of entries with the same key only the first; how many are left. */
size_t sort_once(void *entries, size_t count, size_t size);

#endif
