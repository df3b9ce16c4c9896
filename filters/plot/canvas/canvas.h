/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * canvas: a drawing in pixels of the screen (96 to the inch), y downwards.
 *
 * The charts place every line and word themselves, since gnuplot moves no label
 * out of another's way; gnuplot.c turns the drawing into gnuplot's language.
 * Shapes are drawn in their order; all words stand above all shapes.
 */
#ifndef MHSW_PLOT_CANVAS_H
#define MHSW_PLOT_CANVAS_H

#include "theme.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum canvas_kind { CANVAS_BOX, CANVAS_LINE, CANVAS_CIRCLE, CANVAS_POLYGON };

#define CANVAS_CORNERS_MAX 4

struct canvas_shape {
	enum canvas_kind kind;
	uint32_t colour; /* 0xRRGGBB */
	double width;    /* of a line; radius of a circle */
	size_t corners;  /* 2 for a box and a line, 1 for a circle */
	double x[CANVAS_CORNERS_MAX];
	double y[CANVAS_CORNERS_MAX];
};

enum canvas_align { CANVAS_LEFT, CANVAS_CENTRE, CANVAS_RIGHT };

struct canvas_word {
	double x; /* of the alignment's edge */
	double y; /* of the middle of the small letters */
	enum canvas_align align;
	unsigned size;
	bool bold;
	uint32_t colour;
	char *text;
};

struct canvas {
	const struct theme *theme; /* borrowed */
	double width;
	double height; /* 0: as the chart needs */
	struct canvas_shape *shapes;
	size_t shape_count;
	size_t shape_capacity;
	struct canvas_word *words;
	size_t word_count;
	size_t word_capacity;
};

void canvas_box(struct canvas *canvas, double x0, double y0, double x1, double y1, uint32_t colour);
void canvas_frame(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    uint32_t colour);
void canvas_line(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    uint32_t colour);
/* Strokes of dash pixels with gaps of as many, the same in every format. */
void canvas_dashed(struct canvas *canvas, double x0, double y0, double x1, double y1, double width,
    double dash, uint32_t colour);
/* Slanted strokes inside a frame: a figure that is held back. */
void
canvas_hatch(struct canvas *canvas, double x0, double y0, double x1, double y1, uint32_t colour);
void canvas_circle(struct canvas *canvas, double x, double y, double radius, uint32_t colour);
void canvas_diamond(struct canvas *canvas, double x, double y, double radius, uint32_t colour);
/* A triangle about (x, y) whose tip is (dx, dy) from there; one of the two is 0. */
void
canvas_triangle(struct canvas *canvas, double x, double y, double dx, double dy, uint32_t colour);
/* A piece of a band from (x0, low0 to high0) to (x1, low1 to high1); pieces side by side meet
 * without a seam. */
void canvas_strip(struct canvas *canvas, double x0, double low0, double high0, double x1,
    double low1, double high1, uint32_t colour);
/* Four corners, in the order of the outline. */
void canvas_quad(struct canvas *canvas, const double x[4], const double y[4], uint32_t colour);
/* A triangle that points to the right. */
void canvas_pointer(struct canvas *canvas, double x, double y, double radius, uint32_t colour);
/* The text is copied and cleaned (label.h), wherever it came from; an empty one is left out. */
void canvas_word(struct canvas *canvas, double x, double y, enum canvas_align align, unsigned size,
    bool bold, uint32_t colour, const char *text);
void canvas_release(struct canvas *canvas);

#endif
