/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * first_round: the reliability of each scale: what the instrument gives, else alpha of
 * the first round's answers, over all its records, paired or not.
 */
#ifndef SCORE_FIRST_ROUND_H
#define SCORE_FIRST_ROUND_H

#include "../reliability/sums.h"
#include "figures.h"

struct first_round {
	bool wanted; /* some scale has no reliability of its own */
	struct sums sums;
};

/* On a fault it may be released. */
bool first_round_open(struct first_round *first, const struct instrument *instrument,
    uint64_t *const *outcomes, struct fault *fault);
void first_round_release(struct first_round *first);
/* One record of the first round, which is scored already. */
void first_round_add(
    struct first_round *first, const struct answer *answers, const struct score *scores);
/* After the last one. */
void first_round_settle(struct first_round *first);
/* rule: under-5, so that no alpha rests on fewer records. */
struct scale_reliability first_round_reliability(
    const struct first_round *first, const struct instrument *instrument, size_t scale, bool rule);

#endif
