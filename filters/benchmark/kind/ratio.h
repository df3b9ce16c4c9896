/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ratio: what the ratio of two sums and that of observed over expected share.
 */
#ifndef BENCHMARK_RATIO_H
#define BENCHMARK_RATIO_H

#include "kind.h"

/* The interval methods, in the order of their names. */
enum ratio_interval { RATIO_LINEAR, RATIO_BYAR, RATIO_EXACT };
extern const char *const ratio_intervals[];
extern const char *const ratio_keys[];
extern const struct kind *const ratio_by_interval[];

#endif
