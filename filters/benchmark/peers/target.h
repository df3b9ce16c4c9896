/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * target: is a figure's distance from its target more than chance?
 */
#ifndef BENCHMARK_TARGET_H
#define BENCHMARK_TARGET_H

#include "../figure/figure.h"

#include <stdbool.h>

enum target_way { TARGET_BINOMIAL, TARGET_NORMAL, TARGET_POISSON, TARGET_STUDENT };

struct target_test {
	enum target_way way;
	double z; /* the normal quantile of p, with the side of the figure as its sign */
	double p; /* two-sided */
};

/* Of a figure that shows; false where chance says nothing: no known error, or a target at the
 * end of what a share can be.
 * A share: with an expected count and rest of 10 or more the normal approximation with the
 * target's own variance, else the exact binomial; events: the exact Poisson; a mean: Student's
 * t; another figure: its standard error.  An exact p is twice the smaller tail, so that it
 * agrees with the limits of Clopper and Pearson (1934) and Garwood (1936). */
bool target_test(
    const struct figure *figure, double target, double multiplier, struct target_test *test);

#endif
