/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement.h"

#include "bootstrap.h"

static struct agreement_figure
quotient(double above, double below)
{
	struct agreement_figure figure = { .defined = below > 0 };

	if (figure.defined)
		figure.value = above / below;
	return figure;
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
	double records = 0, agreed = 0, products = 0, squares = 0, both;

	for (size_t i = 0; i < values; i++) {
		struct agreement_value said = agreement_of_value(counts, values, i);

		records += said.first;
		agreed += said.both;
		products += said.first * said.second;
		squares += (said.first + said.second) * (said.first + said.second);
	}
	both = 2 * records;
	*agreement = (struct agreement){ .records = records, .agreed = agreed };
	agreement->observed = quotient(agreed, records);
	agreement->expected = quotient(products, records * records);
	/* above and below times n^2, so that all is in whole numbers until the division */
	agreement->kappa = quotient(agreed * records - products, records * records - products);
	agreement->alpha = quotient((both - 1) * (both - 2 * agreed), both * both - squares);
	if (agreement->alpha.defined)
		agreement->alpha.value = 1 - agreement->alpha.value;
}

static bool
work_out_alpha(const double *counts, const void *context, double *figure)
{
	struct agreement agreement;

	agreement_take(counts, *(const size_t *)context, &agreement);
	*figure = agreement.alpha.value;
	return agreement.alpha.defined;
}

bool
agreement_alpha_interval(
    const double *counts, size_t values, double confidence, struct interval *interval)
{
	const struct bootstrap_figure alpha = { work_out_alpha, &values };

	return bootstrap_interval(counts, values * values, alpha, confidence, interval);
}
