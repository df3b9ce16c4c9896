/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_show: texts for people, in tables of a terminal. */
#include "text.h"

void
text_pad(struct buffer *out, const char *text, size_t width)
{
	size_t length = text_characters(field_of(text));

	buffer_append_text(out, text);
	for (; length < width; length++)
		buffer_append(out, " ", 1);
}

void
text_disarm(struct buffer *out, size_t start, const char *spared)
{
	for (size_t i = start; i < out->length; i++)
		if (((unsigned char)out->data[i] < ' ' || out->data[i] == 0x7F)
		    && (out->data[i] == '\0' || strchr(spared, out->data[i]) == NULL))
			out->data[i] = '?';
}
