/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control_panel: one unit of a control chart: its axes, lines and figures.
 */
#ifndef MHSW_PLOT_CONTROL_PANEL_H
#define MHSW_PLOT_CONTROL_PANEL_H

#include "../canvas/axis.h"
#include "../canvas/canvas.h"
#include "../select/select.h"

struct panel {
	size_t unit; /* index in the selection's units */
	double left;
	double right;
	double top;
	double bottom;
	double title_width;
	size_t title_lines; /* 0: no title */
	bool value_labels;
	bool time_labels;
	bool named; /* the lines at the right have names, not only figures */
	struct axis axis;
};

#define PANEL_LINES 3
/* The lines of a control chart and what stands before their figures. */
extern const struct panel_line {
	enum series_column column;
	const char *name;
} panel_lines[PANEL_LINES];

void panel_draw(struct canvas *canvas, const struct selection *selection, struct panel *panel);

#endif
