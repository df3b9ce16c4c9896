/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * label: user text made fit for a chart: cleaned, measured, wrapped, escaped.
 *
 * Text reaches gnuplot only through label_script, as a line of a datablock that
 * gnuplot keeps as it is: nothing in it is ever parsed as gnuplot's language.
 */
#ifndef MHSW_PLOT_LABEL_H
#define MHSW_PLOT_LABEL_H

#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>

#define LABEL_LINES_MAX 48

/* Lines of a wrapped text, NUL-terminated and owned. */
struct label {
	char *lines[LABEL_LINES_MAX];
	size_t count;
	double width; /* of the longest line, in pixels */
};

/* The character at data, which is well-formed UTF-8, and how many bytes it takes. */
uint32_t label_decode(const char *data, size_t length, size_t *bytes);

/* A copy on one line: control, direction and invisible characters and what is
 * no UTF-8 become blanks, runs of blanks one; the caller frees it. */
char *label_clean(struct field text);

/* The width in pixels at that font size; an estimate from the advance widths of
 * DejaVu Sans, the widest of the fonts that the charts name. */
double label_width(struct field text, double size, bool bold);

/* Breaks the cleaned text at blanks and after - / _ so that no line is wider
 * than width, and dates and the like stay whole where they can (label_break.h);
 * what does not fit in lines_max lines ends in an ellipsis. */
void label_wrap(
    struct label *label, const char *text, double size, bool bold, double width, size_t lines_max);
void label_release(struct label *label);

/* One line of a datablock of gnuplot from a text: a bar, then the text as it is
 * (cleaned again, so that it can only be one line).  For SVG the one sequence
 * that gnuplot's SVG terminal takes for markup (&#x) is escaped. */
void label_script(struct buffer *script, struct field text, bool svg);

/* The cells that a text takes on a terminal. */
size_t label_cells(struct field text);
/* Appends the text cut or padded to exactly that many cells. */
void label_fit(struct buffer *out, struct field text, size_t cells);

#endif
