/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ranked_bands: the words in which benchmark judges a figure, as shapes beside it.
 *
 * Direction and judgement are a shape, how far off is its filling: the shapes are told apart
 * without colours.
 */
#ifndef MHSW_PLOT_RANKED_BANDS_H
#define MHSW_PLOT_RANKED_BANDS_H

#include "../canvas/key.h"
#include "../select/select.h"

#define RANKED_BAND_WIDTH 24.0
#define RANKED_BANDS_MAX  10

struct ranked_bands {
	const char *words[RANKED_BANDS_MAX]; /* as in the stream, the best first */
	char *texts[RANKED_BANDS_MAX];       /* for people, owned */
	size_t shapes[RANKED_BANDS_MAX];
	size_t rows[RANKED_BANDS_MAX]; /* how many show a figure that is so called */
	size_t count;
};

/* A row that shows a figure has a band; not where there are more words than shapes. */
bool ranked_any_band(const struct selection *selection);
void ranked_bands_make(struct ranked_bands *bands, const struct selection *selection);
void ranked_bands_release(struct ranked_bands *bands);
/* Draws the row's shape about (x, y), where it has one. */
void ranked_bands_draw(struct canvas *canvas, const struct ranked_bands *bands,
    const struct series_row *row, double x, double y);
/* One entry for each band; entries holds RANKED_BANDS_MAX; returns how many. */
size_t ranked_bands_key(
    const struct ranked_bands *bands, const struct canvas *canvas, struct key_entry *entries);

#endif
