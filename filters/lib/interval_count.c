/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval: of a count of events, and of rates made of it. */
#include "interval.h"
#include "interval_tail.h"

#include <Rmath.h>
#include <math.h>

static double
byar(double events, double z)
{
	double root = 1 - 1 / (9 * events) + z / (3 * sqrt(events));

	return root > 0 ? events * root * root * root : 0;
}

bool
interval_byar(double events, double confidence, struct interval *interval)
{
	if (!(events >= 0))
		return false;

	double z = interval_z(confidence);

	interval->lower = events > 0 ? byar(events, -z) : 0;
	interval->upper = byar(events + 1, z);
	return true;
}

/* Above this Byar's limits are the exact ones to a double's last digit, and the search for
 * a quantile may end at a wrong one. */
#define EXACT_MAX 1e11

bool
interval_poisson_exact(double events, double confidence, struct interval *interval)
{
	if (!(events <= EXACT_MAX))
		return interval_byar(events, confidence, interval);
	if (!(events >= 0))
		return false;

	double tail = interval_tail(confidence);

	interval->lower = events > 0 ? qchisq(tail, 2 * events, LOWER_TAIL, NO_LOG) / 2 : 0;
	interval->upper = qchisq(tail, 2 * events + 2, UPPER_TAIL, NO_LOG) / 2;
	return true;
}

bool
interval_count(double events, double confidence, struct interval *interval)
{
	return events < INTERVAL_BYAR_FROM ? interval_poisson_exact(events, confidence, interval)
	                                   : interval_byar(events, confidence, interval);
}

bool
interval_dobson(
    double rate, double variance, double events, double confidence, struct interval *interval)
{
	struct interval count;

	if (!(events > 0 && variance >= 0) || isnan(rate)
	    || !interval_count(events, confidence, &count))
		return false;

	double scale = sqrt(variance / events);

	interval->lower = rate + scale * (count.lower - events);
	interval->upper = rate + scale * (count.upper - events);
	return true;
}
