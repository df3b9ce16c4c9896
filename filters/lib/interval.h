/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interval: confidence intervals (libRmath's room: its quantile functions).
 *
 * confidence is the share covered, such as 0.95 or 0.998; both sides get the
 * same part of the rest.  Where an interval is not defined its function says false and
 * leaves it alone; a NaN in is not defined either.
 */
#ifndef MHSW_INTERVAL_H
#define MHSW_INTERVAL_H

#include <stdbool.h>
#include <stddef.h>

struct interval {
	double lower;
	double upper;
};

/* How many standard errors reach to either side: 1.96 for 0.95. */
double interval_z(double confidence);

/* --- of a proportion, as shares 0 .. 1; false when n is not above 0 --- */

/* Wilson 1927, without continuity correction. */
bool interval_wilson(double share, double n, double confidence, struct interval *interval);
/* Clopper and Pearson 1934, of x in n: "exact".  False also when x is not in 0 .. n. */
bool interval_clopper_pearson(double x, double n, double confidence, struct interval *interval);

/* --- of a count of events, in events; false when it is under 0 --- */

/* Byar's approximation (Breslow and Day 1987, section 2.3); a lower limit under 0 is 0. */
bool interval_byar(double events, double confidence, struct interval *interval);
/* Garwood 1936: quantiles of chi squared. */
bool interval_poisson_exact(double events, double confidence, struct interval *interval);
/* What English public health publishes (the Office for Health Improvement and
 * Disparities, PHEindicatormethods): exact under INTERVAL_BYAR_FROM events, else Byar. */
#define INTERVAL_BYAR_FROM 10
bool interval_count(double events, double confidence, struct interval *interval);
/* Of a directly standardised rate, in its units, of that variance (the rate's units
 * squared) and number of events: rate + sqrt(variance / events) (limit - events), where the
 * limits are interval_count's (Dobson, Kuulasmaa, Eberle and Scherer 1991).  False without
 * events.  A lower limit may fall under 0 where the strata's weights differ much. */
bool interval_dobson(
    double rate, double variance, double events, double confidence, struct interval *interval);

/* --- of a mean, or of anything with a standard error --- */

/* Of a mean of n values with that sample standard deviation (Student 1908).
 * False under two values. */
bool interval_student(
    double mean, double deviation, double n, double confidence, struct interval *interval);
/* value -/+ z error, error its standard error.  False where there is none. */
bool interval_normal(double value, double error, double confidence, struct interval *interval);
/* Of first less second, independent, each with its standard error. */
bool interval_difference(double first, double first_error, double second, double second_error,
    double confidence, struct interval *interval);
/* Of Cronbach's alpha of that many items over n records (Feldt, Woodruff and Salih 1987,
 * formula 6: quantiles of F with n - 1 and (n - 1)(items - 1) degrees of freedom).
 * False under two items or two records. */
bool
interval_alpha(double alpha, double items, double n, double confidence, struct interval *interval);
/* Of a median: the values at these places (from 1) of n in order are its limits,
 * whatever their distribution; the cover is at least the confidence (Thompson 1936; Conover
 * 1999, section 3.2).  False where n is too small for it: under 6 for 0.95. */
bool interval_median_ranks(size_t n, double confidence, size_t *lower, size_t *upper);

/* --- of two groups: first events of first_n against second of second_n --- */

/* Of the risk ratio (first / first_n) / (second / second_n), by its logarithm (Katz,
 * Baptista, Azen and Pike 1978).  False when either has no event, or both nothing else. */
bool interval_risk_ratio(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval);
/* Of the ratio of two rates, by its logarithm with the variance 1 / first + 1 / second
 * (Rothman and Greenland 1998, chapter 14).  False when either has no event. */
bool interval_rate_ratio(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval);
/* The same, exact: of the events of both, the first's share is binomial (Przyborowski and
 * Wilenski 1940, by Clopper and Pearson's limits).  Without events of the second the upper
 * limit is INFINITY.  False only when neither has an event. */
bool interval_rate_ratio_exact(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval);
/* Of the difference of two shares, as a share -1 .. 1: Wilson's limits of both joined
 * (Newcombe 1998, method 10).  False when a group is empty. */
bool interval_risk_difference(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval);

#endif
