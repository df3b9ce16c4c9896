/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas: a drawing in pixels of the screen. */
#include "canvas.h"

#include "../../lib/memory.h"
#include "label.h"

#include <math.h>
#include <stdlib.h>

static struct canvas_shape *
add(struct canvas *canvas, enum canvas_kind kind, size_t corners, uint32_t colour, double width)
{
	struct canvas_shape *shape;

	if (canvas->shape_count == canvas->shape_capacity) {
		canvas->shape_capacity =
		    canvas->shape_capacity == 0 ? 256 : canvas->shape_capacity * 2;
		canvas->shapes = xreallocarray(
		    canvas->shapes, canvas->shape_capacity, sizeof(canvas->shapes[0]));
	}
	shape = &canvas->shapes[canvas->shape_count++];
	*shape = (struct canvas_shape){
		.kind = kind, .corners = corners, .colour = colour, .width = width
	};
	return shape;
}

static void
corner(struct canvas_shape *shape, size_t index, double x, double y)
{
	shape->x[index] = x;
	shape->y[index] = y;
}

void
canvas_box(struct canvas *canvas, double x0, double y0, double x1, double y1, uint32_t colour)
{
	struct canvas_shape *shape = add(canvas, CANVAS_BOX, 2, colour, 0);

	corner(shape, 0, x0, y0);
	corner(shape, 1, x1, y1);
}

void
canvas_line(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    uint32_t colour)
{
	struct canvas_shape *shape = add(canvas, CANVAS_LINE, 2, colour, width);

	corner(shape, 0, x0, y0);
	corner(shape, 1, x1, y1);
}

void
canvas_frame(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    uint32_t colour)
{
	double half = width / 2;

	canvas_line(canvas, x0 - half, y0, x1 + half, y0, width, colour);
	canvas_line(canvas, x0 - half, y1, x1 + half, y1, width, colour);
	canvas_line(canvas, x0, y0, x0, y1, width, colour);
	canvas_line(canvas, x1, y0, x1, y1, width, colour);
}

void
canvas_dashed(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    double dash, uint32_t colour)
{
	double length = hypot(x1 - x0, y1 - y0);
	size_t strokes = (size_t)ceil(length / (2 * dash));

	for (size_t i = 0; i < strokes; i++) {
		double at = (double)i * 2 * dash;
		double from = at / length;
		double to = fmin(at + dash, length) / length;

		canvas_line(canvas, x0 + (x1 - x0) * from, y0 + (y1 - y0) * from,
		    x0 + (x1 - x0) * to, y0 + (y1 - y0) * to, width, colour);
	}
}

void
canvas_hatch(struct canvas *canvas, double x0, double y0, double x1, double y1, uint32_t colour)
{
	double height = y1 - y0;
	double first = x0 - height + 4;
	size_t strokes = x1 > first ? (size_t)ceil((x1 - first) / 8) : 0;

	/* strokes rise to the right: from (at, y1) to (at + height, y0), cut at the sides */
	for (size_t i = 0; i < strokes; i++) {
		double at = first + (double)i * 8;
		double left = fmax(at, x0);
		double right = fmin(at + height, x1);

		if (right > left)
			canvas_line(
			    canvas, left, y1 - (left - at), right, y1 - (right - at), 1, colour);
	}
	canvas_frame(canvas, x0, y0, x1, y1, 1, colour);
}

void
canvas_circle(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
	corner(add(canvas, CANVAS_CIRCLE, 1, colour, radius), 0, x, y);
}

void
canvas_diamond(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
	canvas_quad(canvas, (const double[]){ x - radius, x, x + radius, x },
	    (const double[]){ y, y - radius, y, y + radius }, colour);
}

void
canvas_triangle(struct canvas *canvas, double x, double y, double dx, double dy, uint32_t colour)
{
	struct canvas_shape *shape = add(canvas, CANVAS_POLYGON, 3, colour, 0);

	corner(shape, 0, x - dx - dy, y - dy - dx);
	corner(shape, 1, x + dx, y + dy);
	corner(shape, 2, x - dx + dy, y - dy + dx);
}

void
canvas_quad(struct canvas *canvas, const double x[4], const double y[4], uint32_t colour)
{
	struct canvas_shape *shape = add(canvas, CANVAS_POLYGON, 4, colour, 0);

	for (size_t i = 0; i < 4; i++)
		corner(shape, i, x[i], y[i]);
}

void
canvas_strip(struct canvas *canvas, double x0, double low0, double high0, double x1, double low1,
    double high1, uint32_t colour)
{
	/* smoothed edges let the paper through where two pieces meet */
	canvas_line(canvas, x0, low0, x0, high0, 1, colour);
	canvas_quad(canvas, (const double[]){ x0, x1, x1, x0 },
	    (const double[]){ low0, low1, high1, high0 }, colour);
}

void
canvas_pointer(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
	canvas_triangle(canvas, x, y, radius, 0, colour);
}

void
canvas_word(struct canvas *canvas, double x, double y, enum canvas_align align, unsigned size,
    bool bold, uint32_t colour, const char *text)
{
	char *clean = label_clean(field_of(text));

	if (clean[0] == '\0') {
		free(clean);
		return;
	}
	if (canvas->word_count == canvas->word_capacity) {
		canvas->word_capacity =
		    canvas->word_capacity == 0 ? 256 : canvas->word_capacity * 2;
		canvas->words =
		    xreallocarray(canvas->words, canvas->word_capacity, sizeof(canvas->words[0]));
	}
	canvas->words[canvas->word_count++] =
	    (struct canvas_word){ x, y, align, size, bold, colour, clean };
}

void
canvas_release(struct canvas *canvas)
{
	for (size_t i = 0; i < canvas->word_count; i++)
		free(canvas->words[i].text);
	free(canvas->words);
	free(canvas->shapes);
	*canvas = (struct canvas){ 0 };
}
