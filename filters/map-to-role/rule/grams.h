/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grams: three or four bytes of each literal, found by a hash.  Whether there is any of a hash is a
 * bit in a map that stays in the cache, and most places of a text are past by it.
 */
#ifndef ROLE_GRAMS_H
#define ROLE_GRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GRAM_HASH_BITS 16
#define GRAM_HASHES    ((size_t)1 << GRAM_HASH_BITS)

/* Short literals have a table of their own. */
enum { GRAM_SHORT = 3, GRAM_LONG = 4 };

/* A gram and the literal that it stands for. */
struct gram {
	uint32_t bytes;
	uint32_t literal; /* the first of its text */
	uint32_t count;   /* of the literals of that text */
	uint32_t offset;  /* of the gram in the text */
	uint32_t length;  /* of the text */
	char ends[2];     /* its first and last byte */
};

struct grams {
	uint64_t map[GRAM_HASHES / 64];  /* a bit for each hash */
	uint32_t heads[GRAM_HASHES + 1]; /* the first of a hash; that of the next is its end */
	struct gram *grams;
	size_t count;
};

void grams_release(struct grams *grams);
void grams_add(struct grams *grams, struct gram gram);
/* After the last one. */
void grams_build(struct grams *grams);

/* Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
static inline uint32_t
gram_hash(uint32_t bytes)
{
	return (bytes * UINT32_C(2654435769)) >> (32 - GRAM_HASH_BITS);
}

/* Four bytes move on by one: the last is the highest. */
static inline uint32_t
gram_next(uint32_t bytes, char byte)
{
	return bytes >> 8 | (uint32_t)(unsigned char)byte << 24;
}

/* The last three of four bytes. */
static inline uint32_t
gram_short(uint32_t bytes)
{
	return bytes >> 8;
}

/* Whether there may be such a gram. */
static inline bool
grams_have(const struct grams *grams, uint32_t bytes)
{
	const uint32_t hashed = gram_hash(bytes);

	return (grams->map[hashed / 64] >> (hashed % 64) & 1) != 0;
}

#endif
