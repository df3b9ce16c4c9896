/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * side: the files that stand beside a chart: the figures drawn, as CSV, and its words, as
 * JSON.  All are whole before one is put in its place; the chart itself comes last, so that
 * where a new chart stands its files do.
 */
#ifndef MHSW_PLOT_SIDE_H
#define MHSW_PLOT_SIDE_H

#include "../../lib/filter.h"
#include "../../lib/side_file.h"
#include "../select/select.h"
#include "../words/words.h"

struct side {
	const char *data_path;  /* --data, or NULL */
	const char *words_path; /* --words, or NULL */
	struct side_file data;
	struct runrecord_part words;
};

/* After filter_open: neither takes the place of another file, both can be written. */
bool side_open(struct side *side, const struct filter *filter, struct fault *fault);
/* Takes what a chart shows; nothing where nothing was asked for. */
void side_take(struct side *side, const struct selection *selection, const struct words *words);
/* Writes them, once the chart itself is whole; then filter_close is next. */
bool side_commit(struct side *side, struct fault *fault);
/* What was not committed is gone. */
void side_release(struct side *side);

/* The rows in the chart's order, a record each: unit, period, its parts, measure, kind, method,
 * n, value, lower95, upper95, then the columns that the chart draws besides; all texts as
 * they were published, n as the chart writes it.  The same chart can be drawn of them. */
void side_figures(const struct selection *selection, struct writer *writer);
/* What the chart says, put into an empty document; the keys are in plot.1. */
void side_words(
    const struct selection *selection, const struct words *words, struct runrecord_part part);

#endif
