/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moments: the sums over records from which variances and covariances are worked out.
 *
 * A pair's sums run over the records that have both of its components (pairwise
 * handling of what is missing).  They are exact whole numbers, so that they are the same
 * bits in any order of the records and from any partition of them.
 *
 * Small whole answers, which nearly all are, are put aside by components, 256 records at
 * a time: those that are complete give one sum of products for each pair, and the others
 * four (the records, both sums, the products), without a question asked of any record.
 */
#ifndef SCORE_MOMENTS_H
#define SCORE_MOMENTS_H

#include "../../lib/wide.h"
#include "component.h"

/* Records that sums hold, whatever the answers are. */
#define MOMENTS_RECORDS_MAX ((uint64_t)1 << 40)

/* In units of 10^-15; products in units of 10^-30. */
struct moment {
	uint64_t records;       /* with both */
	decimal_unsigned first; /* of the first component over them */
	decimal_unsigned second;
	struct decimal_squares product;
};

struct moments_batch {
	size_t used;     /* records */
	int16_t *values; /* of each component: 256 */
	int16_t *given;  /* likewise: 1 or 0; NULL where all are complete */
};

struct moments {
	const struct components *components; /* borrowed */
	struct moment *pairs;                /* of each pair; owned, as all below */
	uint64_t *at_minimum;                /* of each component: answers */
	uint64_t *at_maximum;
	struct moments_batch complete;
	struct moments_batch ragged;
	int16_t *small;  /* of the record at hand; -1: not given */
	int32_t *totals; /* of a batch */
	decimal_unsigned *values;
};

void moments_open(struct moments *moments, const struct components *components);
void moments_release(struct moments *moments);
/* One record: the answers to all items of the instrument. */
void moments_add(struct moments *moments, const struct answer *answers);
/* What was put aside goes into the sums; before they are looked at. */
void moments_settle(struct moments *moments);

/* Sample covariance (n - 1) over the records of the pair, of the first component's values
 * and the second one's; NaN under two records. */
double moment_covariance(const struct moment *moment);
/* Mean and sample standard deviation of a component; moment: of it and itself. */
double moment_mean(const struct moment *moment, const struct component *component);
double moment_deviation(const struct moment *moment);

#endif
