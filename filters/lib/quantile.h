/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quantile: quantiles of a list of numbers, none of which is a NaN. */
#ifndef MHSW_QUANTILE_H
#define MHSW_QUANTILE_H

#include <stddef.h>

/* Puts the numbers in ascending order. */
void quantile_sort(double *values, size_t count);
/* The quantile of type 7 (Hyndman and Fan 1996, The American Statistician 50, 361-365) of
 * ascending values; p in 0 .. 1, count above 0. */
double quantile_type7(const double *ascending, size_t count, double p);

#endif
