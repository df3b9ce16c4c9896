/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare_order: which groups stand in one set.  Sorted, those of a set stand together.
 */
#ifndef BENCHMARK_COMPARE_ORDER_H
#define BENCHMARK_COMPARE_ORDER_H

#include "../group/group.h"

#include <stdbool.h>

struct compare_order {
	int (*compare)(const void *a, const void *b); /* of pointers to groups */
	bool (*same)(const struct group *a, const struct group *b);
};

/* By enum compare_over. */
extern const struct compare_order compare_orders[];

#endif
