/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * huge: whole numbers from 0 on of 512 bits, for products of sums (wide.h), and a
 * quotient that is rounded once.
 */
#ifndef MHSW_BENCHMARK_HUGE_H
#define MHSW_BENCHMARK_HUGE_H

#include "../../lib/wide.h"

#include <stdint.h>

#define HUGE_LIMBS 8

struct huge {
	uint64_t limbs[HUGE_LIMBS]; /* the lowest first */
};

struct huge huge_product(struct decimal_squares a, struct decimal_squares b);
/* Modulo 2^512. */
void huge_add(struct huge *number, const struct huge *more);
/* less is not above number. */
void huge_subtract(struct huge *number, const struct huge *less);
/* The nearest double. */
double huge_value(const struct huge *number);

/* above / below, rounded once to the nearest double; below is above 0 and under 2^254. */
double huge_quotient(struct decimal_squares above, struct decimal_squares below);

#endif
