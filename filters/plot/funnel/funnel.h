/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel: the parts of the funnel plot: values by the size of their units, with limits that
 * narrow as units grow. */
#ifndef MHSW_PLOT_FUNNEL_H
#define MHSW_PLOT_FUNNEL_H

#include "../chart/charts.h"
#include "../select/select.h"

/* How far off the centre a unit is for its size. */
enum funnel_verdict { FUNNEL_UNJUDGED, FUNNEL_WITHIN, FUNNEL_OUTSIDE95, FUNNEL_OUTSIDE998 };

struct funnel_point {
	const struct series_row *row;
	double size; /* above 0 */
	enum funnel_verdict verdict;
	bool above; /* the centre, or on it */
};

/* The rows of units, not of totals, with a figure and a size, in the order of the selection;
 * the caller frees them.
 * unsized: how many have a figure and no size. */
struct funnel_point *
funnel_points(const struct selection *selection, size_t *count, size_t *unsized);
/* Its size: the denominator, or the records where no row says one; NaN where it has none. */
double funnel_size(const struct selection *selection, const struct series_row *row);
/* As benchmark's band says it, else by the row's own limits. */
enum funnel_verdict funnel_judge(const struct series_row *row);
bool funnel_above(const struct series_row *row);
/* How many of the rows have that verdict. */
size_t funnel_count(const struct selection *selection, enum funnel_verdict verdict);
/* The first row with limits, or NULL. */
const struct series_row *funnel_judged(const struct selection *selection);
/* Limits are about a target and not about the units' average. */
bool funnel_to_target(const struct series_row *row);
/* "within the limits", "above the 95% limit", ... */
const char *funnel_verdict_words(const struct series_row *row);

/* As struct chart has them. */
void funnel_title(const struct selection *selection, struct buffer *out);
void funnel_subtitle(const struct selection *selection, struct buffer *out);
void funnel_alternative(const struct selection *selection, struct buffer *out);
void
funnel_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void funnel_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
