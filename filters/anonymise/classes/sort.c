/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sort: entries in place: by the bytes of the key from the first one on (American flag
 * sort: McIlroy, Bostic and McIlroy, 1993) while there are many, quicksort for few.
 */
#include "sort.h"

#include <string.h>

#define BYTES   28 /* of the key: class, person, row */
#define FEW     2048
#define HANDFUL 12
#define BUCKETS 256
/* 32 values at most (PRIVACY_COLUMNS_MAX) */
#define WORDS_MAX 24

static inline void
swap(struct entry *a, struct entry *b, size_t size)
{
	uint64_t *x = (uint64_t *)(void *)a;
	uint64_t *y = (uint64_t *)(void *)b;

	for (size_t i = 0; i < size / sizeof *x; i++) {
		uint64_t word = x[i];

		x[i] = y[i];
		y[i] = word;
	}
}

static void
sort_handful(void *entries, size_t count, size_t size)
{
	uint64_t room[WORDS_MAX];
	struct entry *moved = (struct entry *)(void *)room;

	for (size_t i = 1; i < count; i++) {
		size_t to = i;

		if (entry_compare(entry_at(entries, size, i - 1), entry_at(entries, size, i)) <= 0)
			continue;
		memcpy(room, entry_at(entries, size, i), size);
		for (; to > 0 && entry_compare(entry_at(entries, size, to - 1), moved) > 0; to--)
			memcpy(entry_at(entries, size, to), entry_at(entries, size, to - 1), size);
		memcpy(entry_at(entries, size, to), room, size);
	}
	explicit_bzero(room, sizeof room);
}

/* The middle one of three stands first. */
static void
choose_pivot(void *entries, size_t count, size_t size)
{
	struct entry *first = entry_at(entries, size, 0);
	struct entry *middle = entry_at(entries, size, count / 2);
	struct entry *last = entry_at(entries, size, count - 1);

	if (entry_compare(middle, last) > 0)
		swap(middle, last, size);
	if (entry_compare(first, last) > 0)
		swap(first, last, size);
	if (entry_compare(middle, first) > 0)
		swap(middle, first, size);
}

static void
sort_few(void *entries, size_t count, size_t size)
{
	while (count > HANDFUL) {
		size_t low = 1;
		size_t high = count - 1;
		struct entry *pivot = entry_at(entries, size, 0);

		choose_pivot(entries, count, size);
		for (;;) {
			while (
			    low <= high && entry_compare(entry_at(entries, size, low), pivot) < 0)
				low++;
			while (
			    high >= low && entry_compare(entry_at(entries, size, high), pivot) > 0)
				high--;
			if (low >= high)
				break;
			swap(entry_at(entries, size, low++), entry_at(entries, size, high--), size);
		}
		swap(pivot, entry_at(entries, size, high), size);
		/* the smaller part first, so that the depth stays small */
		if (high < count - high - 1) {
			sort_few(entries, high, size);
			entries = entry_at(entries, size, high + 1);
			count -= high + 1;
		} else {
			sort_few(entry_at(entries, size, high + 1), count - high - 1, size);
			count = high;
		}
	}
	sort_handful(entries, count, size);
}

static inline unsigned
key_byte(const struct entry *entry, unsigned byte)
{
	uint64_t word = byte < 8 ? entry->class.high
	    : byte < 16          ? entry->class.low
	    : byte < 24          ? entry->person
	                         : (uint64_t)entry->row << 32;

	return (unsigned)(word >> (56 - byte % 8 * 8)) & 0xff;
}

/* Where each byte's entries end, counted from the first entry. */
static void
find_ends(void *entries, size_t count, size_t size, unsigned byte, size_t ends[BUCKETS])
{
	size_t sum = 0;

	memset(ends, 0, BUCKETS * sizeof *ends);
	for (size_t i = 0; i < count; i++)
		ends[key_byte(entry_at(entries, size, i), byte)]++;
	for (size_t i = 0; i < BUCKETS; i++) {
		sum += ends[i];
		ends[i] = sum;
	}
}

static void
deal_out(void *entries, size_t size, unsigned byte, const size_t ends[BUCKETS])
{
	size_t next[BUCKETS];

	next[0] = 0;
	memcpy(next + 1, ends, (BUCKETS - 1) * sizeof *ends);
	for (unsigned bucket = 0; bucket < BUCKETS; bucket++)
		while (next[bucket] < ends[bucket]) {
			struct entry *entry = entry_at(entries, size, next[bucket]);
			unsigned home = key_byte(entry, byte);

			if (home == bucket)
				next[bucket]++;
			else
				swap(entry, entry_at(entries, size, next[home]++), size);
		}
}

static void
sort_from(void *entries, size_t count, size_t size, unsigned byte)
{
	size_t ends[BUCKETS];
	size_t start = 0;

	for (; byte < BYTES && count > FEW; byte++) {
		find_ends(entries, count, size, byte, ends);
		if (ends[key_byte(entries, byte)] == count
		    && (key_byte(entries, byte) == 0 || ends[key_byte(entries, byte) - 1] == 0))
			continue; /* all have this byte */
		deal_out(entries, size, byte, ends);
		for (size_t i = 0; i < BUCKETS; start = ends[i++])
			sort_from(entry_at(entries, size, start), ends[i] - start, size, byte + 1);
		return;
	}
	sort_few(entries, count, size);
}

void
sort_entries(void *entries, size_t count, size_t size)
{
	sort_from(entries, count, size, 0);
}

size_t
sort_once(void *entries, size_t count, size_t size)
{
	size_t kept = 0;

	sort_entries(entries, count, size);
	for (size_t i = 0; i < count; i++) {
		const struct entry *entry = entry_at(entries, size, i);

		if (kept > 0 && entry_compare(entry_at(entries, size, kept - 1), entry) == 0)
			continue;
		if (kept != i)
			memcpy(entry_at(entries, size, kept), entry, size);
		kept++;
	}
	return kept;
}
