/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multinomial: samples of a table of counts (libRmath). */
#include "multinomial.h"

#include <Rmath.h>
#include <math.h>

/* Any will do, as long as they are the same in every run. */
#define SEED_FIRST  20261122U
#define SEED_SECOND 580580U

void
multinomial_begin(void)
{
	set_seed(SEED_FIRST, SEED_SECOND);
}

void
multinomial_draw(const double *counts, size_t cells, double *drawn)
{
	double left = 0, things;

	for (size_t i = 0; i < cells; i++)
		left += counts[i];
	things = left;
	for (size_t i = 0; i < cells; i++) {
		/* sums of whole numbers are exact, so the last cell's chance is 1 */
		drawn[i] =
		    counts[i] > 0 && things > 0 ? rbinom(things, fmin(1, counts[i] / left)) : 0;
		left -= counts[i];
		things -= drawn[i];
	}
}
