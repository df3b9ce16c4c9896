/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan_blocks: what the bytes of a text are, 64 of them at a time, bit by bit.
 */
#ifndef ANONYMISE_SCAN_BLOCKS_H
#define ANONYMISE_SCAN_BLOCKS_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define SCAN_BLOCK_BYTES ((size_t)64)

/* Bit i is of byte i. */
struct scan_block {
	uint64_t letters;
	uint64_t capitals; /* those of them */
	uint64_t digits;
	uint64_t apostrophes;
	uint64_t dots;
	uint64_t blanks; /* and line breaks */
	uint64_t marks;  /* - / . */
	uint64_t rare;   /* @ : + [ and what is not ASCII */
};

enum scan_look {
	/* ASCII without a digit, one of @ : + [ and a dot that something but a blank follows: so
	 * without any of the features that a rule may need (scan.h) */
	SCAN_BARE,
	SCAN_RICH, /* any other that is ASCII */
	SCAN_UNICODE
};

enum scan_look scan_look(struct field text);

#if defined(__SSE2__) && !defined(SCAN_PORTABLE)

#define SCAN_VECTORS

#include <emmintrin.h>

#define SCAN_PART ((size_t)16)

/* Bytes from first to first + count - 1; ASCII alone, for the comparison is signed. */
static inline __m128i
scan_within(__m128i bytes, char first, int count)
{
	/* what is below first wraps around and becomes large */
	__m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(first + 128 - 256)));

	return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(count - 128)));
}

static inline __m128i
scan_is(__m128i bytes, char byte)
{
	return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

static inline __m128i
scan_is_blank(__m128i bytes)
{
	return _mm_or_si128(scan_is(bytes, ' '), scan_within(bytes, '\t', 5));
}

static inline __m128i
scan_is_rare(__m128i bytes)
{
	/* what is not ASCII has the bit already that is looked at */
	return _mm_or_si128(_mm_or_si128(_mm_or_si128(scan_is(bytes, '@'), scan_is(bytes, ':')),
	                        _mm_or_si128(scan_is(bytes, '+'), scan_is(bytes, '['))),
	    bytes);
}

static inline uint64_t
scan_bits(__m128i found, size_t part)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found) << (SCAN_PART * part);
}

static inline __m128i
scan_load(const char *data)
{
	return _mm_loadu_si128((const __m128i *)(const void *)data);
}

static inline void
scan_add_part(struct scan_block *block, const char *data, size_t part)
{
	__m128i bytes = scan_load(data + SCAN_PART * part);
	__m128i capitals = scan_within(bytes, 'A', 26);

	block->capitals |= scan_bits(capitals, part);
	block->letters |= scan_bits(_mm_or_si128(capitals, scan_within(bytes, 'a', 26)), part);
	block->digits |= scan_bits(scan_within(bytes, '0', 10), part);
	block->apostrophes |= scan_bits(scan_is(bytes, '\''), part);
	block->dots |= scan_bits(scan_is(bytes, '.'), part);
	block->blanks |= scan_bits(scan_is_blank(bytes), part);
	block->marks |= scan_bits(scan_within(bytes, '-', 3), part);
	block->rare |= scan_bits(scan_is_rare(bytes), part);
}

static inline struct scan_block
scan_whole_block(const char *data)
{
	struct scan_block block = { 0 };

	scan_add_part(&block, data, 0);
	scan_add_part(&block, data, 1);
	scan_add_part(&block, data, 2);
	scan_add_part(&block, data, 3);
	return block;
}

#else

static inline bool
scan_is_blank(unsigned char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static inline bool
scan_is_rare(unsigned char byte)
{
	return byte == '@' || byte == ':' || byte == '+' || byte == '[' || byte >= 0x80;
}

static inline struct scan_block
scan_whole_block(const char *data)
{
	struct scan_block block = { 0 };

	for (unsigned i = 0; i < SCAN_BLOCK_BYTES; i++) {
		unsigned char byte = (unsigned char)data[i];
		uint64_t bit = UINT64_C(1) << i;

		block.capitals |= (unsigned char)(byte - 'A') < 26 ? bit : 0;
		block.letters |= (unsigned char)((byte | ' ') - 'a') < 26 ? bit : 0;
		block.digits |= (unsigned char)(byte - '0') < 10 ? bit : 0;
		block.apostrophes |= byte == '\'' ? bit : 0;
		block.dots |= byte == '.' ? bit : 0;
		block.blanks |= scan_is_blank(byte) ? bit : 0;
		block.marks |= byte >= '-' && byte <= '/' ? bit : 0;
		block.rare |= scan_is_rare(byte) ? bit : 0;
	}
	return block;
}

#endif

/* Of length bytes (at most SCAN_BLOCK_BYTES); bits past them are 0. */
static inline struct scan_block
scan_block(const char *data, size_t length)
{
	char last[SCAN_BLOCK_BYTES] = { 0 };

	if (length == SCAN_BLOCK_BYTES)
		return scan_whole_block(data);
	memcpy(last, data, length);
	return scan_whole_block(last);
}

#endif
