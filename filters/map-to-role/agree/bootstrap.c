/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bootstrap.h"

#include "../../lib/memory.h"
#include "../../lib/multinomial.h"

#include <math.h>
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

/* The cells that hold records: most tables are nearly empty, and a draw looks at each
 * of them. */
static size_t
find_filled(const double *counts, size_t cells, size_t *places, double *filled)
{
	size_t count = 0;

	for (size_t i = 0; i < cells; i++)
		if (counts[i] > 0) {
			places[count] = i;
			filled[count++] = counts[i];
		}
	return count;
}

/* The figures of all draws that have one; returns how many these are. */
static size_t
draw_figures(const double *counts, size_t cells, struct bootstrap_figure figure, double *figures)
{
	size_t *places = xcalloc(cells, sizeof places[0]);
	double *filled = xcalloc(cells, sizeof filled[0]);
	double *drawn = xcalloc(cells, sizeof drawn[0]);
	double *spread = xcalloc(cells, sizeof spread[0]);
	size_t filled_count = find_filled(counts, cells, places, filled);
	size_t count = 0;

	multinomial_begin();
	for (size_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++) {
		multinomial_draw(filled, filled_count, drawn);
		for (size_t i = 0; i < filled_count; i++)
			spread[places[i]] = drawn[i];
		count += figure.work_out(spread, figure.context, &figures[count]);
	}
	free(places);
	free(filled);
	free(drawn);
	free(spread);
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
	if (!(records > 0 && records <= BOOTSTRAP_RECORDS_MOST))
		return false;
	count = draw_figures(counts, cells, figure, figures);
	if (count + BOOTSTRAP_UNDEFINED_MOST < BOOTSTRAP_DRAWS)
		return false;
	qsort(figures, count, sizeof figures[0], compare_numbers);
	interval->lower = quantile(figures, count, (1 - confidence) / 2);
	interval->upper = quantile(figures, count, 1 - (1 - confidence) / 2);
	return true;
}
