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

/* Appends the script that draws the canvas on gnuplot's standard output. */
void gnuplot_script(const struct canvas *canvas, enum gnuplot_format format, struct buffer *script);

/* Runs gnuplot on the script and appends what it draws.  False with a fault
 * when gnuplot is not there, says an error or draws nothing. */
bool gnuplot_run(const struct buffer *script, struct buffer *picture, struct fault *fault);

#endif
