/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement.h"

#include "../../lib/memory.h"
#include "bootstrap.h"

#include <stdlib.h>

static struct agreement_figure
quotient(double above, double below)
{
	struct agreement_figure figure = { .defined = below > 0 };

	if (figure.defined)
		figure.value = above / below;
	return figure;
}

static struct agreement_figure
alpha_of(double records, double agreed, double squares)
{
	double both = 2 * records;
	struct agreement_figure alpha =
	    quotient((both - 1) * (both - 2 * agreed), both * both - squares);

	if (alpha.defined)
		alpha.value = 1 - alpha.value;
	return alpha;
}

struct agreement_value
agreement_of_value(const double *counts, size_t values, size_t value)
{
	struct agreement_value said = { .both = counts[value * values + value] };

	for (size_t i = 0; i < values; i++) {
		said.first += counts[value * values + i];
		said.second += counts[i * values + value];
	}
	said.specific = quotient(2 * said.both, said.first + said.second);
	return said;
}

void
agreement_take(const double *counts, size_t values, struct agreement *agreement)
{
	double records = 0, agreed = 0, products = 0, squares = 0;

	for (size_t i = 0; i < values; i++) {
		struct agreement_value said = agreement_of_value(counts, values, i);

		records += said.first;
		agreed += said.both;
		products += said.first * said.second;
		squares += (said.first + said.second) * (said.first + said.second);
	}
	*agreement = (struct agreement){ .records = records, .agreed = agreed };
	agreement->observed = quotient(agreed, records);
	agreement->expected = quotient(products, records * records);
	/* above and below times n^2, so that all is in whole numbers until the division */
	agreement->kappa = quotient(agreed * records - products, records * records - products);
	agreement->alpha = alpha_of(records, agreed, squares);
}

/* The cells of a table that hold records: of many values most cells are empty. */
struct filled_cells {
	size_t values;
	size_t count;
	size_t *firsts; /* of each cell the two values */
	size_t *seconds;
	double *records;
	double *sums; /* room for each value's coincidences */
};

static bool
work_out_alpha(const double *counts, const void *context, double *figure)
{
	const struct filled_cells *cells = context;
	double records = 0, agreed = 0, squares = 0;
	struct agreement_figure alpha;

	for (size_t i = 0; i < cells->values; i++)
		cells->sums[i] = 0;
	for (size_t i = 0; i < cells->count; i++) {
		size_t first = cells->firsts[i], second = cells->seconds[i];

		records += counts[i];
		agreed += first == second ? counts[i] : 0;
		cells->sums[first] += counts[i];
		cells->sums[second] += counts[i];
	}
	for (size_t i = 0; i < cells->values; i++)
		squares += cells->sums[i] * cells->sums[i];
	alpha = alpha_of(records, agreed, squares);
	*figure = alpha.value;
	return alpha.defined;
}

bool
agreement_alpha_interval(
    const double *counts, size_t values, double confidence, struct interval *interval)
{
	struct filled_cells cells = { .values = values };
	bool given;

	cells.firsts = xcalloc(values * values + 1, sizeof cells.firsts[0]);
	cells.seconds = xcalloc(values * values + 1, sizeof cells.seconds[0]);
	cells.records = xcalloc(values * values + 1, sizeof cells.records[0]);
	cells.sums = xcalloc(values + 1, sizeof cells.sums[0]);
	for (size_t first = 0; first < values; first++)
		for (size_t second = 0; second < values; second++) {
			double records = counts[first * values + second];

			if (!(records > 0))
				continue;
			cells.firsts[cells.count] = first;
			cells.seconds[cells.count] = second;
			cells.records[cells.count++] = records;
		}
	given = bootstrap_interval(cells.records, cells.count,
	    (struct bootstrap_figure){ work_out_alpha, &cells }, confidence, interval);
	free(cells.firsts);
	free(cells.seconds);
	free(cells.records);
	free(cells.sums);
	return given;
}
