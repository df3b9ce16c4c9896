/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval: of a proportion. */
#include "interval.h"
#include "interval_tail.h"

#include <Rmath.h>
#include <math.h>

/*
 * The limits solve (n + z^2) p^2 - (2x + z^2) p + x^2 / n = 0.  The lower one comes from
 * the product of both, since a difference would lose its digits where x is small; it is
 * exactly 0 at x = 0.  The upper one is its mirror.
 */
static double
wilson_lower(double share, double n, double z)
{
	double x = share * n;
	double reach = z * sqrt(z * z + 4 * x * (1 - share));

	return 2 * x * share / (2 * x + z * z + reach);
}

static double
wilson_upper(double share, double n, double z)
{
	double x = share * n;
	double reach = z * sqrt(z * z + 4 * x * (1 - share));

	return (2 * x + z * z + reach) / (2 * (n + z * z));
}

bool
interval_wilson(double share, double n, double confidence, struct interval *interval)
{
	if (!(n > 0))
		return false;

	double z = interval_z(confidence);

	interval->lower = wilson_lower(share, n, z);
	interval->upper =
	    share < 0.5 ? wilson_upper(share, n, z) : 1 - wilson_lower(1 - share, n, z);
	return true;
}

static double
exact_lower(double x, double n, double tail)
{
	return x > 0 ? qbeta(tail, x, n - x + 1, LOWER_TAIL, NO_LOG) : 0;
}

static double
exact_upper(double x, double n, double tail)
{
	return x < n ? qbeta(tail, x + 1, n - x, UPPER_TAIL, NO_LOG) : 1;
}

/* A quantile near 1 would lack the digits to be found, so the rarer of the two is asked. */
bool
interval_clopper_pearson(double x, double n, double confidence, struct interval *interval)
{
	if (!(n > 0 && x >= 0 && x <= n))
		return false;

	double tail = interval_tail(confidence);
	bool rare = x <= n - x;

	interval->lower = rare ? exact_lower(x, n, tail) : 1 - exact_upper(n - x, n, tail);
	interval->upper = rare ? exact_upper(x, n, tail) : 1 - exact_lower(n - x, n, tail);
	return true;
}
