/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sentence: the parts of speech that charts make their titles, subtitles and text
 * alternatives of; each appends to out.
 */
#ifndef MHSW_PLOT_SENTENCE_H
#define MHSW_PLOT_SENTENCE_H

#include "words.h"

/* ", Mar 2026" or ", Jan 2024 to Mar 2026". */
void sentence_when(const struct selection *selection, struct buffer *out);
/* " in Riverside", and nothing for all units. */
void sentence_unit(const struct selection *selection, size_t unit, struct buffer *out);
/* ": from 61% to 88%", or that no figure can be shown. */
void sentence_range(const struct selection *selection, struct buffer *out);
/* The method of all rows that show a figure, or NULL where they differ. */
const char *sentence_method(const struct selection *selection);
/* Whether a row shows a figure in that column. */
bool sentence_any(const struct selection *selection, enum series_column column);
/* The interval's part of benchmark's method, in words: " (Wilson)"; nothing for NULL. */
void sentence_add_method(struct buffer *out, const char *method);
/* Percentages, Means, Ratios, Rates, Medians, or Figures. */
const char *sentence_kind(const struct selection *selection);
/* The head of a column of figures: mean, share, rate, or figure. */
const char *sentence_head(const struct selection *selection);
/* "Riverside 82% (77% to 86%)". */
void sentence_figure(
    const struct selection *selection, const struct series_row *row, struct buffer *out);
/* " Lowest: ...; highest: ...." of all rows. */
void sentence_ends(const struct selection *selection, struct buffer *out);

#endif
