/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * keyset: the keys seen so far, each with a number: where it stood first, or
 * what else belongs to it.
 *
 * What is kept of a key are two digests of 64 bits, not its bytes: the hash by
 * which it is found and its SipHash, both under random keys of this run.  The
 * SipHash alone gives n keys a chance of n * n / 2 / 2^64 that two different
 * ones have the same; with the hash (63 bits) beside it that is about 3e-25 for
 * 10 million keys, so that no run will ever see a false duplicate, and what is
 * found does not depend on the random keys.
 *
 * Room: 16 bytes of digests, the number in 1 to 10 bytes and a table of 8-byte
 * slots, at most three quarters full: 10 million keys take about 330 MB
 * whatever their length.
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
	struct digest_short digest;
	struct buffer entries; /* in their order: hash, SipHash, number */
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
/* Enters a key with its number, which is not 0; 0 when it is new, else the
 * number that it was entered with first.  hash is keyset_hash of the key. */
uint64_t keyset_enter(struct keyset *set, struct field key, uint64_t hash, uint64_t number);
/* The number that the key was entered with first; 0: it is not there. */
uint64_t keyset_find(const struct keyset *set, struct field key, uint64_t hash);

#endif
