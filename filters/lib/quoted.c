/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quoted: texts between quotes as JSON has them. */
#include "quoted.h"

#include "text.h"

void
quoted_append(struct buffer *out, struct field text)
{
	size_t invalid = text_invalid_at(text.data, text.length);

	buffer_append(out, "\"", 1);
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];

		if (i == invalid) {
			buffer_append_text(out, "\\ufffd");
			invalid += 1 + text_invalid_at(text.data + i + 1, text.length - i - 1);
			continue;
		}
		if (byte == '"' || byte == '\\')
			buffer_append(out, "\\", 1);
		if (byte < ' ' || byte == 0x7F)
			buffer_format(out, "\\u%04x", byte);
		else
			buffer_append(out, text.data + i, 1);
	}
	buffer_append(out, "\"", 1);
}
