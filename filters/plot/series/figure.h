/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure: which of a row's figures the charts draw. */
#ifndef MHSW_PLOT_FIGURE_H
#define MHSW_PLOT_FIGURE_H

#include "series.h"

/* value, records, numerator, denominator; NULL ends them. */
extern const char *const figure_names[];

/* A figure that is held back could be guessed from what was worked out of it (interval, rank,
 * ratio, numerator, band), so where another program left that in the stream it is held back too. */
void figure_hold_back(struct series_row *row);
/* Puts that figure of each row in the place of its value, without intervals and
 * comparisons, which are of the value; the kind of all rows is then its name.  NULL and
 * value leave the series as it is.  An unknown name, or a column that the stream has not,
 * is a fault. */
bool figure_choose(struct series *series, const char *name, struct fault *fault);

#endif
