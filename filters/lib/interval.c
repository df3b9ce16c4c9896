/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval: of means, of what has a standard error, and of medians. */
#include "interval.h"

#include "interval_tail.h"

#include <Rmath.h>
#include <math.h>

double
interval_z(double confidence)
{
	return qnorm(interval_tail(confidence), 0, 1, UPPER_TAIL, NO_LOG);
}

static void
put_around(double middle, double reach, struct interval *interval)
{
	interval->lower = middle - reach;
	interval->upper = middle + reach;
}

bool
interval_student(
    double mean, double deviation, double n, double confidence, struct interval *interval)
{
	if (!(n >= 2))
		return false;

	double t = qt(interval_tail(confidence), n - 1, UPPER_TAIL, NO_LOG);

	put_around(mean, t * deviation / sqrt(n), interval);
	return true;
}

bool
interval_normal(double value, double error, double confidence, struct interval *interval)
{
	if (!isfinite(value) || !(error >= 0))
		return false;
	put_around(value, interval_z(confidence) * error, interval);
	return true;
}

bool
interval_difference(double first, double first_error, double second, double second_error,
    double confidence, struct interval *interval)
{
	if (!(first_error >= 0 && second_error >= 0))
		return false;
	return interval_normal(
	    first - second, hypot(first_error, second_error), confidence, interval);
}

bool
interval_alpha(double alpha, double items, double n, double confidence, struct interval *interval)
{
	if (!(n >= 2 && items >= 2))
		return false;

	double part = interval_tail(confidence);
	double first = n - 1, second = (n - 1) * (items - 1);

	interval->lower = 1 - (1 - alpha) * qf(part, first, second, UPPER_TAIL, NO_LOG);
	interval->upper = 1 - (1 - alpha) * qf(part, first, second, LOWER_TAIL, NO_LOG);
	return true;
}

bool
interval_median_ranks(size_t n, double confidence, size_t *lower, size_t *upper)
{
	/* The smallest count that a fair coin does not stay under too rarely. */
	double rank = qbinom(interval_tail(confidence), (double)n, 0.5, LOWER_TAIL, NO_LOG);

	if (!(rank >= 1))
		return false;
	*lower = (size_t)rank;
	*upper = n + 1 - *lower;
	return true;
}
