/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the key set: what is entered is found again with the number that it was
 * first entered with, as a plain list of the same keys says, and nothing else is.
 * A key in the input is one byte for its length and its bytes; many follow from
 * each, so that the table grows.
 */
#include "../../filters/validate/key/keyset.h"

#include <stdio.h>
#include <stdlib.h>

#define KEYS_MAX  512
#define FOLLOWERS 16
#define ROOM      64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct plain {
	struct field keys[KEYS_MAX];
	size_t count;
};

static void
require(bool good)
{
	if (!good)
		abort();
}

static uint64_t
look(const struct plain *plain, struct field key)
{
	for (size_t i = 0; i < plain->count; i++)
		if (field_equals(plain->keys[i], key))
			return i + 1;
	return 0;
}

static void
enter(struct keyset *set, struct plain *plain, struct field key)
{
	uint64_t hash = keyset_hash(set, key);
	uint64_t expected = look(plain, key);

	require(keyset_find(set, key, hash) == expected);
	require(keyset_enter(set, key, hash, plain->count + 1) == expected);
	if (expected == 0)
		plain->keys[plain->count++] = key;
	require(set->count == plain->count);
}

/* Identifiers that follow on each other: 7 digits behind the key's first bytes. */
static void
follow(struct keyset *set, struct field key, unsigned start, uint64_t number)
{
	char text[ROOM];
	size_t length = key.length < ROOM / 2 ? key.length : ROOM / 2;

	if (length > 0)
		memcpy(text, key.data, length);
	for (unsigned i = 0; i < FOLLOWERS; i++) {
		int digits =
		    snprintf(text + length, ROOM - length, "-%07u", (start + i) % 10000000);
		struct field follower = { text, length + (size_t)digits };
		uint64_t hash = keyset_hash(set, follower);
		uint64_t first = keyset_enter(set, follower, hash, number);

		require(
		    keyset_enter(set, follower, hash, number + 1) == (first == 0 ? number : first));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct plain plain = { .count = 0 };
	struct keyset set;
	struct keyset others;

	keyset_init(&set);
	keyset_init(&others);
	for (size_t at = 0; at < size && plain.count < KEYS_MAX;) {
		size_t length = data[at++];
		struct field key;

		if (length > size - at)
			length = size - at;
		key = (struct field){ (const char *)data + at, length };
		at += length;
		enter(&set, &plain, key);
		follow(&others, key, (unsigned)(at * 997), at);
	}
	for (size_t i = 0; i < plain.count; i++)
		require(
		    keyset_find(&set, plain.keys[i], keyset_hash(&set, plain.keys[i])) == i + 1);
	keyset_release(&set);
	keyset_release(&others);
	return 0;
}
