/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * discovery: among many tests some are small by chance: the column q, by which the share of
 * false ones among those called significant is held (Benjamini and Hochberg 1995).
 */
#ifndef BENCHMARK_DISCOVERY_H
#define BENCHMARK_DISCOVERY_H

#include <stddef.h>

struct comparison;

struct discovery_test {
	double p;
	double *q; /* where its q goes */
};

/* Sets the q of each test: the least rate of false discoveries at which it is one.  Leaves the
 * tests in order of p. */
void discovery_rates(struct discovery_test *tests, size_t count);
/* Fills the column q of each comparison that has a p, across the units and measures of a
 * period and its further columns; a total and the nation are no units. */
void discover(struct comparison *comparison);

#endif
