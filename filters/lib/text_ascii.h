/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_ascii: how far a text is plain ASCII; for text and transcode. */
#ifndef MHSW_TEXT_ASCII_H
#define MHSW_TEXT_ASCII_H

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

#endif
