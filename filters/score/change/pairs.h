/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pairs: who was scored in which of two rounds.
 *
 * Who is the same is told by a key: the values of the pair columns, joined by NULs,
 * which no value can hold.  Scores are kept as whole numbers of 10^-9, each rounded
 * once, so that sums over them are exact and do not hang on the order of the records.
 */
#ifndef SCORE_PAIRS_H
#define SCORE_PAIRS_H

#include "../../lib/field.h"
#include "../scale/scale.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PAIRS_MAX     10000000
#define PAIR_PLACES   9         /* decimals of a score */
#define PAIR_UNSCORED INT64_MIN /* no score */
#define PAIR_SEVERAL  2         /* records, or more */

enum pair_round { ROUND_FIRST, ROUND_SECOND, ROUNDS };

struct pair;

struct pairs {
	struct pair *table; /* by key */
	size_t scales;
	size_t count;
	size_t most; /* PAIRS_MAX, but for tests */
	uint64_t seed;
};

/* What a pair is for one scale. */
enum pair_kind {
	PAIR_WHOLE, /* one record in each round, and a score in both */
	PAIR_ONLY_FIRST,
	PAIR_ONLY_SECOND,
	PAIR_MANIFOLD, /* several records in a round */
	PAIR_NO_SCORE, /* in one round or in both */
	PAIR_KINDS
};

struct pair_scores {
	enum pair_kind kind;
	/* where it is whole */
	struct decimal first;
	struct decimal second;
	struct decimal change; /* second minus first */
	size_t bands[ROUNDS];  /* or BAND_NONE */
};

void pairs_init(struct pairs *pairs, size_t scales);
/* Wipes and frees. */
void pairs_release(struct pairs *pairs);
/* A record with its scores.  False: there are too many pairs.  too_long: how many of its
 * scores have more than 18 digits, and count as none. */
bool pairs_add(struct pairs *pairs, struct field key, enum pair_round round,
    const struct score *scores, unsigned *too_long);

/* All pairs in turn: NULL gives the first one, and is what stands after the last. */
const struct pair *pairs_next(const struct pairs *pairs, const struct pair *pair);
struct pair_scores pairs_scores(const struct pairs *pairs, const struct pair *pair, size_t scale);

#endif
