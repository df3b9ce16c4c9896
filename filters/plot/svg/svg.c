/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: a drawing as an SVG that says what it shows. */
#include "svg.h"

#include "../../lib/html.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* From the middle of a word down to its baseline, in parts of its size: as gnuplot sets it. */
#define BASELINE 0.325

/* A number of two decimals at most, as short as it can be. */
static void
add_number(struct buffer *svg, double number)
{
	char text[32];
	size_t length;

	snprintf(text, sizeof(text), "%.2f", number);
	length = strlen(text);
	while (text[length - 1] == '0')
		length--;
	if (text[length - 1] == '.')
		length--;
	if (length == 2 && text[0] == '-' && text[1] == '0')
		buffer_append(svg, "0", 1);
	else
		buffer_append(svg, text, length);
}

static void
add_pair(struct buffer *svg, const char *command, double x, double y)
{
	buffer_append_text(svg, command);
	add_number(svg, x);
	buffer_append(svg, " ", 1);
	add_number(svg, y);
}

static void
add_one(struct buffer *svg, const char *command, double number)
{
	buffer_append_text(svg, command);
	add_number(svg, number);
}

static void
add_colour(struct buffer *svg, const char *name, uint32_t colour)
{
	uint32_t high = colour >> 4 & 0x0f0f0f;

	/* #abc is #aabbcc */
	if ((colour & 0x0f0f0f) == high)
		buffer_format(svg, " %s=\"#%x%x%x\"", name, (unsigned)(high >> 16),
		    (unsigned)(high >> 8 & 15), (unsigned)(high & 15));
	else
		buffer_format(svg, " %s=\"#%06x\"", name, (unsigned)colour);
}

static void
add_line(struct buffer *svg, const struct canvas_shape *shape)
{
	add_pair(svg, "M", shape->x[0], shape->y[0]);
	if (fabs(shape->y[0] - shape->y[1]) < 0.005)
		add_one(svg, "H", shape->x[1]);
	else if (fabs(shape->x[0] - shape->x[1]) < 0.005)
		add_one(svg, "V", shape->y[1]);
	else
		add_pair(svg, "L", shape->x[1], shape->y[1]);
}

/* Each path that is filled turns the same way, or two over each other would be a hole. */
static void
add_polygon(struct buffer *svg, const struct canvas_shape *shape)
{
	double area = 0;

	for (size_t i = 0; i < shape->corners; i++) {
		size_t next = (i + 1) % shape->corners;

		area += shape->x[i] * shape->y[next] - shape->x[next] * shape->y[i];
	}
	for (size_t i = 0; i < shape->corners; i++) {
		size_t at = area < 0 ? shape->corners - 1 - i : i;

		add_pair(svg, i == 0 ? "M" : "L", shape->x[at], shape->y[at]);
	}
	buffer_append(svg, "z", 1);
}

static void
add_shape(struct buffer *svg, const struct canvas_shape *shape)
{
	switch (shape->kind) {
	case CANVAS_LINE:
		add_line(svg, shape);
		break;
	case CANVAS_BOX:
		add_pair(svg, "M", fmin(shape->x[0], shape->x[1]), fmin(shape->y[0], shape->y[1]));
		add_one(svg, "H", fmax(shape->x[0], shape->x[1]));
		add_one(svg, "V", fmax(shape->y[0], shape->y[1]));
		add_one(svg, "H", fmin(shape->x[0], shape->x[1]));
		buffer_append(svg, "z", 1);
		break;
	case CANVAS_CIRCLE:
		add_pair(svg, "M", shape->x[0] - shape->width, shape->y[0]);
		for (int i = 0; i < 2; i++) {
			add_pair(svg, "a", shape->width, shape->width);
			add_pair(svg, " 0 1 1 ", (i == 0 ? 2 : -2) * shape->width, 0);
		}
		buffer_append(svg, "z", 1);
		break;
	case CANVAS_POLYGON:
		add_polygon(svg, shape);
		break;
	}
}

/* Shapes of one look that follow each other are one path. */
static bool
same_path(const struct canvas_shape *a, const struct canvas_shape *b)
{
	if (a->colour != b->colour || (a->kind == CANVAS_LINE) != (b->kind == CANVAS_LINE))
		return false;
	return a->kind != CANVAS_LINE || fabs(a->width - b->width) < 0.005;
}

