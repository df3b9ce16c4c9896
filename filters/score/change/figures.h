/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figures: what is said of the change on one scale.
 *
 * All figures but those of the first rows are of the pairs with a score in both rounds.
 * A change is the second round minus the first.
 */
#ifndef SCORE_FIGURES_H
#define SCORE_FIGURES_H

#include "pairs.h"

/* A change is reliable past this many standard errors of a difference (Jacobson and
 * Truax 1991: 95%, to either side). */
#define RELIABLE_CHANGE 1.96

enum figure_name {
	/* pairs */
	FIGURE_IN_FIRST,
	FIGURE_IN_SECOND,
	FIGURE_PAIRS,
	FIGURE_ONLY_FIRST,
	FIGURE_ONLY_SECOND,
	FIGURE_SEVERAL_RECORDS,
	FIGURE_NO_SCORE,
	/* the rounds */
	FIGURE_MEAN_FIRST,
	FIGURE_SD_FIRST,
	FIGURE_MEAN_SECOND,
	FIGURE_SD_SECOND,
	FIGURE_CORRELATION,
	/* the change */
	FIGURE_MEAN_CHANGE,
	FIGURE_INTERVAL_LOWER,
	FIGURE_INTERVAL_UPPER,
	FIGURE_SD_CHANGE,
	FIGURE_T,
	FIGURE_DF,
	FIGURE_P,
	/* effect sizes */
	FIGURE_D_Z,
	FIGURE_D_Z_CORRECTED,
	FIGURE_D_FIRST,
	FIGURE_D_FIRST_CORRECTED,
	/* reliable change */
	FIGURE_RELIABILITY,
	FIGURE_STANDARD_ERROR,
	FIGURE_STANDARD_ERROR_DIFFERENCE,
	FIGURE_RELIABLE_CHANGE,
	FIGURE_IMPROVED,
	FIGURE_UNCHANGED,
	FIGURE_DETERIORATED,
	FIGURE_IMPROVED_PERCENT,
	FIGURE_UNCHANGED_PERCENT,
	FIGURE_DETERIORATED_PERCENT,
	FIGURES
};

enum figure_state {
	FIGURE_NONE, /* there is none: reason says why */
	FIGURE_GIVEN,
	FIGURE_HIDDEN /* it may not be shown: reason says why */
};

struct figure {
	enum figure_state state;
	double number;
	const char *reason; /* a text that lives for ever */
};

/* How many went from one band to another. */
struct band_moves {
	size_t bands;
	uint64_t *counts;   /* [first * bands + second]; NULL: the scale has none; owned */
	const char *hidden; /* why they may not be shown, or NULL */
};

struct change_figures {
	struct figure list[FIGURES];
	struct band_moves moves;
	bool telling; /* mean and deviation tell a count that may not be shown */
};

/* The reliability of a scale. */
struct scale_reliability {
	double value;       /* NaN: there is none */
	const char *source; /* "instrument", "alpha", or "none" */
	const char *reason; /* why there is none */
};

/* The figure's name as files have it. */
const char *figure_name(enum figure_name name);

void change_figures_take(struct change_figures *figures, const struct pairs *pairs, size_t index,
    const struct scale *scale, const struct scale_reliability *reliability);
void change_figures_release(struct change_figures *figures);

/* Hides what says too much of too few, over all scales (disclosure.c). */
void change_figures_hide(struct change_figures *figures, size_t scales);

#endif
