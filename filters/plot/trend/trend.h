/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend: the parts of the chart of figures over time, a panel for each unit or measure. */
#ifndef MHSW_PLOT_TREND_H
#define MHSW_PLOT_TREND_H

#include "../canvas/panel.h"
#include "../chart/charts.h"
#include "../select/select.h"

/* --- the rows by panel ------------------------------------------------------------ */

/* Of one measure a panel for each unit, of one unit a panel for each measure; in the order
 * of the stream. */
struct trend {
	bool by_measure;
	size_t count;
	const struct series_row **rows; /* panel by period, NULL where there is none */
};

void trend_make(struct trend *trend, const struct selection *selection);
void trend_release(struct trend *trend);
/* The rows of a panel, one for each period. */
const struct series_row *const *
trend_rows(const struct trend *trend, const struct selection *selection, size_t panel);
/* The panel's unit or measure; the caller frees it. */
char *trend_name(const struct trend *trend, const struct selection *selection, size_t panel);
/* The panel is the own unit's. */
bool trend_own(const struct trend *trend, const struct selection *selection, size_t panel);
/* 1: the last figure is higher than the first beyond both their intervals, -1: lower, 0: their
 * intervals overlap, or there are none, or there is one figure alone. */
int trend_change(const struct series_row *first, const struct series_row *last);

/* --- the panels ------------------------------------------------------------------- */

/* More are smaller, and those without a figure are listed instead. */
#define TREND_LARGE_MAX 48
/* Up to so many units stand faintly behind each panel. */
#define TREND_CONTEXT_MAX 12

struct trend_panel {
	struct panel panel;
	size_t number; /* of the panel in struct trend */
	bool own;
	bool context;
};

/* The panel in its place, without its title. */
void trend_panel_draw(struct canvas *canvas, const struct selection *selection,
    const struct trend *trend, struct trend_panel *panel);

/* The key from y on: own where a panel is the own unit's among others, context where the other
 * units stand behind each; returns the y below it. */
double trend_key(
    struct canvas *canvas, const struct selection *selection, bool own, bool context, double y);

/* As struct chart has them. */
void trend_title(const struct selection *selection, struct buffer *out);
void trend_subtitle(const struct selection *selection, struct buffer *out);
void trend_alternative(const struct selection *selection, struct buffer *out);
void
trend_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void trend_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
