/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text: what is UTF-8, and how many characters it has.  The normalised copy is
 * made in text_normalise.c.
 */
#include "text.h"

#include "text_ascii.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of the well-formed sequence at data, or 0 (RFC 3629, section 4). */
static size_t
sequence_length(const unsigned char *data, size_t left)
{
	unsigned char first = data[0];
	unsigned char least = 0x80;
	unsigned char most = 0xBF;
	size_t length;

	if (first < 0x80)
		return 1;
	if (first < 0xC2 || first > 0xF4)
		return 0;
	length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	if (first == 0xE0)
		least = 0xA0;
	else if (first == 0xED)
		most = 0x9F;
	else if (first == 0xF0)
		least = 0x90;
	else if (first == 0xF4)
		most = 0x8F;
	if (left < length || data[1] < least || data[1] > most)
		return 0;
	for (size_t i = 2; i < length; i++) {
		if ((data[i] & 0xC0) != 0x80)
			return 0;
	}
	return length;
}

size_t
text_invalid_at(const char *data, size_t length)
{
	size_t at = 0;

	if (length == 0)
		return 0;
	while ((at += text_ascii_length(data + at, length - at)) < length) {
		do {
			size_t bytes =
			    sequence_length((const unsigned char *)data + at, length - at);

			if (bytes == 0)
				return at;
			at += bytes;
		} while (at < length && (unsigned char)data[at] >= 0x80);
	}
	return length;
}

void
text_mend(struct buffer *out, struct field text)
{
	for (;;) {
		size_t good = text_invalid_at(text.data, text.length);

		if (good != 0)
			buffer_append(out, text.data, good);
		if (good == text.length)
			return;
		buffer_append_text(out, "\xEF\xBF\xBD");
		text.data += good + 1;
		text.length -= good + 1;
	}
}

size_t
text_characters(struct field field)
{
	size_t count = 0;

	for (size_t i = 0; i < field.length; i++)
		count += ((unsigned char)field.data[i] & 0xC0) != 0x80;
	return count;
}

struct field
text_cut(struct field text, size_t bytes)
{
	if (text.length <= bytes)
		return text;
	while (bytes != 0 && ((unsigned char)text.data[bytes] & 0xC0) == 0x80)
		bytes--;
	return (struct field){ text.data, bytes };
}

void
text_release(struct text *text)
{
	if (text->data != NULL)
		explicit_bzero(text->data, text->capacity);
	free(text->data);
	free(text->origin);
	*text = (struct text){ 0 };
}
