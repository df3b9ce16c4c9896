/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_layout: where the parts of a funnel stand (funnel_draw.c's room). */
#ifndef MHSW_PLOT_FUNNEL_LAYOUT_H
#define MHSW_PLOT_FUNNEL_LAYOUT_H

#include "../canvas/axis.h"
#include "../canvas/canvas.h"
#include "funnel_lines.h"
#include "funnel_sizes.h"

/* Below it names stand in a key under the picture, and numbers at the points. */
#define FUNNEL_NARROW 560.0

struct funnel_layout {
	bool narrow;
	struct funnel_point *points; /* those that matter most first */
	size_t count;
	size_t unsized;
	struct funnel_lines lines;
	struct funnel_sizes sizes; /* across */
	struct axis values;        /* upwards: from is the bottom */
	double top;
	double bottom;
};

/* The radius of a point's shape. */
double funnel_radius(const struct funnel_point *point);
void funnel_draw_shape(
    struct canvas *canvas, double x, double y, enum funnel_verdict verdict, bool above, bool own);
/* Around the own unit, under the points: it hides none. */
void funnel_draw_ring(struct canvas *canvas, double x, double y);
/* What the shapes mean, from y on; returns the y of the next line. */
double funnel_draw_key(struct canvas *canvas, const struct selection *selection,
    const struct funnel_layout *layout, double y);

/* The centre and the limits. */
void funnel_draw_lines(struct canvas *canvas, const struct funnel_layout *layout);
/* Their names at their right ends. */
void funnel_draw_ends(
    struct canvas *canvas, const struct funnel_layout *layout, const struct series_row *judged);
/* How wide the names at the right ends are. */
double funnel_ends_width(const struct funnel_layout *layout, const struct series_row *judged);

/* Names of the own unit and of those outside, or numbers where it is narrow with a key from
 * y on; says how many have none.  Returns the y of the next line. */
double funnel_draw_names(struct canvas *canvas, const struct selection *selection,
    const struct funnel_layout *layout, double y);

#endif
