/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_blocks: what the bytes of a text are, 64 of them at a time. */
#include "scan_blocks.h"

#include <string.h>

#if defined(__SSE2__) && !defined(SCAN_PORTABLE)

#include <emmintrin.h>

/* Bytes from first to first + count - 1; ASCII alone, for the comparison is signed. */
static __m128i
within(__m128i bytes, char first, int count)
{
	/* what is below first wraps around and becomes large */
	__m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(first + 128 - 256)));

	return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(count - 128)));
}

static __m128i
is(__m128i bytes, char byte)
{
	return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

static uint64_t
bits(__m128i found, size_t part)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found) << (16 * part);
}

static struct scan_block
whole_block(const char *data)
{
	struct scan_block block = { 0 };

	for (size_t part = 0; part < 4; part++) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(data + 16 * part));
		__m128i capitals = within(bytes, 'A', 26);

		block.capitals |= bits(capitals, part);
		block.letters |= bits(_mm_or_si128(capitals, within(bytes, 'a', 26)), part);
		block.digits |= bits(within(bytes, '0', 10), part);
		block.apostrophes |= bits(is(bytes, '\''), part);
		block.marks |= bits(within(bytes, '-', 3), part);
		block.rare |=
		    bits(_mm_or_si128(_mm_or_si128(is(bytes, '@'), is(bytes, ':')), is(bytes, '+')),
		        part);
		block.brackets |= bits(is(bytes, '['), part);
		block.high |= bits(bytes, part);
	}
	return block;
}

#else

static struct scan_block
whole_block(const char *data)
{
	struct scan_block block = { 0 };

	for (unsigned i = 0; i < SCAN_BLOCK_BYTES; i++) {
		unsigned char byte = (unsigned char)data[i];
		uint64_t bit = UINT64_C(1) << i;

		block.capitals |= (unsigned char)(byte - 'A') < 26 ? bit : 0;
		block.letters |= (unsigned char)((byte | ' ') - 'a') < 26 ? bit : 0;
		block.digits |= (unsigned char)(byte - '0') < 10 ? bit : 0;
		block.apostrophes |= byte == '\'' ? bit : 0;
		block.marks |= byte >= '-' && byte <= '/' ? bit : 0;
		block.rare |= byte == '@' || byte == ':' || byte == '+' ? bit : 0;
		block.brackets |= byte == '[' ? bit : 0;
		block.high |= byte >= 0x80 ? bit : 0;
	}
	return block;
}

#endif

struct scan_block
scan_block(const char *data, size_t length)
{
	char last[SCAN_BLOCK_BYTES] = { 0 };

	if (length == SCAN_BLOCK_BYTES)
		return whole_block(data);
	memcpy(last, data, length);
	return whole_block(last);
}
