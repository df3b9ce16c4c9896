/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gap: how far an answer is from where it ought to be, and how much that matters.
 *
 *	distance = target - answer, as answers are scored (turned round where the item is
 *	           reversed); only above 0
 *	priority = distance times importance
 *
 * Both are exact.  An item without an answer has a gap of unknown size: it is named
 * after those that are known.
 */
#ifndef SCORE_GAP_H
#define SCORE_GAP_H

#include "../instrument/instrument.h"

/* Digits that a number of the plan may have. */
#define GAP_DIGITS_MAX 15

/* In this order they stand in the plan. */
enum gap_state {
	GAP_KNOWN,
	GAP_DONT_KNOW, /* answered so: what is missing is knowledge */
	GAP_NOT_ANSWERED,
	GAP_REFUSED,  /* the answer is none */
	GAP_TOO_LONG, /* more than GAP_DIGITS_MAX digits */
	GAP_MET,      /* at the target, or over it: distance and priority are 0 */
	GAP_STATES
};

struct gap {
	size_t item; /* of the instrument */
	enum gap_state state;
	size_t rank; /* where known, as all below: from 1; equal priorities share one: 1, 1, 3 */
	struct decimal answer;
	struct decimal distance;
	struct decimal priority;
	struct decimal importance; /* always */
};

/* The gaps of one record, in their order: by priority, then importance, then as the
 * instrument has the items.  Items at their target are none (unless every: they stand
 * last), nor are those that are not applicable.  gaps has room for every item; gives how many there
 * are. */
size_t gaps_find(const struct instrument *instrument, const struct answer *answers, bool every,
    struct gap *gaps);
/* "gap", "don't know", ... */
const char *gap_state_name(enum gap_state state);

#endif
