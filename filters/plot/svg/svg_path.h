/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_path: the shapes of a drawing as few and short paths. */
#ifndef MHSW_PLOT_SVG_PATH_H
#define MHSW_PLOT_SVG_PATH_H

#include "../../lib/memory.h"

#include <stdbool.h>
#include <stdint.h>

#define SVG_CORNERS_MAX 64

/* Shapes of one look that follow each other are one path. */
struct svg_look {
	bool stroked; /* else filled */
	uint32_t colour;
	double width; /* of a stroke */
};

struct svg_path {
	struct buffer *svg;
	struct svg_look look;
	bool open; /* an element is begun and not ended */
	double x;  /* where the last stroke ended, as it is written */
	double y;
};

struct svg_outline {
	double x[SVG_CORNERS_MAX];
	double y[SVG_CORNERS_MAX];
	size_t corners;
};

/* A number of so many decimals at most, as short as it can be. */
void svg_path_number(struct buffer *svg, const char *before, double number, int decimals);
/* name="#abc", with a blank before it. */
void svg_path_colour(struct buffer *svg, const char *name, uint32_t colour);

/* The next shapes have that look. */
void svg_path_look(struct svg_path *path, const struct svg_look *look);
void svg_path_move(struct svg_path *path, double x, double y);
/* A stroke from where the last ended or was moved to. */
void svg_path_stroke(struct svg_path *path, double x, double y);
/* A closed outline, filled; the polygon that stands for a circle becomes one. */
void svg_path_fill(struct svg_path *path, const struct svg_outline *outline);
/* Ends the element that is begun. */
void svg_path_end(struct svg_path *path);

#endif
