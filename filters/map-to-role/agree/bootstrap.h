/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bootstrap: an interval of a figure that is worked out from a table of counts.
 *
 * The records are drawn anew with replacement, as many as there are, and the figure is
 * worked out again: BOOTSTRAP_DRAWS times, with a fixed seed.  The interval lies between
 * quantiles of what comes out (percentile method, Efron 1979; quantile type 7).  It takes
 * the records for independent: where many are of one person it is too narrow.
 */
#ifndef ROLE_BOOTSTRAP_H
#define ROLE_BOOTSTRAP_H

#include "../../lib/interval.h"

#include <stdbool.h>
#include <stddef.h>

#define BOOTSTRAP_DRAWS 2000
/* Draws without the figure are left out; with more of them there is no interval, since
 * they may be its tail. */
#define BOOTSTRAP_UNDEFINED_MAX (BOOTSTRAP_DRAWS / 20)
/* Records that are drawn from. */
#define BOOTSTRAP_RECORDS_MAX 2147483647.0

/* The figure of these counts; false: there is none. */
struct bootstrap_figure {
	bool (*work_out)(const double *counts, const void *context, double *figure);
	const void *context;
};

/* counts: of records, whole numbers, one for each cell, in an order that does not hang
 * on that of the records.  The figure is given counts as long as these.  False: there is
 * no interval. */
bool bootstrap_interval(const double *counts, size_t cells, struct bootstrap_figure figure,
    double confidence, struct interval *interval);

#endif
