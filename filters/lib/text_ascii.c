/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text_ascii: the normal form of ASCII, 16 bytes at a time.
 */
#include "text_ascii.h"

char
text_ascii_plain(unsigned char byte, bool fold)
{
	if (fold && byte >= 'A' && byte <= 'Z')
		return (char)(byte - 'A' + 'a');
	return byte >= '\t' && byte <= '\r' ? ' ' : (char)byte;
}

#ifdef __SSE2__
/* Bytes from first to last, as a mask; all are ASCII. */
static __m128i
between(__m128i bytes, char first, char last)
{
	return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(first - 1))),
	    _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(last + 1))));
}

static void
write_places(uint32_t *origin, size_t place)
{
	const __m128i four = _mm_set1_epi32(4);
	__m128i places =
	    _mm_add_epi32(_mm_set1_epi32((int)(uint32_t)place), _mm_setr_epi32(0, 1, 2, 3));

	for (size_t i = 0; i < 16; i += 4) {
		_mm_storeu_si128((__m128i *)(void *)(origin + i), places);
		places = _mm_add_epi32(places, four);
	}
}

static size_t
copy_sixteens(const char *from, size_t place, size_t length, bool fold, char *to, uint32_t *origin)
{
	const __m128i case_bit = _mm_set1_epi8(fold ? 'a' - 'A' : 0);
	size_t at = 0;

	for (; length - at >= 16; at += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(from + at));
		const __m128i blank = between(bytes, '\t', '\r');

		bytes = _mm_or_si128(bytes, _mm_and_si128(between(bytes, 'A', 'Z'), case_bit));
		bytes = _mm_or_si128(
		    _mm_andnot_si128(blank, bytes), _mm_and_si128(blank, _mm_set1_epi8(' ')));
		_mm_storeu_si128((__m128i *)(void *)(to + at), bytes);
		write_places(origin + at, place + at);
	}
	return at;
}
#else
static size_t
copy_sixteens(const char *from, size_t place, size_t length, bool fold, char *to, uint32_t *origin)
{
	(void)from, (void)place, (void)length, (void)fold, (void)to, (void)origin;
	return 0;
}
#endif

void
text_ascii_copy(
    const char *from, size_t place, size_t length, bool fold, char *to, uint32_t *origin)
{
	for (size_t at = copy_sixteens(from, place, length, fold, to, origin); at < length; at++) {
		to[at] = text_ascii_plain((unsigned char)from[at], fold);
		origin[at] = (uint32_t)(place + at);
	}
}
