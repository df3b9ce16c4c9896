/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bootstrap.h"

#include "../../lib/memory.h"
#include "../../lib/multinomial.h"
#include "../../lib/quantile.h"

#include <stdlib.h>

/* The figures of all draws that have one; returns how many these are. */
static size_t
draw_figures(const double *counts, size_t cells, struct bootstrap_figure figure, double *figures)
{
	double *drawn = xcalloc(cells, sizeof drawn[0]);
	size_t count = 0;

	multinomial_begin();
	for (size_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++) {
		multinomial_draw(counts, cells, drawn);
		count += figure.work_out(drawn, figure.context, &figures[count]);
	}
	free(drawn);
	return count;
}

bool
bootstrap_interval(const double *counts, size_t cells, struct bootstrap_figure figure,
    double confidence, struct interval *interval)
{
	double figures[BOOTSTRAP_DRAWS];
	double records = 0;
	size_t count;

	for (size_t i = 0; i < cells; i++)
		records += counts[i];
	if (!(records > 0 && records <= BOOTSTRAP_RECORDS_MAX))
		return false;
	count = draw_figures(counts, cells, figure, figures);
	if (count + BOOTSTRAP_UNDEFINED_MAX < BOOTSTRAP_DRAWS)
		return false;
	quantile_sort(figures, count);
	interval->lower = quantile_type7(figures, count, (1 - confidence) / 2);
	interval->upper = quantile_type7(figures, count, 1 - (1 - confidence) / 2);
	return true;
}
