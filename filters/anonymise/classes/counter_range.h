/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter_range: which entries one pass takes; nobody but counter includes it. */
#ifndef ANONYMISE_COUNTER_RANGE_H
#define ANONYMISE_COUNTER_RANGE_H

#include "counter.h"

/* How far the next pass may reach where digests are spread evenly. */
void range_choose(struct counter *counter);
/* Takes out what is in no class of k records. */
void range_sift(struct counter *counter);
/* By class, person and row; what was offered twice stands there once. */
void range_put_in_order(struct counter *counter);

#endif
