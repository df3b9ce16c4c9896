/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * standing: the scores of one scale over all records: how many, their exact sums, and
 * how many stand at the least and at the most that is possible.
 *
 * A score is an exact fraction.  It is rounded once to 12 decimals (fewer where it has
 * more than 6 digits before the point) and counted from the least possible score, so that
 * sums are of whole numbers from 0 on.
 */
#ifndef SCORE_STANDING_H
#define SCORE_STANDING_H

#include "../../lib/wide.h"
#include "../scale/scale.h"

#define STANDING_PLACES 12
/* Scores whose rounding is remembered. */
#define STANDING_MEMO 128

struct standing_memo {
	struct ratio value; /* divisor 0: none yet */
	uint64_t above;
	bool at_least;
	bool at_most;
};

struct standing {
	const struct scale *scale; /* borrowed */
	bool fits;                 /* scores have 18 digits at most; else nothing is added up */
	unsigned places;
	struct decimal least;
	uint64_t range;    /* from the least to the most, in units of 10^-places */
	uint64_t complete; /* records in which every part has an answer */
	uint64_t scored;
	uint64_t at_least; /* scores at the least that is possible */
	uint64_t at_most;
	decimal_unsigned sum; /* above the least, in units of 10^-places */
	struct decimal_squares squares;
	struct standing_memo *memo; /* owned */
};

void standing_open(struct standing *standing, const struct scale *scale);
void standing_release(struct standing *standing);
void standing_add(struct standing *standing, const struct score *score);
/* NaN without scores, and under two, and where they do not fit. */
double standing_mean(const struct standing *standing);
double standing_deviation(const struct standing *standing);

#endif
