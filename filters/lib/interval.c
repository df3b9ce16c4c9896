/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval: confidence intervals. */
#include "interval.h"

#include <Rmath.h>
#include <math.h>

/* The upper tail is asked for, since 1 - alpha / 2 loses digits. */
#define UPPER_TAIL 0
#define LOWER_TAIL 1
#define NO_LOG     0

bool
interval_wilson(double share, double n, double confidence, struct interval *interval)
{
	if (!(n > 0))
		return false;

	double z = qnorm((1 - confidence) / 2, 0, 1, UPPER_TAIL, NO_LOG);
	double x = share * n;
	double middle = 2 * x + z * z;
	double reach = z * sqrt(z * z + 4 * x * (1 - share));
	double scale = 2 * (n + z * z);

	/* At x = 0 and x = n the formula gives 0 and 1 but for rounding. */
	interval->lower = fmax(0, (middle - reach) / scale);
	interval->upper = fmin(1, (middle + reach) / scale);
	return true;
}

bool
interval_student(
    double mean, double deviation, double n, double confidence, struct interval *interval)
{
	if (!(n >= 2))
		return false;

	double t = qt((1 - confidence) / 2, n - 1, UPPER_TAIL, NO_LOG);
	double reach = t * deviation / sqrt(n);

	interval->lower = mean - reach;
	interval->upper = mean + reach;
	return true;
}

bool
interval_alpha(double alpha, double items, double n, double confidence, struct interval *interval)
{
	if (!(n >= 2 && items >= 2))
		return false;

	double part = (1 - confidence) / 2;
	double first = n - 1, second = (n - 1) * (items - 1);

	interval->lower = 1 - (1 - alpha) * qf(part, first, second, UPPER_TAIL, NO_LOG);
	interval->upper = 1 - (1 - alpha) * qf(part, first, second, LOWER_TAIL, NO_LOG);
	return true;
}
