/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_show: texts for people, in tables of a terminal. */
#include "text.h"

#include <string.h>

#define LINE_WIDTH 80

void
text_pad(struct buffer *out, const char *text, size_t width)
{
	size_t length = text_characters(field_of(text));

	buffer_append_text(out, text);
	for (; length < width; length++)
		buffer_append(out, " ", 1);
}

/* Control characters of ISO 6429 above ASCII, U+0080 to U+009F: one of them begins what
 * changes colours and the cursor, as ESC [ does. */
static bool
is_upper_control(const struct buffer *out, size_t i)
{
	return i + 1 < out->length && (unsigned char)out->data[i] == 0xC2
	    && (unsigned char)out->data[i + 1] >= 0x80 && (unsigned char)out->data[i + 1] < 0xA0;
}

void
text_disarm(struct buffer *out, size_t start, const char *spared)
{
	for (size_t i = start; i < out->length; i++)
		if (is_upper_control(out, i))
			memset(out->data + i, '?', 2);
		else if (((unsigned char)out->data[i] < ' ' || out->data[i] == 0x7F)
		    && (out->data[i] == '\0' || strchr(spared, out->data[i]) == NULL))
			out->data[i] = '?';
}

/* A word, on a new line where it would pass the end of this one. */
static void
add_word(struct buffer *out, size_t *column, struct field word)
{
	size_t characters = text_characters(word);

	if (*column + 1 + characters > LINE_WIDTH) {
		buffer_append_text(out, "\n   ");
		*column = 3;
	}
	buffer_append(out, " ", 1);
	buffer_append(out, word.data, word.length);
	*column += 1 + characters;
}

void
text_explain(struct buffer *out, const char *title, const char *text)
{
	size_t column = 2 + strlen(title) + 1;

	buffer_format(out, "  %s:", title);
	while (*text != '\0') {
		size_t length = strcspn(text, " ");

		add_word(out, &column, (struct field){ text, length });
		text += length + (text[length] == ' ');
	}
	buffer_append_text(out, "\n");
}
