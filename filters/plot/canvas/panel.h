/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panel: one of several small charts over time: its axes, the line through its figures, and
 * what is held back.
 */
#ifndef MHSW_PLOT_PANEL_H
#define MHSW_PLOT_PANEL_H

#include "axis.h"
#include "canvas.h"

struct panel {
	const struct series_row *const *rows; /* of each period; NULL where there is none */
	double left;
	double right;
	double top;
	double bottom;
	double label_low; /* between which the names of periods stay */
	double label_high;
	double head;  /* pixels below the top that are kept free of figures */
	double inset; /* and so many more from the left side to the first period */
	bool value_labels;
	bool time_labels;
	struct axis axis; /* panel_place sets its pixels */
};

/* Panels side by side where each has at least that width; 1 or more, at most most. */
size_t panel_across(double width, double least, size_t most);
/* The axis's pixels for the panel's top and bottom; what is held back has room below them. */
void panel_place(const struct selection *selection, struct panel *panel);
/* The pixel of a period. */
double panel_time(const struct selection *selection, const struct panel *panel, size_t period);
/* Lines at the ticks, and the axis of time below; names of either where they are wished. */
void
panel_axes(struct canvas *canvas, const struct selection *selection, const struct panel *panel);
/* The line through the values; it breaks where a period has none. */
void panel_path(struct canvas *canvas, const struct selection *selection, const struct panel *panel,
    double width, uint32_t colour);
/* A hatched strip on the axis where figures are held back, one for each run. */
void
panel_held(struct canvas *canvas, const struct selection *selection, const struct panel *panel);
/* The panel's first or last row that shows a value, or NULL. */
const struct series_row *
panel_end(const struct selection *selection, const struct series_row *const *rows, bool last);
/* A row that stands there and shows that figure. */
static inline bool
panel_shows(const struct series_row *row, enum series_column column)
{
	return row != NULL && series_shown(row, column);
}

/* Says in the middle that there is nothing to draw, where there is not. */
void
panel_empty(struct canvas *canvas, const struct selection *selection, const struct panel *panel);

#endif
