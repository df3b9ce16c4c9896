/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stratum.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

struct text_entry {
	UT_hash_handle hh; /* by the text's digest */
	size_t kept;       /* different records */
	struct drawn drawn;
};

struct record_entry {
	UT_hash_handle hh; /* by the place */
	unsigned char place[DIGEST_WIDE_SIZE];
	uint64_t copies; /* records that are the same in all fields */
	struct text_entry *text;
};

static const struct digest_short place_key = { "mhsw the place" };
static const struct digest_short text_key = { "mhsw the text" };

void
stratum_init(struct stratum *stratum, size_t texts)
{
	*stratum = (struct stratum){ .most = texts * STRATUM_RECORDS };
}

/* One record of the text less: with the last one it goes, too. */
static void
leave_text(struct stratum *stratum, struct text_entry *text)
{
	if (--text->kept != 0)
		return;
	HASH_DELETE(hh, stratum->texts, text);
	explicit_bzero(text->drawn.line, text->drawn.length);
	free(text->drawn.line);
	free(text);
}

void
stratum_release(struct stratum *stratum)
{
	HASH_CLEAR(hh, stratum->records);
	for (size_t i = 0; i < stratum->count; i++) {
		leave_text(stratum, stratum->heap[i]->text);
		free(stratum->heap[i]);
	}
	free(stratum->heap);
	free(stratum->drawn);
	*stratum = (struct stratum){ 0 };
}

static int
compare_places(const void *a, const void *b)
{
	const struct record_entry *first = *(const struct record_entry *const *)a;
	const struct record_entry *second = *(const struct record_entry *const *)b;

	return memcmp(first->place, second->place, DIGEST_WIDE_SIZE);
}

static void
swap(struct record_entry **heap, size_t a, size_t b)
{
	struct record_entry *moved = heap[a];

	heap[a] = heap[b];
	heap[b] = moved;
}

static void
sift_up(struct record_entry **heap, size_t at)
{
	while (at > 0 && compare_places(&heap[(at - 1) / 2], &heap[at]) < 0) {
		swap(heap, at, (at - 1) / 2);
		at = (at - 1) / 2;
	}
}

static void
sift_down(struct record_entry **heap, size_t count)
{
	size_t at = 0;

	for (;;) {
		size_t last = at;

		for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < count; child++)
			if (compare_places(&heap[last], &heap[child]) < 0)
				last = child;
		if (last == at)
			return;
		swap(heap, at, last);
		at = last;
	}
}

/* The record's text, which keeps the line of its first record. */
static struct text_entry *
enter_text(struct stratum *stratum, struct field text, const unsigned char place[DIGEST_WIDE_SIZE],
    struct field line)
{
	unsigned char digest[DIGEST_WIDE_SIZE];
	struct text_entry *entry;

	digest_wide(&text_key, text.data, text.length, digest);
	HASH_FIND(hh, stratum->texts, digest, sizeof digest, entry);
	if (entry == NULL) {
		entry = xcalloc(1, sizeof *entry);
		memcpy(entry->drawn.digest, digest, sizeof digest);
		HASH_ADD(hh, stratum->texts, drawn.digest, sizeof digest, entry);
	} else if (memcmp(place, entry->drawn.place, DIGEST_WIDE_SIZE) >= 0) {
		entry->kept++;
		return entry;
	} else {
		explicit_bzero(entry->drawn.line, entry->drawn.length);
	}
	memcpy(entry->drawn.place, place, DIGEST_WIDE_SIZE);
	entry->drawn.line = xreallocarray(entry->drawn.line, line.length + 1, 1);
	memcpy(entry->drawn.line, line.data, line.length);
	entry->drawn.length = line.length;
	entry->kept++;
	return entry;
}

/* Into a free place of the heap, or that of the last record. */
static void
insert(struct stratum *stratum, struct record_entry *entry)
{
	HASH_ADD(hh, stratum->records, place, sizeof entry->place, entry);
	if (stratum->count == stratum->most) {
		struct record_entry *last = stratum->heap[0];

		HASH_DELETE(hh, stratum->records, last);
		leave_text(stratum, last->text);
		free(last);
		stratum->heap[0] = entry;
		sift_down(stratum->heap, stratum->count);
		return;
	}
	if (stratum->count == stratum->capacity) {
		stratum->capacity = stratum->capacity == 0 ? 64 : stratum->capacity * 2;
		stratum->heap =
		    xreallocarray(stratum->heap, stratum->capacity, sizeof(struct record_entry *));
	}
	stratum->heap[stratum->count++] = entry;
	sift_up(stratum->heap, stratum->count - 1);
}

void
stratum_add(struct stratum *stratum, struct field record, struct field text, struct field line)
{
	unsigned char place[DIGEST_WIDE_SIZE];
	struct record_entry *entry;

	stratum->seen++;
	digest_wide(&place_key, record.data, record.length, place);
	/* most records of a long stream come too late, and are no more than compared */
	if (stratum->count == stratum->most
	    && memcmp(place, stratum->heap[0]->place, sizeof place) > 0)
		return;
	HASH_FIND(hh, stratum->records, place, sizeof place, entry);
	if (entry == NULL) {
		entry = xcalloc(1, sizeof *entry);
		memcpy(entry->place, place, sizeof place);
		entry->text = enter_text(stratum, text, place, line);
		insert(stratum, entry);
	}
	entry->copies++;
}

size_t
stratum_texts(const struct stratum *stratum)
{
	return HASH_COUNT(stratum->texts);
}

void
stratum_settle(struct stratum *stratum, size_t texts)
{
	if (stratum->count == 0)
		return;
	qsort(stratum->heap, stratum->count, sizeof(struct record_entry *), compare_places);
	stratum->drawn = xcalloc(texts + 1, sizeof(const struct drawn *));
	for (size_t i = 0; i < stratum->count; i++) {
		struct drawn *drawn = &stratum->heap[i]->text->drawn;

		if (drawn->records == 0) {
			if (stratum->drawn_count == texts)
				break;
			stratum->drawn[stratum->drawn_count++] = drawn;
		}
		drawn->records += stratum->heap[i]->copies;
		stratum->drawn_records += stratum->heap[i]->copies;
	}
}
