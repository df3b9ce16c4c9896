/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * svg_read: the SVG that gnuplot drew, as paths and words.
 *
 * Each element and attribute of it is one that is known, or the reading is a fault: nothing
 * is left out without a word.
 */
#ifndef MHSW_PLOT_SVG_READ_H
#define MHSW_PLOT_SVG_READ_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../gnuplot/gnuplot.h"

struct svg_drawing {
	double width;
	double height;
	uint32_t paper;
	struct gnuplot_count count; /* what was drawn */
	struct buffer body;         /* <path>s, then <text>s: no other elements */
};

/* Words in ink need not say their colour.  False with a fault where gnuplot drew something
 * in a form that is not known.  svg_read_release frees in either case. */
bool svg_read(struct field drawn, uint32_t ink, struct svg_drawing *drawing, struct fault *fault);
void svg_read_release(struct svg_drawing *drawing);

#endif
