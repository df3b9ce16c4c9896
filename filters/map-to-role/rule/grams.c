/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grams: those of one hash follow each other.
 */
#include "grams.h"

#include "../../lib/memory.h"

#include <stdlib.h>

void
grams_release(struct grams *grams)
{
	free(grams->grams);
	grams->grams = NULL;
	grams->count = 0;
}

void
grams_add(struct grams *grams, struct gram gram)
{
	grams->grams = xgrow(grams->grams, grams->count, sizeof *grams->grams);
	grams->grams[grams->count++] = gram;
}

static int
compare(const void *left, const void *right)
{
	const struct gram *a = left, *b = right;
	const uint32_t x = gram_hash(a->bytes), y = gram_hash(b->bytes);

	if (x != y)
		return x < y ? -1 : 1;
	return (a->literal > b->literal) - (a->literal < b->literal);
}

void
grams_build(struct grams *grams)
{
	size_t at = 0;

	if (grams->count != 0)
		qsort(grams->grams, grams->count, sizeof *grams->grams, compare);
	for (uint32_t hashed = 0; hashed < GRAM_HASHES; hashed++) {
		grams->heads[hashed] = (uint32_t)at;
		for (; at < grams->count && gram_hash(grams->grams[at].bytes) == hashed; at++)
			grams->map[hashed / 64] |= UINT64_C(1) << (hashed % 64);
	}
	grams->heads[GRAM_HASHES] = (uint32_t)at;
}
