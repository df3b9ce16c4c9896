/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measures: the earth mover's distance over ranks. */
#include "measures.h"

#include "../../lib/memory.h"

#include <stdlib.h>

void
measures_scale_init(struct measures_scale *scale, size_t ranks)
{
	measures_scale_release(scale);
	scale->ranks = 1;
	scale->shares = xcalloc(ranks + 1, sizeof *scale->shares);
	scale->sums = xcalloc(ranks + 1, sizeof *scale->sums);
}

void
measures_scale_release(struct measures_scale *scale)
{
	free(scale->shares);
	free(scale->sums);
	*scale = (struct measures_scale){ 0 };
}

void
measures_scale_add(struct measures_scale *scale, uint32_t rank, uint64_t people)
{
	scale->shares[rank] += (double)people;
	if (rank >= scale->ranks)
		scale->ranks = rank + 1;
}

/* From how many people have each rank to the shares of those at it or below, and the
 * sums of these. */
void
measures_scale_ready(struct measures_scale *scale, uint64_t total)
{
	double people = 0;

	for (uint32_t rank = 0; rank < scale->ranks; rank++) {
		people += scale->shares[rank];
		scale->shares[rank] = people / (double)total;
		scale->sums[rank + 1] = scale->sums[rank] + scale->shares[rank];
	}
}

/* The sum of |share - shares[i]| from rank start to before rank end: the shares grow, so
 * they are below the share up to some rank and above it from there on. */
static double
sum_stretch(const struct measures_scale *scale, uint32_t start, uint32_t end, double share)
{
	uint32_t low = start;
	uint32_t high = end;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (scale->shares[middle] > share)
			high = middle;
		else
			low = middle + 1;
	}
	return share * (low - start) - (scale->sums[low] - scale->sums[start])
	    + (scale->sums[end] - scale->sums[low]) - share * (end - low);
}

/* Between two ranks that the class has, its own sum stands still. */
void
measures_ordered_add(struct measures_ordered *ordered, uint32_t rank, double share)
{
	ordered->sum += sum_stretch(ordered->scale, ordered->start, rank, ordered->share);
	ordered->start = rank;
	ordered->share += share;
	if (rank == 0)
		ordered->lowest = ordered->share;
}

double
measures_ordered_end(struct measures_ordered *ordered)
{
	const struct measures_scale *scale = ordered->scale;
	/* rank 0 is one of them only where something is no number */
	uint32_t different = scale->shares[0] > 0 ? scale->ranks : scale->ranks - 1;
	double apart = fabs(ordered->lowest - scale->shares[0]);

	ordered->sum += sum_stretch(scale, ordered->start, scale->ranks, ordered->share);
	return different < 2 ? apart : ordered->sum / (different - 1) + apart;
}
