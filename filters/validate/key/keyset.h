/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * keyset: the keys seen so far, exact, with the line where each stood first.
 *
 * What is kept: each key's own bytes (a key past 64 bytes: its HMAC-SHA-256
 * under a fixed key, 32 bytes), its line in 1 to 5 bytes, and a table of
 * 8-byte slots, at most three quarters full.  2,000,000 keys of 8 bytes take
 * about 45 MB.  Since keys are compared by their bytes, there are no false
 * duplicates, and the table's hash may be seeded at random (so that nobody can
 * make a file that is slow) without any effect on what is found.
 */
#ifndef VALIDATE_KEYSET_H
#define VALIDATE_KEYSET_H

#include "../../lib/digest.h"
#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stddef.h>
#include <stdint.h>

struct keyset {
	uint64_t *slots; /* 0: free; else 24 bits of the hash, then the entry's offset + 1 */
	size_t capacity; /* a power of two */
	size_t count;
	uint64_t seed;
	struct buffer entries; /* in their order: line, length, bytes */
	struct digest_keyed digest;
};

void keyset_init(struct keyset *set);
void keyset_release(struct keyset *set);

uint64_t keyset_hash(const struct keyset *set, struct field key);
/* Asks the memory for the place of a key that is entered soon. */
static inline void
keyset_expect(const struct keyset *set, uint64_t hash)
{
	__builtin_prefetch(&set->slots[hash & (set->capacity - 1)], 1);
}
/* Enters a key with its line; 0 when it is new, else the line where it was
 * first.  hash is keyset_hash of the key. */
uint64_t keyset_enter(struct keyset *set, struct field key, uint64_t hash, uint64_t line);

#endif
