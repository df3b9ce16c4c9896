/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare_order: which groups stand in one set.  Sorted, those of a set stand together.
 */
#ifndef BENCHMARK_COMPARE_ORDER_H
#define BENCHMARK_COMPARE_ORDER_H

#include "../group/group.h"
#include "comparer.h"

#include <stdbool.h>

/* Sorts groups, which groups_sort has numbered, as sets of that kind go. */
void compare_sort(struct group **groups, size_t count, enum compare_over over);
/* By enum compare_over: two groups are of one set. */
extern bool (*const compare_same[])(const struct group *a, const struct group *b);

#endif
