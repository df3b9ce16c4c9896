/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_ascii: how far a text is plain ASCII, and its normal form; for text and transcode. */
#ifndef MHSW_TEXT_ASCII_H
#define MHSW_TEXT_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The offset of the first byte that is not ASCII, or length. */
static inline size_t
text_ascii_length(const char *data, size_t length)
{
	size_t at = 0;

	for (; length - at >= 16; at += 16) {
		uint64_t words[2];

		memcpy(words, data + at, sizeof words);
		if (((words[0] | words[1]) & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (at < length && (unsigned char)data[at] < 0x80)
		at++;
	return at;
}

/* Some byte is a control character other than a blank (tab to carriage return). */
static inline bool
text_has_control(const char *data, size_t length)
{
	size_t at = 0;

#ifdef __SSE2__
	/* what is not ASCII is less than a blank too, and looked at below */
	for (; length - at >= 16; at += 16) {
		const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(data + at));

		if (_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')),
		        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F))))
		    != 0)
			break;
	}
#endif
	for (; at < length; at++) {
		const unsigned char byte = (unsigned char)data[at];

		if (byte == 0x7F || (byte < ' ' && (byte < '\t' || byte > '\r')))
			return true;
	}
	return false;
}

/* The normal form of one character (see text.h); fold: in lower case. */
char text_ascii_plain(unsigned char byte, bool fold);
/* That of length characters, each with its origin: they stand at place and the following. */
void text_ascii_copy(
    const char *from, size_t place, size_t length, bool fold, char *to, uint32_t *origin);

#endif
