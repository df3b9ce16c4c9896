/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_layout: where heads, rows and columns of a chart of ratios stand. */
#ifndef MHSW_PLOT_RATIO_LAYOUT_H
#define MHSW_PLOT_RATIO_LAYOUT_H

#include "../canvas/canvas.h"
#include "../canvas/label.h"
#include "ratio.h"

#define RATIO_LINE 19.0 /* from one line of a name to the next */

struct ratio_line {
	const struct ratio_item *item; /* NULL for a head */
	struct label name;
	char *value;   /* the measure's own, owned; NULL for a head */
	char *figures; /* ratio and interval, likewise */
	double y;      /* its top, below the layout's */
	double height;
};

struct ratio_layout {
	const struct selection *selection;
	struct ratio_list list;
	bool narrow; /* names and figures stand above the intervals */
	double names;
	double values;  /* right edge of the measure's own figures; narrow: of all */
	double figures; /* right edge of the ratios */
	double top;
	double bottom;
	struct axis axis;
	struct ratio_line *lines;
	size_t line_count;
};

/* All but top and bottom, which are the caller's; release it. */
void ratio_lay(struct ratio_layout *layout, const struct selection *selection, double width);
void ratio_layout_release(struct ratio_layout *layout);
double ratio_height(const struct ratio_layout *layout);
/* The middle of the line's interval. */
double ratio_middle(const struct ratio_layout *layout, const struct ratio_line *line);
/* The head of the column of ratios. */
const char *ratio_head(const struct selection *selection);

/* ratio_key: draws the key from y on; returns the y below it. */
double ratio_draw_key(struct canvas *canvas, const struct ratio_layout *layout, double y);

#endif
