/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ratio_sum: two columns added up over the same records: what their ratio and its
 * interval are made of, and what says of how many records they tell.
 *
 * The sums are exact, so any order of the records gives the same figures.
 */
#ifndef MHSW_RATIO_SUM_H
#define MHSW_RATIO_SUM_H

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stdint.h>

/* y is the numerator's column, x the denominator's. */
struct ratio_wide {
	struct decimal_sum y;
	struct decimal_sum x;
	/* the sum of the products, those of one sign and of two, with the decimals of both */
	struct decimal_squares above;
	struct decimal_squares below;
};

/* {0} is the empty sum. */
struct ratio_sum {
	uint64_t count;  /* records with both numbers */
	uint64_t base;   /* of these, the denominator is other than 0 */
	uint64_t some;   /* the numerator is */
	uint64_t apart;  /* the one is not the other */
	uint64_t beyond; /* the numerator is no part: under 0, or over the denominator */
	/* of short whole numbers, which most are */
	uint64_t y, x, yy, xx, xy;
	uint64_t few;            /* how many of these */
	struct ratio_wide *wide; /* of all others, owned; NULL: there was none */
};

void ratio_sum_add(struct ratio_sum *sum, struct decimal y, struct decimal x);
/* Adds what another partition added up. */
void ratio_sum_merge(struct ratio_sum *sum, const struct ratio_sum *other);
void ratio_sum_release(struct ratio_sum *sum);
/* As one text of a partition (cell_text.h). */
void ratio_sum_save(const struct ratio_sum *sum, struct buffer *text);
/* Into an empty sum; false where it is no such text. */
bool ratio_sum_load(struct ratio_sum *sum, struct field text);

/* All records together. */
struct ratio_wide ratio_sum_all(const struct ratio_sum *sum);
/* The sums may be past what is exact: no figure may be made of them then. */
bool ratio_wide_overflows(const struct ratio_wide *all);
/* multiplier sum(y) / sum(x); NaN where sum(x) is 0. */
double ratio_wide_value(const struct ratio_wide *all, uint64_t multiplier);
/* What the ratio's standard error is, times the root of the records' number: the deviation
 * (n - 1) of the residuals y - R x over the mean of x, times the multiplier (Cochran 1977,
 * Sampling Techniques, chapter 6; no correction for a finite population).  NaN under two
 * records, and where sum(x) is 0. */
double ratio_wide_deviation(const struct ratio_wide *all, uint64_t multiplier);

#endif
