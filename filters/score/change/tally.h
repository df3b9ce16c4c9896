/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: how many times each of a few values stands, for whether mean and deviation
 * would tell as much.
 *
 * Of at most three different values n, mean and standard deviation are as many equations
 * as there are counts, so that whoever knows the values, as those of a yes-or-no scale,
 * works the counts out.
 */
#ifndef SCORE_TALLY_H
#define SCORE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TALLY_VALUES 3 /* different ones that three figures tell apart */

struct tally {
	int64_t values[TALLY_VALUES];
	uint64_t counts[TALLY_VALUES];
	size_t different; /* TALLY_VALUES + 1: more */
};

void tally_add(struct tally *tally, int64_t value);
/* Whether the figures tell a count that is above 0 and under the least that is shown. */
bool tally_tells(const struct tally *tally, uint64_t least);

#endif
