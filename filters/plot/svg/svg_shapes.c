/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_shapes: the elements that show something. */
#include "svg_reading.h"

/* Takes x,y from the front of rest.  gnuplot's last column and row stand at the picture's
 * edges: its picture is a hundredth of a pixel narrower and lower than ours. */
static bool
take_point(const struct svg_reading *reading, struct field *rest, double *x, double *y)
{
	const double width = reading->drawing->width;
	const double height = reading->drawing->height;

	if (!svg_tag_number(rest, x) || !svg_tag_skip(rest, ",") || !svg_tag_number(rest, y))
		return false;
	*x *= width / (width - 0.01);
	*y = height - (height - *y) * height / (height - 0.01);
	return true;
}

bool
svg_take_path(struct svg_reading *reading, const struct svg_tag *tag)
{
	struct svg_look look = { true, 0, reading->width };
	struct field data = svg_tag_value(tag, "d");
	bool moved = false;

	if (!svg_tag_colour(svg_tag_value(tag, "stroke"), &look.colour))
		return svg_unknown(reading, tag, "the colour of");
	svg_path_look(&reading->path, &look);
	while (data.length != 0) {
		bool moves = svg_tag_skip(&data, "M");
		double x;
		double y;

		if ((!moves && !(moved && svg_tag_skip(&data, "L")))
		    || !take_point(reading, &data, &x, &y))
			return svg_unknown(reading, tag, "the strokes of");
		if (moves) {
			svg_path_move(&reading->path, x, y);
		} else {
			svg_path_stroke(&reading->path, x, y);
			reading->drawing->count.lines++;
		}
		moved = true;
		svg_tag_blanks(&data);
	}
	return moved || svg_unknown(reading, tag, "the strokes of");
}

bool
svg_take_polygon(struct svg_reading *reading, const struct svg_tag *tag)
{
	struct svg_look look = { 0 };
	struct svg_outline outline = { .corners = 0 };
	struct field points = svg_tag_value(tag, "points");

	if (!svg_tag_colour(svg_tag_value(tag, "fill"), &look.colour))
		return svg_unknown(reading, tag, "the colour of");
	while (points.length != 0) {
		size_t at = outline.corners++;

		if (at == SVG_CORNERS_MAX
		    || !take_point(reading, &points, &outline.x[at], &outline.y[at]))
			return svg_unknown(reading, tag, "the corners of");
		svg_tag_blanks(&points);
	}
	if (outline.corners < 3)
		return svg_unknown(reading, tag, "the corners of");
	svg_path_look(&reading->path, &look);
	svg_path_fill(&reading->path, &outline);
	reading->drawing->count.fills++;
	return true;
}

bool
svg_take_place(struct svg_reading *reading, const struct svg_tag *tag)
{
	static const char *const anchors[] = { "start", "middle", "end" };
	struct svg_word *word = &reading->word;
	struct field place = svg_tag_value(tag, "transform");
	struct field anchor = svg_tag_value(tag, "text-anchor");
	size_t align = 0;

	while (align < 3 && !field_is(anchor, anchors[align]))
		align++;
	word->align = (enum canvas_align)align;
	word->bold = field_is(svg_tag_value(tag, "font-weight"), "bold");
	reading->in_word = true;
	return (align < 3 && svg_tag_skip(&place, "translate(")
	           && take_point(reading, &place, &word->x, &word->y) && field_is(place, ")")
	           && svg_figure(tag, "font-size", &word->size)
	           && svg_tag_colour(svg_tag_value(tag, "fill"), &word->colour)
	           && (word->bold || svg_value_is(tag, "font-weight", "normal")))
	    || svg_unknown(reading, tag, "the place of a word in");
}

/* gnuplot writes the characters that mean something as these, and gnuplot.c the last. */
static bool
decode(struct field text, struct buffer *plain)
{
	static const char *const escapes[][2] = { { "&amp;", "&" }, { "&lt;", "<" },
		{ "&gt;", ">" }, { "&#x26;", "&" } };

	while (text.length != 0) {
		const char *place = memchr(text.data, '&', text.length);
		size_t length = place == NULL ? text.length : (size_t)(place - text.data);
		size_t which = 0;

		buffer_append(plain, text.data, length);
		text.data += length;
		text.length -= length;
		if (text.length == 0)
			break;
		while (which < 4 && !svg_tag_skip(&text, escapes[which][0]))
			which++;
		if (which == 4)
			return false;
		buffer_append_text(plain, escapes[which][1]);
	}
	return true;
}

bool
svg_take_word(struct svg_reading *reading, const struct svg_tag *tag)
{
	struct buffer plain = { 0 };
	bool good = reading->in_word && decode(tag->text, &plain);

	svg_path_end(&reading->path);
	if (good)
		svg_word_write(&reading->drawing->body, &reading->word,
		    (struct field){ plain.data, plain.length }, reading->ink);
	buffer_release(&plain);
	reading->in_word = false;
	reading->drawing->count.words++;
	return (good || svg_unknown(reading, tag, "the place or an escape in"))
	    && svg_take_end(reading, tag);
}
