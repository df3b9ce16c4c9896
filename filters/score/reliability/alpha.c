/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alpha: coefficients from a covariance matrix. */
#include "alpha.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

/* A variance of a sum this small beside the variances in it is what rounding leaves of 0. */
#define NOTHING 1e-12

static double
at(const struct alpha *alpha, size_t i, size_t j)
{
	return alpha->covariances[i * alpha->count + j];
}

void
alpha_open(struct alpha *alpha, size_t count)
{
	*alpha = (struct alpha){ .count = count };
	alpha->covariances = xcalloc(count, count * sizeof *alpha->covariances);
	alpha->correlations = xcalloc(count, count * sizeof *alpha->correlations);
	alpha->deviations = xcalloc(count, sizeof *alpha->deviations);
	alpha->rest = xcalloc(count, sizeof *alpha->rest);
}

void
alpha_set(struct alpha *alpha, size_t i, size_t j, double covariance)
{
	alpha->covariances[i * alpha->count + j] = covariance;
	alpha->covariances[j * alpha->count + i] = covariance;
}

void
alpha_release(struct alpha *alpha)
{
	free(alpha->covariances);
	free(alpha->correlations);
	free(alpha->deviations);
	free(alpha->rest);
	*alpha = (struct alpha){ 0 };
}

static struct coefficient
problem(enum alpha_problem why)
{
	return (struct coefficient){ .problem = why };
}

struct coefficient
alpha_correlation(const struct alpha *alpha, size_t i, size_t j)
{
	double one = alpha->deviations[i], other = alpha->deviations[j];

	if (isnan(at(alpha, i, j)) || isnan(one) || isnan(other))
		return problem(ALPHA_FEW_RECORDS);
	if (!(one > 0 && other > 0))
		return problem(ALPHA_CONSTANT);
	return (struct coefficient){ .value = alpha->correlations[i * alpha->count + j] };
}

/* Adds up afresh for each item that is left out: taking it from the whole would leave
 * few digits where its variance is far above the others'. */
static struct alpha_sums
add_up(const struct alpha *alpha, size_t without)
{
	struct alpha_sums sums = { .problem = ALPHA_DEFINED };
	bool constant = false;

	for (size_t i = 0; i < alpha->count; i++) {
		const double *covariances = alpha->covariances + i * alpha->count;
		const double *correlations = alpha->correlations + i * alpha->count;

		if (i == without)
			continue;
		sums.count++;
		sums.variances += covariances[i];
		constant |= !(alpha->deviations[i] > 0);
		for (size_t j = i + 1; j < alpha->count; j++) {
			if (j == without)
				continue;
			sums.covariances += 2 * covariances[j];
			sums.correlations += 2 * correlations[j];
		}
	}
	if (sums.count < 2)
		sums.problem = ALPHA_ONE_ITEM;
	else if (isnan(sums.covariances) || isnan(sums.variances))
		sums.problem = ALPHA_FEW_RECORDS;
	else if (constant)
		sums.problem = ALPHA_CONSTANT;
	return sums;
}

void
alpha_settle(struct alpha *alpha)
{
	size_t count = alpha->count;

	for (size_t i = 0; i < count; i++)
		alpha->deviations[i] = sqrt(at(alpha, i, i));
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			double both = alpha->deviations[i] * alpha->deviations[j];

			alpha->correlations[i * count + j] =
			    both > 0 ? at(alpha, i, j) / both : NAN;
		}
	alpha->whole = add_up(alpha, ALPHA_NONE);
	for (size_t i = 0; i < count; i++)
		alpha->rest[i] = add_up(alpha, i);
}

static const struct alpha_sums *
sums_without(const struct alpha *alpha, size_t without)
{
	return without == ALPHA_NONE ? &alpha->whole : &alpha->rest[without];
}

/* k/(k-1) of the part of the whole that the items have in common: as 1 less the part
 * that each has alone, without taking like from like. */
static struct coefficient
common_part(const struct alpha_sums *sums, double common, double alone)
{
	double count = (double)sums->count;

	if (sums->problem != ALPHA_DEFINED)
		return problem(sums->problem);
	if (!(common + alone > NOTHING * alone))
		return problem(ALPHA_NO_TOTAL);
	return (struct coefficient){ .value = count / (count - 1) * common / (common + alone) };
}

struct coefficient
alpha_raw(const struct alpha *alpha, size_t without)
{
	const struct alpha_sums *sums = sums_without(alpha, without);

	return common_part(sums, sums->covariances, sums->variances);
}

struct coefficient
alpha_standardised(const struct alpha *alpha, size_t without)
{
	const struct alpha_sums *sums = sums_without(alpha, without);

	return common_part(sums, sums->correlations, (double)sums->count);
}

struct coefficient
alpha_average_correlation(const struct alpha *alpha)
{
	const struct alpha_sums *sums = &alpha->whole;
	double count = (double)sums->count;

	if (sums->problem != ALPHA_DEFINED)
		return problem(sums->problem);
	return (struct coefficient){ .value = sums->correlations / (count * (count - 1)) };
}

/* The covariance of an item with a sum of items, as a correlation with it. */
static struct coefficient
with_sum(const struct alpha *alpha, size_t item, bool itself)
{
	const struct alpha_sums *sums = itself ? &alpha->whole : &alpha->rest[item];
	double total = sums->covariances + sums->variances, covariance = 0;

	for (size_t i = 0; i < alpha->count; i++)
		if (itself || i != item)
			covariance += at(alpha, item, i);
	if (alpha->count < 2)
		return problem(ALPHA_ONE_ITEM);
	if (isnan(covariance) || isnan(total) || isnan(alpha->deviations[item]))
		return problem(ALPHA_FEW_RECORDS);
	if (!(alpha->deviations[item] > 0))
		return problem(ALPHA_CONSTANT);
	if (!(total > NOTHING * sums->variances))
		return problem(ALPHA_NO_TOTAL);
	return (
	    struct coefficient){ .value = covariance / (alpha->deviations[item] * sqrt(total)) };
}

struct coefficient
alpha_item_rest(const struct alpha *alpha, size_t item)
{
	return with_sum(alpha, item, false);
}

struct coefficient
alpha_item_total(const struct alpha *alpha, size_t item)
{
	return with_sum(alpha, item, true);
}
