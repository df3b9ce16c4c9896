/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * alpha: Cronbach's alpha (Cronbach 1951) and what goes with it, from a covariance
 * matrix, as R's psych::alpha works them out with use = "pairwise".
 *
 *	raw alpha           k/(k-1) (1 - sum of variances / sum of all covariances)
 *	standardised alpha  the same of the correlations: k r / (1 + (k-1) r), r their mean
 *	item-total          covariance with the sum of all items, as a correlation
 *	item-rest           covariance with the sum of the other items, as a correlation
 *
 * A correlation is cov(x,y) / sqrt(var(x) var(y)), where each variance is over all answers
 * to its item; with much missing it may pass 1.
 */
#ifndef SCORE_ALPHA_H
#define SCORE_ALPHA_H

#include <stdbool.h>
#include <stddef.h>

#define ALPHA_NONE ((size_t)-1)

/* Why a coefficient is not defined. */
enum alpha_problem {
	ALPHA_DEFINED,
	ALPHA_ONE_ITEM,
	ALPHA_FEW_RECORDS, /* some two items have fewer than two records together */
	ALPHA_CONSTANT,    /* some item has the same answer everywhere */
	ALPHA_NO_TOTAL     /* the sum of the items does not vary */
};

struct coefficient {
	double value; /* where defined */
	enum alpha_problem problem;
};

/* Sums over the items of a matrix, or over all but one of them. */
struct alpha_sums {
	size_t count; /* items */
	double variances;
	double covariances;  /* of all that are not variances, each pair twice */
	double correlations; /* likewise */
	enum alpha_problem problem;
};

struct alpha {
	size_t count;
	double *covariances;  /* count * count; NaN: under two records; owned, as below */
	double *correlations; /* likewise; NaN: where some item does not vary, too */
	double *deviations;   /* roots of the variances */
	struct alpha_sums whole;
	struct alpha_sums *rest; /* without each item in turn */
};

/* Room for count items; then alpha_set for each pair, then alpha_settle. */
void alpha_open(struct alpha *alpha, size_t count);
void alpha_set(struct alpha *alpha, size_t i, size_t j, double covariance);
void alpha_settle(struct alpha *alpha);
void alpha_release(struct alpha *alpha);

/* without: an item that is left out, or ALPHA_NONE. */
struct coefficient alpha_raw(const struct alpha *alpha, size_t without);
struct coefficient alpha_standardised(const struct alpha *alpha, size_t without);
struct coefficient alpha_average_correlation(const struct alpha *alpha);
struct coefficient alpha_correlation(const struct alpha *alpha, size_t i, size_t j);
struct coefficient alpha_item_rest(const struct alpha *alpha, size_t item);
struct coefficient alpha_item_total(const struct alpha *alpha, size_t item);

#endif
