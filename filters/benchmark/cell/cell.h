/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell: what was counted for one measure in one group.  The measure's kind says what its
 * numbers mean.
 */
#ifndef BENCHMARK_CELL_H
#define BENCHMARK_CELL_H

#include "../../lib/decimal.h"

#include <stdbool.h>
#include <stdint.h>

struct ratio_sum;
struct given_figure;
struct strata;
struct value_counts;

/* The counts of a cell that the output shows. */
enum cell_part { CELL_RECORDS = 1, CELL_NUMERATOR = 2, CELL_DENOMINATOR = 4 };

struct cell {
	uint64_t records; /* in the measure's condition */
	/* Short whole numbers of a mean, which most are, are counted here.  A proportion of
	 * records counts its denominator in count and its numerator in sum. */
	uint64_t count;
	uint64_t sum;
	uint64_t squares;
	/* Owned; NULL: there was none. */
	union {
		struct decimal_sum *exact; /* of a mean: every other answer */
		struct ratio_sum *ratio;   /* of two columns */
		struct given_figure *given;
		struct strata *strata;
		struct value_counts *values; /* of a median */
		char *label; /* of a table of counts that has none: see kind/label.h */
	};
	/* a set of enum cell_part: held back so that nothing else gives another count away */
	unsigned char hidden;
};

#endif
