/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reliability: Cronbach's alpha and the statistics of items and scales, over all records;
 * or the exact sums of one partition of them, to be merged later.
 */
#ifndef SCORE_RELIABILITY_H
#define SCORE_RELIABILITY_H

#include "../way.h"

/* The records of the input. */
extern const struct way reliability_way;
/* The inputs are partial sums (--merge). */
extern const struct way reliability_merge_way;

#endif