static void
write_shapes(const struct canvas *canvas, struct buffer *svg)
{
	for (size_t i = 0; i < canvas->shape_count; i++) {
		const struct canvas_shape *shape = &canvas->shapes[i];

		if (i == 0 || !same_path(shape - 1, shape)) {
			buffer_append_text(svg, i == 0 ? "<path" : "\"/>\n<path");
			add_colour(
			    svg, shape->kind == CANVAS_LINE ? "stroke" : "fill", shape->colour);
			if (shape->kind == CANVAS_LINE) {
				add_one(svg, " stroke-width=\"", shape->width);
				buffer_append(svg, "\"", 1);
			}
			buffer_append_text(svg, " d=\"");
		}
		add_shape(svg, shape);
	}
	if (canvas->shape_count != 0)
		buffer_append_text(svg, "\"/>\n");
}

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

static void
write_word(const struct canvas *canvas, const struct canvas_word *word, struct buffer *svg)
{
	static const char *const anchors[] = { "start", "middle", "end" };
	struct field text = field_of(word->text);
	bool left = runs_left(text);
	/* where a text runs to the left its start is at the right */
	size_t anchor = left ? 2 - (size_t)word->align : (size_t)word->align;

	add_one(svg, "<text x=\"", word->x);
	add_one(svg, "\" y=\"", word->y + BASELINE * word->size);
	buffer_append(svg, "\"", 1);
	if (anchor != 0)
		buffer_format(svg, " text-anchor=\"%s\"", anchors[anchor]);
	if (left)
		buffer_append_text(svg, " direction=\"rtl\"");
	if (word->size != THEME_TEXT)
		buffer_format(svg, " font-size=\"%u\"", word->size);
	if (word->bold)
		buffer_append_text(svg, " font-weight=\"bold\"");
	if (word->colour != canvas->theme->ink)
		add_colour(svg, "fill", word->colour);
	buffer_append(svg, ">", 1);
	html_text(svg, text);
	buffer_append_text(svg, "</text>\n");
}

/* FNV-1a (Fowler, Noll, Vo 1991). */
static uint64_t
hash(uint64_t state, const char *data, size_t length)
{
	for (size_t i = 0; i < length; i++)
		state = (state ^ (unsigned char)data[i]) * 1099511628211u;
	return state;
}

static uint64_t
page_id(const struct words *words, const struct buffer *body)
{
	uint64_t state = 14695981039346656037u;

	state = hash(state, words->title, strlen(words->title) + 1);
	state = hash(state, words->alt, strlen(words->alt) + 1);
	return hash(state, body->data, body->length);
}

void
svg_write(const struct canvas *canvas, const struct words *words, const char *language,
    struct buffer *svg)
{
	struct buffer body = { 0 };
	size_t head;
	char id[17];

	buffer_format(&body, " width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\"",
	    canvas->width, canvas->height, canvas->width, canvas->height);
	buffer_format(&body, " font-family=\"%s, %s\" font-size=\"%d\"", canvas->theme->font,
	    canvas->theme->fallbacks, THEME_TEXT);
	add_colour(&body, "fill", canvas->theme->ink);
	buffer_append_text(&body, ">\n");
	head = body.length;
	buffer_append_text(&body, "<rect width=\"100%\" height=\"100%\"");
	add_colour(&body, "fill", canvas->theme->paper);
	buffer_append_text(&body, "/>\n");
	write_shapes(canvas, &body);
	for (size_t i = 0; i < canvas->word_count; i++)
		write_word(canvas, &canvas->words[i], &body);
	snprintf(id, sizeof(id), "%016llx", (unsigned long long)page_id(words, &body));

	buffer_format(svg,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
	    " role=\"img\" aria-labelledby=\"title-%s desc-%s\" lang=\"%s\"",
	    id, id, language);
	buffer_append(svg, body.data, head);
	buffer_format(svg, "<title id=\"title-%s\">", id);
	html_text(svg, field_of(words->title));
	buffer_format(svg, "</title>\n<desc id=\"desc-%s\">", id);
	html_text(svg, field_of(words->alt));
	buffer_append_text(svg, "</desc>\n");
	buffer_append(svg, body.data + head, body.length - head);
	buffer_append_text(svg, "</svg>\n");
	buffer_release(&body);
}
