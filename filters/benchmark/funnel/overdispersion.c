/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * overdispersion: phi and tau2 of Spiegelhalter (2005, Statistics in Medicine 24, 1185-1202,
 * appendix A.3), tau2 being the estimate by moments of DerSimonian and Laird (1986).
 */
#include "overdispersion.h"

#include "../../lib/quantile.h"
#include "../peers/peers.h"

#include <math.h>
#include <string.h>

/* The quantile, -infinity or infinity where it lies between a finite value and one that
 * is not. */
static double
quantile(const double *ascending, size_t count, double p)
{
	double value = quantile_type7(ascending, count, p);

	if (!isnan(value))
		return value;
	return p < 0.5 ? -INFINITY : INFINITY;
}

/* By parts of the ranks, as the summary hospital-level mortality indicator does: of k parts
 * the first and the last are left out, where k is one over the share. */
static bool
is_trimmed(const double *ascending, size_t count, double z, double share)
{
	double parts = 1 / share;
	double part = floor(peers_rank(ascending, count, z, false, PEERS_TIES_AVERAGE) * parts
	    / ((double)count + 1));

	return part < 1 || part >= parts - 1;
}

/* Replaces each z by what counts of it, NaN for nothing. */
static void
treat(double *treated, size_t count, const struct outliers *outliers, double *ascending)
{
	size_t known = 0;
	double lower, upper;

	for (size_t i = 0; i < count; i++)
		if (!isnan(treated[i]))
			ascending[known++] = treated[i];
	if (known == 0)
		return;
	quantile_sort(ascending, known);
	lower = quantile(ascending, known, outliers->share);
	upper = quantile(ascending, known, 1 - outliers->share);
	for (size_t i = 0; i < count; i++) {
		if (isnan(treated[i]))
			continue;
		if (outliers->way == OUTLIERS_TRIM
		    && is_trimmed(ascending, known, treated[i], outliers->share))
			treated[i] = NAN;
		else if (outliers->way == OUTLIERS_WINSORISE)
			treated[i] = fmin(fmax(treated[i], lower), upper);
		if (isinf(treated[i]))
			treated[i] = NAN;
	}
}

struct overdispersion
overdispersion_of(const double *z, const double *errors, size_t count,
    const struct outliers *outliers, double *scratch)
{
	double squares = 0;
	double weights = 0;
	double products = 0; /* of the weights of each two units */
	double used = 0;

	memcpy(scratch, z, count * sizeof(*z));
	treat(scratch, count, outliers, scratch + count);
	for (size_t i = 0; i < count; i++) {
		if (isnan(scratch[i]))
			continue;

		double weight = 1 / (errors[i] * errors[i]);

		squares += scratch[i] * scratch[i];
		products += weight * weights;
		weights += weight;
		used++;
	}
	if (used == 0)
		return (struct overdispersion){ NAN, NAN };

	/* The sum less the sum of squares over it, which would lose all its digits where one
	 * unit outweighs the others. */
	double spread = 2 * products / weights;

	return (struct overdispersion){
		.phi = squares / used,
		.tau2 = spread > 0 ? fmax(0, (squares - (used - 1)) / spread) : 0,
	};
}
