/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_count: funnels by the distribution of a count (libRmath's room). */
#include "funnel_count.h"

#include <Rmath.h>
#include <math.h>

/* How many of n, or in that exposure, if the unit's true value is the centre. */
struct count {
	bool binomial;
	double n;
	double share;    /* binomial */
	double expected; /* Poisson */
};

static struct count
count_of(const struct funnel *funnel, const struct funnel_unit *unit)
{
	return (struct count){ .binomial = funnel->model == FIGURE_BINOMIAL,
		.n = unit->n,
		.share = funnel->centre,
		.expected = funnel->centre * unit->n };
}

/* Log of the probability of at most that many (below) or of more. */
static double
log_tail(const struct count *count, double events, bool below)
{
	return count->binomial ? pbinom(events, count->n, count->share, below, 1)
	                       : ppois(events, count->expected, below, 1);
}

static double
log_of_just(const struct count *count, double events)
{
	return count->binomial ? dbinom(events, count->n, count->share, 1)
	                       : dpois(events, count->expected, 1);
}

static double
log_sum(double a, double b)
{
	double more = fmax(a, b);

	return isinf(more) ? more : more + log1p(exp(fmin(a, b) - more));
}

/* Where the centre's count would have to lie beyond the unit's own just as the limits of
 * FUNNEL_EVENTS say it, half a probability each side; else the middle of the probability of
 * the count itself (mid-p, Lancaster 1961). */
double
funnel_count_z(const struct funnel *funnel, const struct funnel_unit *unit)
{
	struct count count = count_of(funnel, unit);
	double events = nearbyint(unit->value * unit->n);
	double just = log_of_just(&count, events) - M_LN2;
	double below, above;

	if (funnel->way == FUNNEL_EVENTS) {
		below = log_tail(&count, events, true);
		above = log_tail(&count, events - 1, false);
	} else {
		below = log_sum(log_tail(&count, events - 1, true), just);
		above = log_sum(log_tail(&count, events, false), just);
	}
	/* both sides of a whole count may have more than a half */
	if (fmin(below, above) > -M_LN2)
		return 0;
	return below < above ? qnorm(below, 0, 1, 1, 1) : qnorm(above, 0, 1, 0, 1);
}

/* The quantile drawn between whole numbers: r - a, where r is the smallest count with
 * F(r) >= p and a = (F(r) - p) / (F(r) - F(r - 1)) (Spiegelhalter 2005, appendix A.1). */
static double
quantile_between(const struct count *count, double p)
{
	double r = count->binomial ? qbinom(p, count->n, count->share, 1, 0)
	                           : qpois(p, count->expected, 1, 0);
	double upto = exp(log_tail(count, r, true));
	double just = exp(log_of_just(count, r));

	return r - (just > 0 ? (upto - p) / just : 0);
}

static struct interval
exact_limits(const struct funnel *funnel, const struct funnel_unit *unit, double z)
{
	struct count count = count_of(funnel, unit);

	return (struct interval){ quantile_between(&count, pnorm(z, 0, 1, 0, 0)) / unit->n,
		quantile_between(&count, pnorm(z, 0, 1, 1, 0)) / unit->n };
}

/* Exact Poisson limits of a count, whole or not (Garwood 1936). */
static struct interval
garwood(double events, double z)
{
	double beyond = pnorm(z, 0, 1, 0, 0);

	return (struct interval){ events > 0 ? qchisq(beyond, 2 * events, 1, 0) / 2 : 0,
		qchisq(beyond, 2 * (events + 1), 0, 0) / 2 };
}

bool
funnel_count_limits(
    const struct funnel *funnel, const struct funnel_unit *unit, double z, struct interval *limits)
{
	double events = funnel->way == FUNNEL_CHISQ ? funnel->centre * unit->n
	                                            : nearbyint(unit->value * unit->n);

	if (funnel->way == FUNNEL_EXACT) {
		*limits = exact_limits(funnel, unit, z);
		return true;
	}
	*limits = garwood(events, z);
	if (funnel->way == FUNNEL_CHISQ) {
		limits->lower /= unit->n;
		limits->upper /= unit->n;
		return true;
	}
	/* a unit without events has no value high enough */
	*limits = (struct interval){ funnel->centre * events / limits->upper,
		limits->lower > 0 ? funnel->centre * events / limits->lower : NAN };
	return true;
}
