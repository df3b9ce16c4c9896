/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hash: bytes to 64 bits for tables in memory, quick and well spread (after
 * wyhash, Wang Yi, 2019).  Nothing that is written may hang on it: the seed may
 * be another one in each run.  What has to withstand malice is in digest.
 */
#ifndef MHSW_HASH_H
#define MHSW_HASH_H

#include "field.h"

#include <stdint.h>
#include <string.h>

/* Both halves of the product, folded. */
static inline uint64_t
hash_fold(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t
hash_load8(const char *data)
{
	uint64_t word;

	memcpy(&word, data, sizeof word);
	return word;
}

static inline uint64_t
hash_load4(const char *data)
{
	uint32_t word;

	memcpy(&word, data, sizeof word);
	return word;
}

/* Up to 8 bytes in one word; the length is hashed apart, so that bytes may
 * stand in it twice. */
static inline uint64_t
hash_load_rest(const char *data, size_t length)
{
	if (length >= 4)
		return hash_load4(data) << 32 | hash_load4(data + length - 4);
	if (length == 0)
		return 0;
	return (uint64_t)(unsigned char)data[0] << 16
	    | (uint64_t)(unsigned char)data[length / 2] << 8 | (unsigned char)data[length - 1];
}

static inline uint64_t
hash_field(uint64_t seed, struct field field)
{
	const char *data = field.data;
	size_t length = field.length;
	uint64_t hash = seed ^ length * 0xA0761D6478BD642Fu;

	for (; length > 8; data += 8, length -= 8)
		hash = hash_fold(hash ^ hash_load8(data), 0xE7037ED1A0B428DBu);
	hash = hash_fold(hash ^ hash_load_rest(data, length), 0x8EBC6AF09C88C6E3u);
	return hash_fold(hash, 0x589965CC75374CC3u);
}

#endif
