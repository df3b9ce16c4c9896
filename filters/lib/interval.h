/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interval: confidence intervals (libRmath's room: its quantile functions).
 *
 * confidence is the share covered, such as 0.95 or 0.998; both sides get the
 * same part of the rest.
 */
#ifndef MHSW_INTERVAL_H
#define MHSW_INTERVAL_H

#include <stdbool.h>

struct interval {
	double lower;
	double upper;
};

/* Of a proportion of n, as shares 0 .. 1 (Wilson 1927, without continuity
 * correction).  False when n is not above 0. */
bool interval_wilson(double share, double n, double confidence, struct interval *interval);
/* Of a mean of n values with that sample standard deviation (Student 1908).
 * False under two values. */
bool interval_student(
    double mean, double deviation, double n, double confidence, struct interval *interval);
/* Of Cronbach's alpha of that many items over n records (Feldt, Woodruff and Salih 1987,
 * formula 6: quantiles of F with n - 1 and (n - 1)(items - 1) degrees of freedom).
 * False under two items or two records. */
bool
interval_alpha(double alpha, double items, double n, double confidence, struct interval *interval);

#endif
