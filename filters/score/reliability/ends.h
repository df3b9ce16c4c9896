/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ends: mean and deviation of answers (or of scores), and how many stand at the two ends
 * of their range; and what these tell together.
 *
 * Both ends, number, mean and deviation are five equations, so that of up to five
 * possible answers whoever can reckon finds out how many gave each.  Where one of these
 * is 1 to 4, both ends and the deviation are hidden, which leaves more unknown than there
 * are equations.  Where all but 1 to 4 answers are the same, the mean is that of the few.
 */
#ifndef SCORE_ENDS_H
#define SCORE_ENDS_H

#include "../item/item.h"
#include "statistic.h"

/* Possible answers that five figures tell. */
#define ENDS_PLACES_MAX 5

struct ends {
	uint64_t records; /* answers */
	uint64_t low;     /* of them at the least */
	uint64_t high;
	double mean;
	double deviation;
	double least; /* that is possible */
	double most;
	double places[ENDS_PLACES_MAX]; /* of the possible answers, from 0 to 1 */
	size_t count;                   /* 0: there are more, or they are not known */
	double step;                    /* from one to the next */
	const char *none;               /* why there is no mean */
	const char *one;                /* nor a deviation */
};

/* The figures in their order. */
enum ends_statistic {
	ENDS_MEAN,
	ENDS_DEVIATION,
	ENDS_LOW,
	ENDS_LOW_PERCENT,
	ENDS_HIGH,
	ENDS_HIGH_PERCENT,
	ENDS_STATISTICS
};

/* The possible answers are those to an item; turned: the least of them stands for the
 * most. */
void ends_set_item(struct ends *ends, const struct item *item, bool turned);
/* They are so many even steps apart. */
void ends_set_steps(struct ends *ends, size_t steps);
/* hidden: the number of answers is. */
void ends_fill(
    const struct ends *ends, bool rule, bool hidden, struct statistic statistics[ENDS_STATISTICS]);

#endif
