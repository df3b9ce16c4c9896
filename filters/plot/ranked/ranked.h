/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked: the parts of the ranking. */
#ifndef MHSW_PLOT_RANKED_H
#define MHSW_PLOT_RANKED_H

#include "../chart/charts.h"
#include "../select/select.h"

/* As struct chart has them. */
void ranked_title(const struct selection *selection, struct buffer *out);
void ranked_subtitle(const struct selection *selection, struct buffer *out);
void ranked_alternative(const struct selection *selection, struct buffer *out);
const char *ranked_held(const struct selection *selection);
void
ranked_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void ranked_text(const struct selection *selection, size_t width, struct buffer *text);

/* The rows stand in this order: those of the ranking, those without a figure, and those set
 * apart, a total or the nation, see selection_apart. */
struct ranked_counts {
	size_t shown;
	size_t held;
	size_t apart;
};

struct ranked_counts ranked_counts(const struct selection *selection);
/* The best first by the column rank, or the lowest first, where --labels say that this is the
 * better; else the highest first. */
bool ranked_ascending(const struct selection *selection);
/* Figures are points, whose axis need not begin at 0: as --mark says, else where zero is far
 * from all figures.  Shares and rates are always bars unless asked: they count from nothing. */
bool ranked_points(const struct selection *selection);
/* --interval 998: the limits at 99.8% are drawn too. */
bool ranked_wide_intervals(const struct selection *selection);

/* The row whose quartiles and median are those of all, or NULL where rows have different
 * peers, or none. */
const struct series_row *ranked_peers(const struct selection *selection);
/* A row that has the target, or NULL where there is none, or several. */
const struct series_row *ranked_target(const struct selection *selection);

/* The row at that place of the ranking, which shows so many, is drawn: --rows N leaves the N first,
 * the N last and the own unit with its neighbours. */
bool ranked_drawn(const struct selection *selection, size_t place, size_t shown);
/* How many of the ranking are left out. */
size_t ranked_left_out(const struct selection *selection);

#endif
