/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_blocks: what the bytes of a text are, 64 of them at a time. */
#include "scan_blocks.h"

#include <string.h>

#if defined(__SSE2__) && !defined(SCAN_PORTABLE)

#include <emmintrin.h>

#define PART ((size_t)16)

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

static __m128i
is_blank(__m128i bytes)
{
	return _mm_or_si128(is(bytes, ' '), within(bytes, '\t', 5));
}

static __m128i
is_rare(__m128i bytes)
{
	/* what is not ASCII has the bit already that is looked at */
	return _mm_or_si128(_mm_or_si128(_mm_or_si128(is(bytes, '@'), is(bytes, ':')),
	                        _mm_or_si128(is(bytes, '+'), is(bytes, '['))),
	    bytes);
}

static uint64_t
bits(__m128i found, size_t part)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(found) << (PART * part);
}

static __m128i
load(const char *data)
{
	return _mm_loadu_si128((const __m128i *)(const void *)data);
}

static struct scan_block
whole_block(const char *data)
{
	struct scan_block block = { 0 };

	for (size_t part = 0; part < 4; part++) {
		__m128i bytes = load(data + PART * part);
		__m128i capitals = within(bytes, 'A', 26);

		block.capitals |= bits(capitals, part);
		block.letters |= bits(_mm_or_si128(capitals, within(bytes, 'a', 26)), part);
		block.digits |= bits(within(bytes, '0', 10), part);
		block.apostrophes |= bits(is(bytes, '\''), part);
		block.dots |= bits(is(bytes, '.'), part);
		block.blanks |= bits(is_blank(bytes), part);
		block.marks |= bits(within(bytes, '-', 3), part);
		block.rare |= bits(is_rare(bytes), part);
	}
	return block;
}

bool
scan_bare(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;
	char last[PART + 1];
	size_t at = 0;

	/* of each part the byte behind it is looked at too */
	for (; length - at > PART; at += PART) {
		__m128i bytes = load(data + at);
		__m128i dots = _mm_andnot_si128(is_blank(load(data + at + 1)), is(bytes, '.'));
		__m128i digits = within(bytes, '0', 10);

		if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(dots, digits), is_rare(bytes)))
		    != 0)
			return false;
	}
	memset(last, ' ', sizeof last);
	memcpy(last, data + at, length - at);
	return _mm_movemask_epi8(
	           _mm_or_si128(_mm_or_si128(within(load(last), '0', 10), is_rare(load(last))),
	               _mm_andnot_si128(is_blank(load(last + 1)), is(load(last), '.'))))
	    == 0;
}

#else

static bool
is_blank(unsigned char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool
is_rare(unsigned char byte)
{
	return byte == '@' || byte == ':' || byte == '+' || byte == '[' || byte >= 0x80;
}

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
		block.dots |= byte == '.' ? bit : 0;
		block.blanks |= is_blank(byte) ? bit : 0;
		block.marks |= byte >= '-' && byte <= '/' ? bit : 0;
		block.rare |= is_rare(byte) ? bit : 0;
	}
	return block;
}

bool
scan_bare(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)data[i];

		if ((byte >= '0' && byte <= '9') || is_rare(byte)
		    || (byte == '.' && i + 1 < length && !is_blank((unsigned char)data[i + 1])))
			return false;
	}
	return true;
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
