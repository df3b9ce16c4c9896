/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pair: which numerators and denominators give the figure that is published with them.
 */
#ifndef BENCHMARK_PAIR_OF_COUNTS_H
#define BENCHMARK_PAIR_OF_COUNTS_H

#include "additive.h"

#define PAIR_LIMITS 4 /* lower95, upper95, lower998, upper998 */

struct count_pair {
	enum {
		PAIR_NONE,  /* nothing is known of how the two go together */
		PAIR_SHARE, /* the numerator is no more than the denominator */
		PAIR_MEAN   /* the numerator is a sum of answers, which does not show */
	} kind;
	size_t above; /* the variables */
	size_t below;
	bool valued; /* the figure shows, and was made of the exact counts */
	double value;
	unsigned decimals;
	double multiplier;
	/* Wilson limits of the exact figure, as they are written: none, those at 95%, or all */
	size_t limit_count;
	char *const *limits;
};

/* Makes the ranges of the two narrower; false where nothing changed.  A mean is taken to be
 * one of whole numbers, as answers mostly are. */
bool pair_narrow(struct additive *additive, const struct count_pair *pair);

#endif
