/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * levels_ink: how levels are told apart: by colour and lightness, by strokes where the
 * lightness of neighbours is too near (WCAG 2.2, 1.4.11), by white gaps and by their order.
 */
#ifndef MHSW_PLOT_LEVELS_INK_H
#define MHSW_PLOT_LEVELS_INK_H

#include "../canvas/key.h"
#include "levels.h"

#define LEVELS_BAR 24.0 /* the height of a bar */

struct levels_ink {
	uint32_t fill;
	uint32_t line; /* around a fill that is too light for the paper, and its strokes */
	bool outlined;
	bool strokes;
};

/* The inks of a scale by its sides, or of parts that have no order. */
void levels_inks(const struct levels *levels, const struct theme *theme, bool sides,
    struct levels_ink inks[LEVELS_MAX]);
/* A box of that ink with a gap to its neighbours; nothing where it has no length. */
void levels_box(struct canvas *canvas, const struct levels_ink *ink, double x0, double y0,
    double x1, double y1);
/* The same with the figure inside, where that fits. */
void levels_segment(struct canvas *canvas, const struct levels_ink *ink, double x0, double x1,
    double middle, const char *figure);
/* A hatched bar with its asterisk. */
void levels_hatched(struct canvas *canvas, double x0, double x1, double middle);
/* The entry of a key for that ink; the text is borrowed. */
struct key_entry levels_key_entry(const struct levels_ink *ink, const char *text);
/* What the hatched bars of a whole are. */
const char *levels_held_words(const struct levels *levels);
/* The key in the order in which the levels stand, and what hatched is where anything is;
 * returns the y below it. */
double levels_key(struct canvas *canvas, const struct levels *levels,
    const struct levels_ink inks[LEVELS_MAX], const char *held_text, double y);
/* A figure of the row as it is printed, or ""; the caller frees it. */
char *levels_text(const struct levels_row *row, size_t level);

#endif
