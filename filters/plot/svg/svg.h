/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * svg: what gnuplot drew, as an SVG that says what it shows.
 *
 * gnuplot's own file names a version and nothing of what it shows, and is three times as
 * large.  It is read (svg_read.h) and written again as few paths and as text.
 */
#ifndef MHSW_PLOT_SVG_H
#define MHSW_PLOT_SVG_H

#include "../../lib/diag.h"
#include "../../lib/memory.h"
#include "../canvas/canvas.h"
#include "../words/words.h"

/* Appends the whole file: what gnuplot drew of the canvas, role img, the words' title and
 * alternative as its own title and desc, language (BCP 47) as its lang.  Its ids are made of
 * all that is in it: they differ from those of any other drawing in the page.  False with a
 * fault where it is in a form that is not known, or not all of the canvas. */
bool svg_write(const struct buffer *drawn, const struct canvas *canvas, const struct words *words,
    const char *language, struct buffer *svg, struct fault *fault);

#endif
