/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bootstrap.h"

#include "../../lib/memory.h"
#include "../../lib/multinomial.h"

#include <stdlib.h>

static int
compare_numbers(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

/* Type 7: linear between the two nearest of the sorted numbers. */
static double
quantile(const double *sorted, size_t count, double share)
{
	double place = (double)(count - 1) * share;
	size_t low = (size_t)place;
	size_t high = low + 1 < count ? low + 1 : low;

	return sorted[low] + (place - (double)low) * (sorted[high] - sorted[low]);
}

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
	qsort(figures, count, sizeof figures[0], compare_numbers);
	interval->lower = quantile(figures, count, (1 - confidence) / 2);
	interval->upper = quantile(figures, count, 1 - (1 - confidence) / 2);
	return true;
}
