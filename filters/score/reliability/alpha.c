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
	alpha->rows = xcalloc(count, sizeof *alpha->rows);
	alpha->correlations = xcalloc(count, sizeof *alpha->correlations);
	alpha->undefined = xcalloc(count, sizeof *alpha->undefined);
}

void
alpha_set(struct alpha *alpha, size_t i, size_t j, double covariance)
{
	alpha->covariances[i * alpha->count + j] = covariance;
	alpha->covariances[j * alpha->count + i] = covariance;
}

void
alpha_settle(struct alpha *alpha)
{
	for (size_t i = 0; i < alpha->count; i++) {
		for (size_t j = 0; j < alpha->count; j++) {
			struct coefficient correlation = alpha_correlation(alpha, i, j);

			if (isnan(at(alpha, i, j)))
				alpha->undefined[i]++;
			else
				alpha->rows[i] += at(alpha, i, j);
			if (correlation.problem == ALPHA_DEFINED)
				alpha->correlations[i] += correlation.value;
		}
		alpha->total += alpha->rows[i];
		alpha->correlation_total += alpha->correlations[i];
		alpha->undefined_total += alpha->undefined[i];
		if (!isnan(at(alpha, i, i)))
			alpha->variances += at(alpha, i, i);
		alpha->constant += !(at(alpha, i, i) > 0);
	}
}

void
alpha_release(struct alpha *alpha)
{
	free(alpha->covariances);
	free(alpha->rows);
	free(alpha->correlations);
	free(alpha->undefined);
	*alpha = (struct alpha){ 0 };
}

/* Sums over the items but one. */
struct rest {
	double count;
	double total;
	double variances;
	double correlations;
	enum alpha_problem problem;
};

static struct rest
leave_out(const struct alpha *alpha, size_t without)
{
	struct rest rest = { .count = (double)alpha->count,
		.total = alpha->total,
		.variances = alpha->variances,
		.correlations = alpha->correlation_total };
	size_t undefined = alpha->undefined_total, constant = alpha->constant;

	if (without != ALPHA_NONE) {
		double own = at(alpha, without, without);
		bool known = !isnan(own), varies = own > 0;

		rest.count--;
		rest.total -= 2 * alpha->rows[without] - (known ? own : 0);
		rest.variances -= known ? own : 0;
		rest.correlations -= 2 * alpha->correlations[without] - (varies ? 1 : 0);
		undefined -= 2 * alpha->undefined[without] - !known;
		constant -= !varies;
	}
	if (rest.count < 2)
		rest.problem = ALPHA_ONE_ITEM;
	else if (undefined != 0)
		rest.problem = ALPHA_FEW_RECORDS;
	else if (constant != 0)
		rest.problem = ALPHA_CONSTANT;
	return rest;
}

static struct coefficient
problem(enum alpha_problem why)
{
	return (struct coefficient){ .problem = why };
}

struct coefficient
alpha_raw(const struct alpha *alpha, size_t without)
{
	struct rest rest = leave_out(alpha, without);

	if (rest.problem != ALPHA_DEFINED)
		return problem(rest.problem);
	if (!(rest.total > NOTHING * rest.variances))
		return problem(ALPHA_NO_TOTAL);
	return (struct coefficient){ .value = rest.count / (rest.count - 1)
		    * (1 - rest.variances / rest.total) };
}

struct coefficient
alpha_standardised(const struct alpha *alpha, size_t without)
{
	struct rest rest = leave_out(alpha, without);

	if (rest.problem != ALPHA_DEFINED)
		return problem(rest.problem);
	if (!(rest.correlations > NOTHING * rest.count))
		return problem(ALPHA_NO_TOTAL);
	return (struct coefficient){ .value = rest.count / (rest.count - 1)
		    * (1 - rest.count / rest.correlations) };
}

struct coefficient
alpha_average_correlation(const struct alpha *alpha)
{
	struct rest rest = leave_out(alpha, ALPHA_NONE);

	if (rest.problem != ALPHA_DEFINED)
		return problem(rest.problem);
	return (struct coefficient){ .value = (rest.correlations - rest.count)
		    / (rest.count * (rest.count - 1)) };
}

struct coefficient
alpha_correlation(const struct alpha *alpha, size_t i, size_t j)
{
	double one = at(alpha, i, i), other = at(alpha, j, j), both = at(alpha, i, j);

	if (isnan(both) || isnan(one) || isnan(other))
		return problem(ALPHA_FEW_RECORDS);
	if (!(one > 0 && other > 0))
		return problem(ALPHA_CONSTANT);
	if (i == j)
		return (struct coefficient){ .value = 1 };
	return (struct coefficient){ .value = both / (sqrt(one) * sqrt(other)) };
}

/* A covariance with a sum, as a correlation with it. */
static struct coefficient
with_sum(const struct alpha *alpha, size_t item, double covariance, double total)
{
	double own = at(alpha, item, item);

	if (alpha->count < 2)
		return problem(ALPHA_ONE_ITEM);
	if (alpha->undefined_total != 0)
		return problem(ALPHA_FEW_RECORDS);
	if (!(own > 0))
		return problem(ALPHA_CONSTANT);
	if (!(total > NOTHING * alpha->variances))
		return problem(ALPHA_NO_TOTAL);
	return (struct coefficient){ .value = covariance / (sqrt(own) * sqrt(total)) };
}

struct coefficient
alpha_item_rest(const struct alpha *alpha, size_t item)
{
	double own = at(alpha, item, item), row = alpha->rows[item];

	return with_sum(alpha, item, row - own, alpha->total - 2 * row + own);
}

struct coefficient
alpha_item_total(const struct alpha *alpha, size_t item)
{
	return with_sum(alpha, item, alpha->rows[item], alpha->total);
}
