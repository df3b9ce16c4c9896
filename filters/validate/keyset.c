/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyset: the keys seen so far. */
#include "keyset.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define FIRST_CAPACITY 1024
#define KEY_MAX        64  /* longer keys are kept as digests */
#define DIGESTED       127 /* stands for the length of such a key */
#define OFFSET_BITS    40
#define OFFSET_MASK    (((uint64_t)1 << OFFSET_BITS) - 1)

void
keyset_init(struct keyset *set)
{
	static const unsigned char key[] = "validate: long keys";

	*set = (struct keyset){ .capacity = FIRST_CAPACITY };
	set->slots = xcalloc(set->capacity, sizeof *set->slots);
	/* without a random seed all is as right, only not proof against malice */
	if (getrandom(&set->seed, sizeof set->seed, GRND_NONBLOCK) != (ssize_t)sizeof set->seed)
		set->seed = 0x9E3779B97F4A7C15u;
	digest_keyed_init(&set->digest, key, sizeof key - 1);
}

void
keyset_release(struct keyset *set)
{
	free(set->slots);
	buffer_release(&set->entries);
	digest_keyed_release(&set->digest);
	*set = (struct keyset){ 0 };
}

/* Both halves of the product, folded (after wyhash, Wang Yi, 2019). */
static uint64_t
fold(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
load(const char *data, size_t length)
{
	uint64_t word = 0;

	memcpy(&word, data, length);
	return word;
}

uint64_t
keyset_hash(const struct keyset *set, struct field key)
{
	uint64_t hash = fold(set->seed ^ key.length, 0xA0761D6478BD642Fu);
	const char *data = key.data;
	size_t left = key.length;

	for (; left > 8; data += 8, left -= 8)
		hash = fold(hash ^ load(data, 8), 0xE7037ED1A0B428DBu);
	if (left != 0)
		hash = fold(hash ^ load(data, left), 0x8EBC6AF09C88C6E3u);
	return fold(hash, 0x589965CC75374CC3u);
}

static void
put_number(struct buffer *buffer, uint64_t number)
{
	char bytes[10];
	size_t length = 0;

	while (number >= 128) {
		bytes[length++] = (char)(number | 128);
		number >>= 7;
	}
	bytes[length++] = (char)number;
	buffer_append(buffer, bytes, length);
}

static const char *
get_number(const char *at, uint64_t *number)
{
	unsigned shift = 0;

	*number = 0;
	for (;; at++, shift += 7) {
		*number |= (uint64_t)(*at & 127) << shift;
		if ((*at & 128) == 0)
			return at + 1;
	}
}

/* One entry; returns the next. */
static const char *
read_entry(const char *at, struct field *key, bool *digested, uint64_t *line)
{
	at = get_number(at, line);
	key->length = (unsigned char)*at++;
	*digested = key->length == DIGESTED;
	if (*digested)
		key->length = DIGEST_SIZE;
	key->data = at;
	return at + key->length;
}

static size_t
free_slot(const struct keyset *set, uint64_t hash)
{
	size_t slot = hash & (set->capacity - 1);

	while (set->slots[slot] != 0)
		slot = (slot + 1) & (set->capacity - 1);
	return slot;
}

static uint64_t
slot_value(uint64_t hash, size_t offset)
{
	return (hash & ~OFFSET_MASK) | (uint64_t)(offset + 1);
}

static void
grow(struct keyset *set)
{
	const char *start = set->entries.data;
	const char *at = start;

	free(set->slots);
	set->capacity *= 4;
	/* the last steps are small, so that the table is never nearly empty when it is large */
	if (set->capacity > (size_t)1 << 20)
		set->capacity /= 2;
	set->slots = xcalloc(set->capacity, sizeof *set->slots);
	while (at < start + set->entries.length) {
		size_t offset = (size_t)(at - start);
		struct field key;
		bool digested;
		uint64_t line;
		uint64_t hash;

		at = read_entry(at, &key, &digested, &line);
		hash = keyset_hash(set, key);
		set->slots[free_slot(set, hash)] = slot_value(hash, offset);
	}
}

static void
add(struct keyset *set, struct field key, bool digested, uint64_t hash, size_t slot, uint64_t line)
{
	char length = digested ? DIGESTED : (char)key.length;

	set->slots[slot] = slot_value(hash, set->entries.length);
	put_number(&set->entries, line);
	buffer_append(&set->entries, &length, 1);
	buffer_append(&set->entries, key.data, key.length);
	set->count++;
}

uint64_t
keyset_enter(struct keyset *set, struct field key, uint64_t hash, uint64_t line)
{
	unsigned char digest[DIGEST_SIZE];
	bool digested = key.length > KEY_MAX;
	size_t slot;

	if (digested) {
		digest_keyed_message(&set->digest, key.data, key.length, digest);
		key = (struct field){ (const char *)digest, DIGEST_SIZE };
		hash = keyset_hash(set, key);
	}
	if (set->count >= set->capacity / 4 * 3)
		grow(set);
	slot = hash & (set->capacity - 1);
	for (; set->slots[slot] != 0; slot = (slot + 1) & (set->capacity - 1)) {
		struct field other;
		bool other_digested;
		uint64_t first;

		if (((set->slots[slot] ^ hash) & ~OFFSET_MASK) != 0)
			continue;
		read_entry(set->entries.data + (set->slots[slot] & OFFSET_MASK) - 1, &other,
		    &other_digested, &first);
		if (other_digested == digested && field_equals(other, key))
			return first;
	}
	add(set, key, digested, hash, slot, line);
	return 0;
}
