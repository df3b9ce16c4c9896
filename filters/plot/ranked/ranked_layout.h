/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_layout: where the lines of a ranking and their columns stand. */
#ifndef MHSW_PLOT_RANKED_LAYOUT_H
#define MHSW_PLOT_RANKED_LAYOUT_H

#include "../canvas/axis.h"
#include "../canvas/canvas.h"
#include "../canvas/label.h"
#include "ranked.h"

enum ranked_kind {
	RANKED_UNIT,
	RANKED_APART,
	RANKED_HELD,
	RANKED_GAP,   /* units are left out */
	RANKED_SCALE, /* the ticks again, in a long chart */
	RANKED_RULE   /* between the units and what is set apart */
};

struct ranked_line {
	enum ranked_kind kind;
	const struct series_row *row; /* of the first three */
	struct label name;            /* likewise, wrapped as it will be drawn */
	size_t left_out;
	double y; /* its top, below the layout's */
	double height;
};

struct ranked_layout {
	const struct selection *selection;
	bool narrow;  /* names stand on a line above their bars */
	bool compact; /* so many lines that they stand closer */
	bool points;
	bool any_count;
	bool any_band;
	double names; /* left edge */
	double name_width;
	double counts; /* right edge of n */
	double values; /* right edge of the figures */
	double value_width;
	double top; /* of the first line */
	double bottom;
	double bar; /* height */
	struct axis axis;
	struct ranked_line *lines;
	size_t line_count;
};

/* Lays out all but top and bottom, which are the caller's; release frees the lines. */
void ranked_lay(struct ranked_layout *layout, const struct selection *selection, double width);
void ranked_layout_release(struct ranked_layout *layout);
/* The axis between from and to, which are set; bars reach from zero. */
void ranked_lay_axis(struct ranked_layout *layout);
/* The height of all lines. */
double ranked_height(const struct ranked_layout *layout);
/* The middle of the line's bar. */
double ranked_middle(const struct ranked_layout *layout, const struct ranked_line *line);
/* The figure's pixel, cut at the edges of the axis. */
double ranked_pixel(
    const struct ranked_layout *layout, const struct series_row *row, enum series_column column);

/* ranked_peers: quartiles, median and target behind the figures. */
void ranked_draw_peers(struct canvas *canvas, const struct ranked_layout *layout);
void ranked_draw_target(struct canvas *canvas, const struct ranked_layout *layout);

#endif
