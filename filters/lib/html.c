/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html: texts on their way into a page or a picture. */
#include "html.h"

#include "text.h"

#include <stdint.h>

/* The first character of the field, which is not empty, and its length in bytes; of a
 * byte that is no UTF-8, U+FFFD. */
static uint32_t
decode(struct field text, size_t *bytes)
{
	unsigned char first = (unsigned char)text.data[0];
	uint32_t character;

	*bytes = 1;
	if (first < 0x80)
		return first;
	/* one character at a time, so that a stray byte costs no more than itself */
	if (text_invalid_at(text.data, text.length < 4 ? text.length : 4) == 0)
		return 0xfffd;
	*bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
	character = first & (0x7fu >> *bytes);
	for (size_t i = 1; i < *bytes; i++)
		character = character << 6 | ((unsigned char)text.data[i] & 0x3fu);
	return character;
}

/* Neither HTML nor XML takes it, or it changes the order in which what stands around it
 * is shown (Unicode Standard Annex 9). */
static bool
is_unfit(uint32_t character)
{
	if (character < 0x20)
		return character != '\t' && character != '\n' && character != '\r';
	return (character >= 0x7f && character < 0xa0) || character == 0x61c || character == 0x200e
	    || character == 0x200f || (character >= 0x202a && character <= 0x202e)
	    || (character >= 0x2066 && character <= 0x2069)
	    || (character >= 0xfdd0 && character <= 0xfdef) || (character & 0xfffe) == 0xfffe;
}

void
html_text(struct buffer *out, struct field text)
{
	while (text.length != 0) {
		size_t bytes;
		uint32_t character = decode(text, &bytes);

		if (character == '&')
			buffer_append_text(out, "&amp;");
		else if (character == '<')
			buffer_append_text(out, "&lt;");
		else if (character == '>')
			buffer_append_text(out, "&gt;");
		else if (character == '"')
			buffer_append_text(out, "&quot;");
		else if (character == '\'')
			buffer_append_text(out, "&#39;");
		else if (is_unfit(character) || character == 0xfffd)
			buffer_append_text(out, "\xef\xbf\xbd");
		else
			buffer_append(out, text.data, bytes);
		text.data += bytes;
		text.length -= bytes;
	}
}
