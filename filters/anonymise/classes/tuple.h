/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tuple: what a record counts as, without its texts.
 *
 * A cell's digest is SipHash-2-4 with 128 bits of output (Aumasson and Bernstein,
 * 2012) of its text, under a random key for each column; a class's digest is that of
 * its cells, added without carry (xor).  Two classes that differ in a cell have the
 * same digest once in 2^128; among 10 million classes some two do with a chance under
 * 10^-24.  A form has no part in it: what looks alike is alike, and a cell that holds
 * a star is a suppressed one.
 */
#ifndef ANONYMISE_TUPLE_H
#define ANONYMISE_TUPLE_H

#include "sort.h"

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../policy/privacy.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In one stream, an item a record: the person, the cells' digests (of all forms of
 * the first quasi-identifier, then of the second ...; or one, of the class, where
 * nothing but whole records can be suppressed), the sensitive values' numbers. */
struct tuple_layout {
	bool whole; /* only the class's digest is there */
	size_t quasi;
	size_t cells; /* digests in an item */
	size_t values;
	size_t size; /* bytes: a multiple of 8 */
	unsigned forms[PRIVACY_COLUMNS_MAX];
	size_t first[PRIVACY_COLUMNS_MAX]; /* where the digests of a column begin */
};

void tuple_layout_init(
    struct tuple_layout *layout, const struct privacy *privacy, const unsigned *forms, bool whole);

struct tuple_keys; /* in guarded memory */
struct tuple_keys *tuple_keys_new(struct fault *fault);
void tuple_keys_free(struct tuple_keys *keys);

/* A text as it leaves: the writer makes one blank of a line break (CRLF, LF or CR), so
 * what differs by that alone looks the same afterwards and has to count as one.  It
 * lives until room is used again. */
struct field tuple_folded(struct field text, struct buffer *room);
struct class_digest tuple_cell(const struct tuple_keys *keys, size_t column, struct field text);
#define PERSON_NOBODY 0
/* 64 bits; PERSON_NOBODY for an empty one, and for no other. Two
 * people whose digests are the same count as one, so a class is never taken for
 * greater than it is. */
uint64_t tuple_person(const struct tuple_keys *keys, struct field person);

static inline uint64_t
tuple_who(const unsigned char *item)
{
	uint64_t person;

	memcpy(&person, item, sizeof person);
	return person;
}

static inline struct class_digest
tuple_digest(const unsigned char *item, size_t index)
{
	struct class_digest digest;

	memcpy(&digest, item + sizeof(uint64_t) + index * sizeof digest, sizeof digest);
	return digest;
}

static inline const unsigned char *
tuple_values(const struct tuple_layout *layout, const unsigned char *item)
{
	return item + sizeof(uint64_t) + layout->cells * sizeof(struct class_digest);
}

static inline struct class_digest
class_add(struct class_digest a, struct class_digest b)
{
	return (struct class_digest){ a.high ^ b.high, a.low ^ b.low };
}

#endif
