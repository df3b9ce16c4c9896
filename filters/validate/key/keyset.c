/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyset: the keys seen so far. */
#include "keyset.h"

#include "../../lib/hash.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define FIRST_CAPACITY 8192
#define DIGESTS_SIZE   16                  /* the hash and the SipHash */
#define ENTRY_MAX      (DIGESTS_SIZE + 10) /* and a number */
#define RUN_DIGITS     3
#define RUN_SLOTS      1024
#define RUNS_TRIED     16
#define IN_RUN         ((uint64_t)1 << 63)
#define OFFSET_BITS    40
#define OFFSET_MASK    (((uint64_t)1 << OFFSET_BITS) - 1)

void
keyset_init(struct keyset *set)
{
	*set = (struct keyset){ .capacity = FIRST_CAPACITY };
	set->slots = xcalloc(set->capacity, sizeof *set->slots);
	/* without a random seed all is as right, only not proof against malice */
	if (getrandom(&set->seed, sizeof set->seed, GRND_NONBLOCK) != (ssize_t)sizeof set->seed)
		set->seed = 0x9E3779B97F4A7C15u;
	digest_short_init(&set->digest);
}

void
keyset_release(struct keyset *set)
{
	free(set->slots);
	buffer_release(&set->entries);
	*set = (struct keyset){ 0 };
}

/*
 * Identifiers are mostly numbers that were given out in order, and stand in the
 * file nearly so.  Keys that differ in their last three digits only share a run
 * of 1,024 slots: the next key's slot is beside the last one's and in the cache.
 * (Spread over the whole table each key waits for memory: that alone took a
 * third of the time of a run.)
 */
uint64_t
keyset_hash(const struct keyset *set, struct field key)
{
	unsigned number = 0;

	if (key.length < RUN_DIGITS)
		return hash_field(set->seed, key) & ~IN_RUN;
	for (size_t i = key.length - RUN_DIGITS; i < key.length; i++) {
		unsigned digit = (unsigned)(unsigned char)key.data[i] - '0';

		if (digit > 9)
			return hash_field(set->seed, key) & ~IN_RUN;
		number = number * 10 + digit;
	}
	return (hash_field(set->seed, (struct field){ key.data, key.length - RUN_DIGITS }) | IN_RUN)
	    ^ number;
}

/* The slots to try: those of a run in the same place of other runs, so that the
 * keys of two runs that meet do not pile up; then, and for all other keys, one
 * after the other. */
struct probe {
	size_t slot;
	size_t stride;
	size_t mask;
	unsigned tried;
};

static struct probe
probe_first(const struct keyset *set, uint64_t hash)
{
	size_t mask = set->capacity - 1;
	size_t stride = hash & IN_RUN ? (size_t)(hash >> OFFSET_BITS | 1) * RUN_SLOTS : 1;

	return (struct probe){ hash & mask, stride, mask, 0 };
}

static void
probe_next(struct probe *probe)
{
	if (++probe->tried == RUNS_TRIED)
		probe->stride = 1;
	probe->slot = (probe->slot + probe->stride) & probe->mask;
}

static size_t
put_number(char *out, uint64_t number)
{
	size_t length = 0;

	while (number >= 128) {
		out[length++] = (char)(number | 128);
		number >>= 7;
	}
	out[length++] = (char)number;
	return length;
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

static size_t
free_slot(const struct keyset *set, uint64_t hash)
{
	struct probe probe = probe_first(set, hash);

	while (set->slots[probe.slot] != 0)
		probe_next(&probe);
	return probe.slot;
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
		uint64_t hash = hash_load8(at);
		uint64_t number;

		at = get_number(at + DIGESTS_SIZE, &number);
		set->slots[free_slot(set, hash)] = slot_value(hash, offset);
	}
}

/* Where the key of these digests stands, or the free slot where it would: then
 * *number is 0. */
static size_t
look_up(const struct keyset *set, uint64_t hash, uint64_t digest, uint64_t *number)
{
	struct probe probe = probe_first(set, hash);

	for (; set->slots[probe.slot] != 0; probe_next(&probe)) {
		uint64_t slot = set->slots[probe.slot];
		const char *entry = set->entries.data + (slot & OFFSET_MASK) - 1;

		if (((slot ^ hash) & ~OFFSET_MASK) == 0 && hash_load8(entry) == hash
		    && hash_load8(entry + sizeof hash) == digest) {
			get_number(entry + DIGESTS_SIZE, number);
			return probe.slot;
		}
	}
	*number = 0;
	return probe.slot;
}

static void
add(struct keyset *set, uint64_t hash, uint64_t digest, size_t slot, uint64_t number)
{
	struct buffer *entries = &set->entries;
	char *out;

	set->slots[slot] = slot_value(hash, entries->length);
	buffer_reserve(entries, ENTRY_MAX);
	out = entries->data + entries->length;
	memcpy(out, &hash, sizeof hash);
	memcpy(out + sizeof hash, &digest, sizeof digest);
	entries->length += DIGESTS_SIZE + put_number(out + DIGESTS_SIZE, number);
	set->count++;
}

uint64_t
keyset_enter(struct keyset *set, struct field key, uint64_t hash, uint64_t number)
{
	uint64_t digest = digest_short(&set->digest, key.data, key.length);
	uint64_t first;
	size_t slot;

	if (set->count >= set->capacity / 4 * 3)
		grow(set);
	slot = look_up(set, hash, digest, &first);
	if (first == 0)
		add(set, hash, digest, slot, number);
	return first;
}

uint64_t
keyset_find(const struct keyset *set, struct field key, uint64_t hash)
{
	uint64_t first;

	look_up(set, hash, digest_short(&set->digest, key.data, key.length), &first);
	return first;
}
