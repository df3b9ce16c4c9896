/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label_escape: user text on its way into a script or a terminal. */
#include "label.h"

#include <stdlib.h>

void
label_script(struct buffer *script, struct field text, bool svg)
{
	char *clean = label_clean(text);
	size_t length = strlen(clean);

	buffer_append(script, "|", 1);
	for (size_t i = 0; i < length; i++)
		if (svg && clean[i] == '&' && clean[i + 1] == '#' && clean[i + 2] == 'x')
			buffer_append_text(script, "&#x26;");
		else
			buffer_append(script, &clean[i], 1);
	buffer_append(script, "\n", 1);
	free(clean);
}

static size_t
character_cells(uint32_t character)
{
	if (character >= 0x300 && character <= 0x36f)
		return 0;
	/* East Asian and pictures take two cells; arrows, blocks and dashes take one */
	return (character >= 0x1100 && character < 0x1160)
	        || (character >= 0x2e80 && character < 0xa4d0)
	        || (character >= 0xac00 && character < 0xd7a4)
	        || (character >= 0xf900 && character < 0xfb00)
	        || (character >= 0xfe30 && character < 0xfe70)
	        || (character >= 0xff00 && character < 0xff61) || character >= 0x1f300
	    ? 2
	    : 1;
}

size_t
label_cells(struct field text)
{
	size_t cells = 0;

	for (size_t at = 0; at < text.length;) {
		size_t bytes;

		cells += character_cells(label_decode(text.data + at, text.length - at, &bytes));
		at += bytes;
	}
	return cells;
}

void
label_fit(struct buffer *out, struct field text, size_t cells)
{
	size_t room = label_cells(text) > cells && cells > 0 ? cells - 1 : cells;
	size_t used = 0;

	for (size_t at = 0; at < text.length;) {
		size_t bytes;
		size_t taken =
		    character_cells(label_decode(text.data + at, text.length - at, &bytes));

		if (used + taken > room) {
			if (used < cells) {
				buffer_append_text(out, "\xe2\x80\xa6");
				used++;
			}
			break;
		}
		buffer_append(out, text.data + at, bytes);
		used += taken;
		at += bytes;
	}
	for (; used < cells; used++)
		buffer_append(out, " ", 1);
}
