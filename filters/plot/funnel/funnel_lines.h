/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_lines: the limits as lines over all sizes. */
#ifndef MHSW_PLOT_FUNNEL_LINES_H
#define MHSW_PLOT_FUNNEL_LINES_H

#include "funnel.h"
#include "funnel_formula.h"

struct funnel_lines {
	bool any; /* limits are there */
	/* by the formula; else by the units' own limits, joined in the order of their sizes and
	 * never wider at a larger one */
	bool by_formula;
	struct funnel_formula formula;
	double centre;
	size_t count;
	double *sizes; /* the units', ascending, each once */
	double *limits[FUNNEL_LEVELS];
};

void funnel_lines_make(struct funnel_lines *lines, const struct selection *selection);
void funnel_lines_release(struct funnel_lines *lines);
/* The limit at that size; NaN where there is none. */
double funnel_lines_at(const struct funnel_lines *lines, double size, enum funnel_level level);

#endif
