/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid: the parts of the pyramid, bands such as ages by two groups such as sexes. */
#ifndef MHSW_PLOT_PYRAMID_H
#define MHSW_PLOT_PYRAMID_H

#include "../chart/charts.h"
#include "../select/select.h"

/* The rows of one unit, measure and period as bands by two sides. */
struct pyramid {
	size_t band_part; /* the columns of bands and of sides, numbers of series_part */
	size_t side_part;
	const char *sides[2];
	const char **bands; /* lowest ages first */
	size_t band_count;
	size_t numbered;                    /* the first of them, which have numbers */
	const struct series_row **cells;    /* two for each band; NULL where there is no row */
	const struct series_row *totals[2]; /* of a side over all bands, or NULL */
	size_t left_out;                    /* rows of further sides */
};

/* {0} before.  A fault where the rows are none: which columns, which unit. */
bool pyramid_find(struct pyramid *pyramid, const struct selection *selection, struct fault *fault);
void pyramid_release(struct pyramid *pyramid);
/* Orders two bands by the numbers that they begin with: "under 18" before "18 to 24", "90+"
 * behind "80 to 89", those without a number last.  Below 0, 0 or above, as strcmp. */
int pyramid_band_order(const char *one, const char *other);
/* A value or the name of a column for people: that of --labels, else such as "35 to 44" for
 * 35_to_44; the caller frees it. */
char *pyramid_name(const struct selection *selection, const char *value);

static inline const struct series_row *
pyramid_cell(const struct pyramid *pyramid, size_t band, size_t side)
{
	return pyramid->cells[band * 2 + side];
}

/* As struct chart has them. */
bool pyramid_needs(const struct selection *selection, struct fault *fault);
void pyramid_order(struct selection *selection);
void pyramid_title(const struct selection *selection, struct buffer *out);
void pyramid_subtitle(const struct selection *selection, struct buffer *out);
void pyramid_alternative(const struct selection *selection, struct buffer *out);
bool pyramid_beside(const struct selection *selection, const struct series_row *row);
char *pyramid_place(const struct selection *selection, const struct series_row *row);
void
pyramid_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void pyramid_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
