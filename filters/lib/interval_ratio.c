/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval: of what sets two groups apart. */
#include "interval.h"
#include "interval_tail.h"

#include <Rmath.h>
#include <math.h>

static void
put_log(double ratio, double error, double confidence, struct interval *interval)
{
	double reach = interval_z(confidence) * error;

	interval->lower = ratio * exp(-reach);
	interval->upper = ratio * exp(reach);
}

/* 1 / events - 1 / n, of the logarithm of a share; no digits are lost near events = n. */
static double
share_variance(double events, double n)
{
	return (n - events) / events / n;
}

bool
interval_risk_ratio(double first, double first_n, double second, double second_n, double confidence,
    struct interval *interval)
{
	if (!(first > 0 && second > 0 && first <= first_n && second <= second_n))
		return false;

	double variance = share_variance(first, first_n) + share_variance(second, second_n);

	if (!(variance > 0))
		return false;
	put_log(first / first_n / (second / second_n), sqrt(variance), confidence, interval);
	return true;
}

bool
interval_rate_ratio(double first, double first_n, double second, double second_n, double confidence,
    struct interval *interval)
{
	if (!(first > 0 && second > 0 && first_n > 0 && second_n > 0))
		return false;
	put_log(first / first_n / (second / second_n), sqrt(1 / first + 1 / second), confidence,
	    interval);
	return true;
}

/* Clopper and Pearson's lower limit of events against others, as odds.  Of the share and
 * the rest of 1 the smaller is asked for: the other would have no digits left. */
static double
odds_lower(double events, double others, double tail)
{
	if (!(events > 0))
		return 0;
	if (events <= others + 1) {
		double share = qbeta(tail, events, others + 1, LOWER_TAIL, NO_LOG);

		return share / (1 - share);
	}

	double rest = qbeta(tail, others + 1, events, UPPER_TAIL, NO_LOG);

	return (1 - rest) / rest;
}

bool
interval_rate_ratio_exact(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval)
{
	if (!(first >= 0 && second >= 0 && first + second > 0 && first_n > 0 && second_n > 0))
		return false;

	double tail = interval_tail(confidence);
	double scale = second_n / first_n;

	interval->lower = scale * odds_lower(first, second, tail);
	interval->upper = second > 0 ? scale / odds_lower(second, first, tail) : INFINITY;
	return true;
}

bool
interval_risk_difference(double first, double first_n, double second, double second_n,
    double confidence, struct interval *interval)
{
	if (!(first >= 0 && first <= first_n && second >= 0 && second <= second_n))
		return false;

	double share = first / first_n, other = second / second_n;
	struct interval of, of_other;

	if (!interval_wilson(share, first_n, confidence, &of)
	    || !interval_wilson(other, second_n, confidence, &of_other))
		return false;
	interval->lower = share - other - hypot(share - of.lower, of_other.upper - other);
	interval->upper = share - other + hypot(of.upper - share, other - of_other.lower);
	return true;
}
