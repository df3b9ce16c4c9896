/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: what gnuplot drew, as an SVG that says what it shows. */
#include "svg.h"

#include "../../lib/html.h"
#include "svg_path.h"
#include "svg_read.h"

#include <stdio.h>
#include <string.h>

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

/* What gnuplot was asked to draw is there, and nothing else. */
static bool
is_whole(const struct svg_drawing *drawing, const struct canvas *canvas, struct fault *fault)
{
	struct gnuplot_count asked = gnuplot_count(canvas);
	const struct gnuplot_count *drawn = &drawing->count;

	if (drawn->lines == asked.lines && drawn->fills == asked.fills
	    && drawn->words == asked.words)
		return true;
	return fault_set(fault,
	    "gnuplot drew %zu lines, %zu areas and %zu words of %zu, %zu and %zu: the chart is not "
	    "whole; gnuplot 5.4 is known to work",
	    drawn->lines, drawn->fills, drawn->words, asked.lines, asked.fills, asked.words);
}

static void
write_page(const struct svg_drawing *drawing, const struct theme *theme, const struct words *words,
    const char *language, struct buffer *svg)
{
	struct buffer body = { 0 };
	size_t head;
	char id[17];

	buffer_format(&body, " width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\"",
	    drawing->width, drawing->height, drawing->width, drawing->height);
	buffer_format(&body, " font-family=\"%s, %s\" font-size=\"%d\"", theme->font,
	    theme->fallbacks, THEME_TEXT);
	svg_path_colour(&body, "fill", theme->ink);
	buffer_append_text(&body, ">\n");
	head = body.length;
	buffer_append_text(&body, "<rect width=\"100%\" height=\"100%\"");
	svg_path_colour(&body, "fill", drawing->paper);
	buffer_append_text(&body, "/>\n");
	buffer_append(&body, drawing->body.data, drawing->body.length);
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

bool
svg_write(const struct buffer *drawn, const struct canvas *canvas, const struct words *words,
    const char *language, struct buffer *svg, struct fault *fault)
{
	struct svg_drawing drawing;
	bool good = svg_read((struct field){ drawn->data, drawn->length }, canvas->theme->ink,
	                &drawing, fault)
	    && is_whole(&drawing, canvas, fault);

	if (good)
		write_page(&drawing, canvas->theme, words, language, svg);
	svg_read_release(&drawing);
	return good;
}
