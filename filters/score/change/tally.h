/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: how many times each of a few values stands, for whether mean and deviation
 * would tell as much.
 *
 * Of at most three different values n, mean and standard deviation are as many equations
 * as there are counts, so that whoever knows the values, as those of a yes-or-no scale,
 * works the counts out.  Where all but a few are the same, mean and deviation are those
 * of the few.
 */
#ifndef SCORE_TALLY_H
#define SCORE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TALLY_TOLD   3 /* different values that three figures tell apart */
#define TALLY_VALUES 5 /* different ones that are counted: one and few others */

struct tally {
	int64_t values[TALLY_VALUES];
	uint64_t counts[TALLY_VALUES];
	size_t different; /* TALLY_VALUES + 1: more */
};

void tally_add(struct tally *tally, int64_t value);
/* Whether the figures tell a count that is above 0 and under the least that is shown
 * (TALLY_VALUES at most), or what so few differ in. */
bool tally_tells(const struct tally *tally, uint64_t least);

#endif
