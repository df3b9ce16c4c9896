/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_svg: what gnuplot drew, made an SVG that says what it shows. */
#include "describe.h"

#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <stdint.h>

/* The first place of needle in the field, or NULL. */
static const char *
seek(struct field field, const char *needle)
{
	return memmem(field.data, field.length, needle, strlen(needle));
}

static void
skip_to(struct field *rest, const char *place)
{
	rest->length -= (size_t)(place - rest->data);
	rest->data = place;
}

/* Charts stand side by side in one page, where ids are to differ: FNV-1a (Fowler,
 * Noll, Vo 1991) of the words. */
static uint32_t
page_id(const struct words *words)
{
	const char *texts[] = { words->title, words->alt };
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < 2; i++)
		for (const char *at = texts[i]; *at != '\0'; at++)
			hash = (hash ^ (unsigned char)*at) * 16777619u;
	return hash;
}

static void
write_head(struct field *rest, const struct words *words, struct buffer *svg)
{
	const char *root = seek(*rest, "<svg");
	const char *title = seek(*rest, "<title>");
	const char *body = seek(*rest, "<rect");
	uint32_t id = page_id(words);

	if (root == NULL || title == NULL || body == NULL || title < root || body < title)
		return;
	buffer_append(svg, rest->data, (size_t)(root + 4 - rest->data));
	buffer_format(
	    svg, " role=\"img\" aria-labelledby=\"title-%08x desc-%08x\" xml:lang=\"en\"", id, id);
	buffer_append(svg, root + 4, (size_t)(title - root - 4));
	buffer_format(svg, "<title id=\"title-%08x\">", id);
	label_xml(svg, field_of(words->title));
	buffer_format(svg, "</title>\n<desc id=\"desc-%08x\">", id);
	label_xml(svg, field_of(words->alt));
	buffer_append_text(svg, "</desc>\n\n<g>\n\n");
	skip_to(rest, body);
}

/* A line of the drawing, with gnuplot's ways changed to the page's. */
static void
write_line(struct field line, const char *const font[2], struct buffer *svg)
{
	const char *const changes[][2] = {
		{ " shape-rendering='crispEdges'", "" },
		{ font[0], font[1] },
	};
	const char *plot = seek(line, "<g id=\"gnuplot_plot_");

	if (plot != NULL) {
		buffer_append_text(svg, "\t<g>\n");
		return;
	}
	/* people's texts stand on lines of their own and are left alone */
	for (size_t i = 0; seek(line, "<text>") == NULL && i < 2; i++) {
		const char *place = seek(line, changes[i][0]);

		if (place == NULL)
			continue;
		buffer_append(svg, line.data, (size_t)(place - line.data));
		buffer_append_text(svg, changes[i][1]);
		skip_to(&line, place + strlen(changes[i][0]));
	}
	buffer_append(svg, line.data, line.length);
}

void
describe_svg(const struct buffer *drawn, const struct words *words, const struct theme *theme,
    struct buffer *svg)
{
	struct buffer names[2] = { { 0 }, { 0 } };
	struct field rest = { drawn->data, drawn->length };
	const char *definitions;
	const char *end;

	buffer_format(&names[0], "font-family=\"%s", theme->font);
	buffer_format(&names[1], "font-family=\"%s, %s", theme->font, theme->fallbacks);
	write_head(&rest, words, svg);
	definitions = seek(rest, "<defs>");
	end = seek(rest, "</defs>\n");
	if (definitions != NULL && end != NULL && definitions < end) {
		buffer_append(svg, rest.data, (size_t)(definitions - rest.data));
		skip_to(&rest, end + strlen("</defs>\n"));
	}
	while (rest.length != 0) {
		const char *newline = memchr(rest.data, '\n', rest.length);
		size_t length = newline == NULL ? rest.length : (size_t)(newline - rest.data) + 1;

		write_line((struct field){ rest.data, length },
		    (const char *const[]){ names[0].data, names[1].data }, svg);
		skip_to(&rest, rest.data + length);
	}
	buffer_release(&names[0]);
	buffer_release(&names[1]);
}
