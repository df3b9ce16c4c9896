/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * share: the figure of a proportion, whatever is counted: sum of count.
 */
#ifndef BENCHMARK_SHARE_H
#define BENCHMARK_SHARE_H

#include "kind.h"

/* The interval methods, in the order of their names. */
enum share_interval { SHARE_WILSON, SHARE_EXACT };
extern const char *const share_intervals[];

void share_release(struct cell *cell);
/* The value and its two counts; answers and base are the denominator. */
void share_reckon(const struct measure *measure, const struct cell *cell, struct figure *figure);
void share_publish(const struct measure *measure, const struct cell *cell,
    const struct disclosure *rule, struct figure *figure);
bool share_limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval);
const char *share_method(const struct measure *measure);

#endif
