/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sums: all that is added up over records: the answers to each item by their kinds, the
 * moments of what scales add up, and the scores.
 */
#ifndef SCORE_SUMS_H
#define SCORE_SUMS_H

#include "moments.h"
#include "standing.h"

/* What an answer is that is none. */
enum sums_kind { SUMS_MISSING, SUMS_DONT_KNOW, SUMS_NOT_APPLICABLE, SUMS_REFUSED, SUMS_KINDS };

/* Of one item: records without an answer, by kinds. */
struct sums_item {
	uint64_t kinds[SUMS_KINDS];
};

struct sums {
	const struct instrument *instrument; /* borrowed */
	uint64_t *const *outcomes;           /* of the scores: struct work's; borrowed */
	uint64_t records;
	struct components components; /* owned, as all below */
	struct moments moments;
	struct sums_item *items;
	struct standing *scales;
};

/* False where there are too many pairs; it may be released. */
bool sums_open(struct sums *sums, const struct instrument *instrument, uint64_t *const *outcomes,
    struct fault *fault);
void sums_release(struct sums *sums);
/* One record, which is scored already. */
void sums_add(struct sums *sums, const struct answer *answers, const struct score *scores);

#endif
