/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_word: a word of a drawing that stays text, in its own direction. */
#include "svg_word.h"

#include "../../lib/html.h"
#include "../canvas/label.h"
#include "svg_path.h"

#include <math.h>

/* The first letter that has a direction is one of Hebrew, Arabic and their neighbours. */
static bool
runs_left(struct field text)
{
	for (size_t at = 0; at < text.length;) {
		size_t bytes;
		uint32_t letter = label_decode(text.data + at, text.length - at, &bytes);

		if ((letter >= 0x590 && letter < 0x900) || (letter >= 0xfb1d && letter < 0xfe00)
		    || (letter >= 0xfe70 && letter < 0xff00)
		    || (letter >= 0x10800 && letter < 0x11000)
		    || (letter >= 0x1e800 && letter < 0x1f000))
			return true;
		if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')
		    || (letter >= 0xc0 && letter < 0x2000))
			return false;
		at += bytes;
	}
	return false;
}

void
svg_word_write(struct buffer *svg, const struct svg_word *word, struct field text, uint32_t ink)
{
	static const char *const anchors[] = { "start", "middle", "end" };
	bool left = runs_left(text);
	/* where a text runs to the left its start is at the right */
	size_t anchor = left ? 2 - (size_t)word->align : (size_t)word->align;

	svg_path_number(svg, "<text x=\"", word->x, 2);
	svg_path_number(svg, "\" y=\"", word->y, 2);
	buffer_append_text(svg, "\"");
	if (anchor != 0)
		buffer_format(svg, " text-anchor=\"%s\"", anchors[anchor]);
	if (left)
		buffer_append_text(svg, " direction=\"rtl\"");
	if (fabs(word->size - THEME_TEXT) > 0.005) {
		svg_path_number(svg, " font-size=\"", word->size, 2);
		buffer_append_text(svg, "\"");
	}
	if (word->bold)
		buffer_append_text(svg, " font-weight=\"bold\"");
	if (word->colour != ink)
		svg_path_colour(svg, "fill", word->colour);
	buffer_append_text(svg, ">");
	html_text(svg, text);
	buffer_append_text(svg, "</text>\n");
}
