/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_path: the shapes of a drawing as few and short paths. */
#include "svg_path.h"

#include "../gnuplot/gnuplot.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* By how much a corner of a circle may be off, as gnuplot's grid is. */
#define GRID 0.03

static double
rounded(double coordinate)
{
	return round(coordinate * 100) / 100;
}

void
svg_path_number(struct buffer *svg, const char *before, double number, int decimals)
{
	char text[32];
	size_t length;

	buffer_append_text(svg, before);
	snprintf(text, sizeof(text), "%.*f", decimals, number);
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

void
svg_path_colour(struct buffer *svg, const char *name, uint32_t colour)
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
add_pair(struct buffer *svg, const char *command, double x, double y)
{
	svg_path_number(svg, command, x, 2);
	svg_path_number(svg, " ", y, 2);
}

static bool
same_look(const struct svg_look *a, const struct svg_look *b)
{
	return a->stroked == b->stroked && a->colour == b->colour
	    && (!a->stroked || fabs(a->width - b->width) < 0.005);
}

void
svg_path_end(struct svg_path *path)
{
	if (path->open)
		buffer_append_text(path->svg, "\"/>\n");
	path->open = false;
}

void
svg_path_look(struct svg_path *path, const struct svg_look *look)
{
	if (path->open && same_look(&path->look, look))
		return;
	svg_path_end(path);
	path->look = *look;
	path->open = true;
	buffer_append_text(path->svg, look->stroked ? "<path fill=\"none\"" : "<path");
	svg_path_colour(path->svg, look->stroked ? "stroke" : "fill", look->colour);
	if (look->stroked && fabs(look->width - 1) > 0.005) {
		svg_path_number(path->svg, " stroke-width=\"", look->width, 2);
		buffer_append_text(path->svg, "\"");
	}
	buffer_append_text(path->svg, " d=\"");
}

void
svg_path_move(struct svg_path *path, double x, double y)
{
	path->x = rounded(x);
	path->y = rounded(y);
	add_pair(path->svg, "M", path->x, path->y);
}

void
svg_path_stroke(struct svg_path *path, double x, double y)
{
	x = rounded(x);
	y = rounded(y);
	if (fabs(y - path->y) < 0.005)
		svg_path_number(path->svg, "H", x, 2);
	else if (fabs(x - path->x) < 0.005)
		svg_path_number(path->svg, "V", y, 2);
	else
		add_pair(path->svg, "L", x, y);
	path->x = x;
	path->y = y;
}

/* The circle that gnuplot.c wrote as a polygon: all corners are as far from their middle. */
static bool
is_circle(const struct svg_outline *outline, double *x, double *y, double *radius)
{
	*x = *y = *radius = 0;
	if (outline->corners != GNUPLOT_CIRCLE_CORNERS)
		return false;
	for (size_t i = 0; i < outline->corners; i++) {
		*x += outline->x[i] / GNUPLOT_CIRCLE_CORNERS;
		*y += outline->y[i] / GNUPLOT_CIRCLE_CORNERS;
	}
	for (size_t i = 0; i < outline->corners; i++)
		*radius += hypot(outline->x[i] - *x, outline->y[i] - *y) / GNUPLOT_CIRCLE_CORNERS;
	for (size_t i = 0; i < outline->corners; i++)
		if (fabs(hypot(outline->x[i] - *x, outline->y[i] - *y) - *radius) > GRID)
			return false;
	return true;
}

static void
add_circle(struct buffer *svg, double x, double y, double radius)
{
	radius = rounded(radius);
	add_pair(svg, "M", x - radius, y);
	for (int i = 0; i < 2; i++) {
		add_pair(svg, "a", radius, radius);
		add_pair(svg, " 0 1 1 ", (i == 0 ? 2 : -2) * radius, 0);
	}
	buffer_append_text(svg, "z");
}

/* The four corners of a box along the axes, the first and third across. */
static bool
is_box(const struct svg_outline *outline)
{
	const double *x = outline->x;
	const double *y = outline->y;

	return outline->corners == 4 && fabs(y[0] - y[1]) < 0.005 && fabs(x[1] - x[2]) < 0.005
	    && fabs(y[2] - y[3]) < 0.005 && fabs(x[3] - x[0]) < 0.005;
}

/* gnuplot fills a box with the hundredth at its right and at its top. */
static void
add_box(struct buffer *svg, const struct svg_outline *outline)
{
	double left = fmin(outline->x[0], outline->x[2]);

	add_pair(svg, "M", left, fmin(outline->y[0], outline->y[2]) + 0.01);
	svg_path_number(svg, "H", fmax(outline->x[0], outline->x[2]) - 0.01, 2);
	svg_path_number(svg, "V", fmax(outline->y[0], outline->y[2]), 2);
	svg_path_number(svg, "H", left, 2);
	buffer_append_text(svg, "z");
}

/* Each outline turns the same way, or two over each other would be a hole. */
static void
add_polygon(struct buffer *svg, const struct svg_outline *outline)
{
	double area = 0;

	for (size_t i = 0; i < outline->corners; i++) {
		size_t next = (i + 1) % outline->corners;

		area += outline->x[i] * outline->y[next] - outline->x[next] * outline->y[i];
	}
	for (size_t i = 0; i < outline->corners; i++) {
		size_t at = area < 0 ? outline->corners - 1 - i : i;

		add_pair(svg, i == 0 ? "M" : "L", outline->x[at], outline->y[at]);
	}
	buffer_append_text(svg, "z");
}

void
svg_path_fill(struct svg_path *path, const struct svg_outline *outline)
{
	double x;
	double y;
	double radius;

	if (is_circle(outline, &x, &y, &radius))
		add_circle(path->svg, x, y, radius);
	else if (is_box(outline))
		add_box(path->svg, outline);
	else
		add_polygon(path->svg, outline);
}
