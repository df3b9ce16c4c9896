/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * svg: a drawing as an SVG that says what it shows.
 *
 * It is written from the canvas without gnuplot, so that the same drawing is the same
 * bytes with every version of gnuplot, and text stays text in its own language.
 */
#ifndef MHSW_PLOT_SVG_H
#define MHSW_PLOT_SVG_H

#include "../../lib/memory.h"
#include "../canvas/canvas.h"
#include "../words/words.h"

/* Appends the whole file: role img, the words' title and alternative as its own title and
 * desc, language (BCP 47) as its lang.  Its ids are made of all that is in it: they differ
 * from those of any other drawing in the page. */
void svg_write(const struct canvas *canvas, const struct words *words, const char *language,
    struct buffer *svg);

#endif
