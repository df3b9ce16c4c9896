/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * whisker: an interval as a line with ends, cut at the edges of its axis.
 */
#ifndef MHSW_PLOT_WHISKER_H
#define MHSW_PLOT_WHISKER_H

#include "canvas.h"

struct whisker {
	double left; /* pixels of the limits; they may lie past the edges, or be infinite */
	double right;
	double from; /* the edges of the axis */
	double to;
	double width; /* of the line */
	double end;   /* half the height of the strokes at its ends; 0: none */
	bool arrows;  /* where it is cut an arrow head stands, else nothing */
	bool lifted;  /* from what is below, by an edge of paper */
};

/* Draws the interval at y.  All of it beyond an edge is an arrow head alone. */
void whisker_draw(struct canvas *canvas, const struct whisker *whisker, double y, uint32_t colour);

#endif
