/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_layout: where the sides of a pyramid stand and how long its bars are. */
#ifndef MHSW_PLOT_PYRAMID_LAYOUT_H
#define MHSW_PLOT_PYRAMID_LAYOUT_H

#include "../canvas/axis.h"
#include "pyramid.h"

#define PYRAMID_GAP      8.0
#define PYRAMID_NAME_MAX 240.0 /* the widest name between the sides */

struct pyramid_layout {
	struct pyramid pyramid;
	struct axis axes[2]; /* of the left side from the middle outwards, of the right side */
	double left;         /* the zeros: where the sides begin */
	double right;
	bool above; /* the names stand above their bars */
	double top;
	double bottom;
};

/* Lays out the found pyramid in that width. */
void pyramid_lay(const struct selection *selection, double width, struct pyramid_layout *layout);
/* The row's figure as it is written; the caller frees it. */
char *pyramid_figure(const struct series_row *row);

#endif
