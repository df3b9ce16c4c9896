/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar: the parts of the radar: one unit against its peers over several measures. */
#ifndef MHSW_PLOT_RADAR_H
#define MHSW_PLOT_RADAR_H

#include "../chart/charts.h"
#include "../select/select.h"

#define RADAR_SPOKES_MIN 3
#define RADAR_SPOKES_MAX 12

/* One measure: its own unit's row is NULL where the stream has none. */
struct radar_spoke {
	const struct series_row *row;
	size_t measure;
	bool lower_better;
	double centre; /* the figure in the centre of the radar, and at its rim */
	double rim;
};

struct radar {
	struct radar_spoke spokes[RADAR_SPOKES_MAX];
	size_t count;
	/* all spokes have one scale, from its first to its last figure; else each goes from the
	 * lowest to the highest unit, turned where lower is better */
	bool common;
	double low;
	double high;
	bool turned; /* at least one of them is */
};

void radar_make(struct radar *radar, const struct selection *selection);
/* How far out the figure stands, 0 to 1. */
double radar_share(const struct radar *radar, const struct radar_spoke *spoke, double figure);
/* Which side of the median the unit is on: 1 above, 0 on it, -1 below; false where one of
 * the two is not shown. */
bool radar_side(const struct radar_spoke *spoke, int *side);
/* The measure's name, with "(lower is better)" where it is; the caller frees it. */
char *radar_name(const struct selection *selection, const struct radar_spoke *spoke);
/* "82%, median 74%"; the caller frees it. */
char *radar_figures(const struct radar_spoke *spoke);
/* The unit's name; the caller frees it. */
char *radar_unit(const struct selection *selection);

/* As struct chart has them. */
void radar_title(const struct selection *selection, struct buffer *out);
void radar_subtitle(const struct selection *selection, struct buffer *out);
void radar_alternative(const struct selection *selection, struct buffer *out);
void
radar_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void radar_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
