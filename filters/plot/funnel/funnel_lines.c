/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_lines: the limits as lines over all sizes. */
#include "funnel_lines.h"

#include <math.h>
#include <stdlib.h>

struct own {
	double size;
	double limits[FUNNEL_LEVELS];
};

static int
compare(const void *left, const void *right)
{
	const struct own *a = left;
	const struct own *b = right;

	return a->size < b->size ? -1 : a->size > b->size;
}

/* The units with all four limits, in the order of their sizes. */
static struct own *
own_limits(const struct selection *selection, size_t *count)
{
	struct own *all = xcalloc(selection->count + 1, sizeof(struct own));

	*count = 0;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		struct own own = { .size = funnel_size(selection, row) };
		bool whole = !isnan(own.size);

		for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++) {
			whole = whole && series_shown(row, funnel_level_column(level));
			own.limits[level] = series_number(row, funnel_level_column(level));
		}
		if (whole)
			all[(*count)++] = own;
	}
	qsort(all, *count, sizeof(struct own), compare);
	return all;
}

/* Neighbours that go the wrong way share their mean until none do (pool adjacent violators:
 * Ayer and others 1955). */
static void
make_monotone(double *values, size_t count, bool rising)
{
	size_t *sizes = xcalloc(count + 1, sizeof(size_t));
	double *means = xcalloc(count + 1, sizeof(double));
	size_t blocks = 0;
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		means[blocks] = values[i];
		sizes[blocks++] = 1;
		while (blocks > 1
		    && (rising ? means[blocks - 1] < means[blocks - 2]
		               : means[blocks - 1] > means[blocks - 2])) {
			size_t both = sizes[blocks - 1] + sizes[blocks - 2];

			means[blocks - 2] = (means[blocks - 1] * (double)sizes[blocks - 1]
			                        + means[blocks - 2] * (double)sizes[blocks - 2])
			    / (double)both;
			sizes[--blocks - 1] = both;
		}
	}
	for (size_t i = 0; i < blocks; i++)
		for (size_t j = 0; j < sizes[i]; j++)
			values[at++] = means[i];
	free(sizes);
	free(means);
}

/* Units of one size have one place: the mean of their limits. */
static void
join(struct funnel_lines *lines, const struct own *all, size_t count)
{
	lines->sizes = xcalloc(count + 1, sizeof(double));
	for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++)
		lines->limits[level] = xcalloc(count + 1, sizeof(double));
	for (size_t i = 0; i < count;) {
		size_t same = i;
		double sums[FUNNEL_LEVELS] = { 0 };

		for (; same < count && all[same].size <= all[i].size; same++)
			for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++)
				sums[level] += all[same].limits[level];
		for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++)
			lines->limits[level][lines->count] = sums[level] / (double)(same - i);
		lines->sizes[lines->count++] = all[i].size;
		i = same;
	}
	for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++)
		make_monotone(lines->limits[level], lines->count, level <= FUNNEL_LOWER95);
}

void
funnel_lines_make(struct funnel_lines *lines, const struct selection *selection)
{
	const struct series_row *row = funnel_judged(selection);
	struct own *all;
	size_t count;

	*lines = (struct funnel_lines){ 0 };
	if (row == NULL)
		return;
	lines->centre = series_number(row, SERIES_FUNNEL_CENTRE);
	lines->by_formula = funnel_formula_read(&lines->formula, selection);
	all = own_limits(selection, &count);
	join(lines, all, count);
	lines->any = lines->by_formula || lines->count != 0;
	free(all);
}

void
funnel_lines_release(struct funnel_lines *lines)
{
	free(lines->sizes);
	for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++)
		free(lines->limits[level]);
	*lines = (struct funnel_lines){ 0 };
}

double
funnel_lines_at(const struct funnel_lines *lines, double size, enum funnel_level level)
{
	size_t after = 0;
	double share;

	if (lines->by_formula)
		return funnel_formula_limit(&lines->formula, size, level);
	if (lines->count == 0 || size < lines->sizes[0] || size > lines->sizes[lines->count - 1])
		return NAN;
	while (lines->sizes[after] < size)
		after++;
	if (after == 0)
		return lines->limits[level][0];
	share = (size - lines->sizes[after - 1]) / (lines->sizes[after] - lines->sizes[after - 1]);
	return lines->limits[level][after - 1]
	    + share * (lines->limits[level][after] - lines->limits[level][after - 1]);
}
