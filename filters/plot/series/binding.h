/* SPDX-License-Identifier: GPL-3.0-or-later */
/* binding: where the columns of a stream of benchmark stand. */
#ifndef MHSW_PLOT_BINDING_H
#define MHSW_PLOT_BINDING_H

#include "series.h"

/* Where the columns stand in the input; READER_NONE where there is none. */
struct binding {
	size_t unit;
	size_t period;
	size_t measure;
	size_t kind;
	size_t method;
	size_t signal;
	size_t band;
	size_t variation;
	size_t assurance;
	size_t figures[SERIES_COLUMNS];
	struct buffer name; /* reused: the unit with its further columns */
};

/* False with a fault where a column is missing that has to be there. */
bool binding_make(struct binding *binding, const struct reader *reader, struct fault *fault);

#endif
