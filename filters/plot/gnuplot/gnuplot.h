/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gnuplot: the only writer of gnuplot's language and the runner of its process.
 *
 * The script holds no file name and no text of a user outside a datablock; the
 * picture comes back through a pipe.
 */
#ifndef MHSW_PLOT_GNUPLOT_H
#define MHSW_PLOT_GNUPLOT_H

#include "../../lib/diag.h"
#include "../../lib/memory.h"
#include "../canvas/canvas.h"

enum gnuplot_format { GNUPLOT_SVG, GNUPLOT_PNG, GNUPLOT_PDF };

/* A circle is a polygon of so many corners: gnuplot's own have one for each degree or two. */
#define GNUPLOT_CIRCLE_CORNERS 20

/* What a script asks gnuplot to draw. */
struct gnuplot_count {
	size_t lines;
	size_t fills; /* boxes, circles, polygons */
	size_t words;
};

struct gnuplot_count gnuplot_count(const struct canvas *canvas);

/* Appends the script that draws the canvas on gnuplot's standard output. */
void gnuplot_script(const struct canvas *canvas, enum gnuplot_format format, struct buffer *script);

/* Runs gnuplot on the script and appends what it draws.  False with a fault
 * when gnuplot is not there, says an error or draws nothing. */
bool gnuplot_run(const struct buffer *script, struct buffer *picture, struct fault *fault);

#endif
