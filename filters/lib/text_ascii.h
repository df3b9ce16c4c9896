/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_ascii: how far a text is plain ASCII; for text and transcode. */
#ifndef MHSW_TEXT_ASCII_H
#define MHSW_TEXT_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

	for (; length - at >= 8; at += 8) {
		uint64_t word;

		memcpy(&word, data + at, sizeof word);
		/* a byte under 0x20 borrows; 0x7F differs in no bit (of ASCII alone) */
		if (((word - UINT64_C(0x2020202020202020)) & ~word & UINT64_C(0x8080808080808080))
		        != 0
		    || (((word ^ UINT64_C(0x7F7F7F7F7F7F7F7F)) - UINT64_C(0x0101010101010101))
		           & UINT64_C(0x8080808080808080) & ~(word ^ UINT64_C(0x7F7F7F7F7F7F7F7F)))
		        != 0)
			break;
	}
	for (; at < length; at++) {
		const unsigned char byte = (unsigned char)data[at];

		if (byte == 0x7F || (byte < ' ' && (byte < '\t' || byte > '\r')))
			return true;
	}
	return false;
}

#endif
