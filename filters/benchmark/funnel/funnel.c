/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel: limits that most units of one true value keep, each at its own size. */
#include "funnel.h"

#include "funnel_count.h"

#include <Rmath.h>
#include <math.h>

/* A scale: of values, of the unit's error on it, and back from it. */
struct scale {
	double (*to)(double value);
	double (*error)(const struct funnel *funnel, const struct funnel_unit *unit);
	double (*from)(double on_scale);
	bool of_shares;
	bool of_rates;
};

static double
same(double value)
{
	return value;
}

static double
arcsine(double value)
{
	return asin(sqrt(value));
}

/* Past either end the sine would come back. */
static double
from_arcsine(double angle)
{
	double sine = sin(fmin(fmax(angle, 0), M_PI_2));

	return sine * sine;
}

/* The limit of the value, and not of its root. */
static double
from_root(double root)
{
	return root > 0 ? root * root : 0;
}

static double
normal_error(const struct funnel *funnel, const struct funnel_unit *unit)
{
	if (funnel->model == FIGURE_NORMAL)
		return unit->error;
	if (funnel->model == FIGURE_BINOMIAL)
		return sqrt(funnel->centre * (1 - funnel->centre) / unit->n);
	return sqrt(funnel->centre / unit->n);
}

/* Of the angle of a share and of the root of a rate. */
static double
stable_error(const struct funnel *funnel, const struct funnel_unit *unit)
{
	(void)funnel;
	return 1 / (2 * sqrt(unit->n));
}

static double
log_error(const struct funnel *funnel, const struct funnel_unit *unit)
{
	return 1 / sqrt(funnel->centre * unit->n);
}

/* Spiegelhalter 2005, appendix A.3: both counts vary. */
static double
counts_error(const struct funnel *funnel, const struct funnel_unit *unit)
{
	double events = unit->value * unit->n;

	(void)funnel;
	return sqrt(events / ((events + 0.5) * (events + 0.5))
	    + unit->n / ((unit->n + 0.5) * (unit->n + 0.5)));
}

static const struct scale scales[FUNNEL_WAYS] = {
	[FUNNEL_NORMAL] = { same, normal_error, same, true, true },
	[FUNNEL_ARCSINE] = { arcsine, stable_error, from_arcsine, true, false },
	[FUNNEL_SQRT] = { sqrt, stable_error, from_root, false, true },
	[FUNNEL_LOG] = { log, log_error, exp, false, true },
	[FUNNEL_COUNTS] = { log, counts_error, exp, false, true },
	[FUNNEL_EXACT] = { .of_shares = true, .of_rates = true },
	[FUNNEL_CHISQ] = { .of_rates = true },
	[FUNNEL_EVENTS] = { .of_rates = true },
};

bool
funnel_suits(enum funnel_way way, enum figure_model model)
{
	if (model == FIGURE_NORMAL)
		return way == FUNNEL_NORMAL;
	return model == FIGURE_BINOMIAL ? scales[way].of_shares : scales[way].of_rates;
}

bool
funnel_widens(enum funnel_way way)
{
	return scales[way].to != NULL;
}

double
funnel_p(double z)
{
	return 2 * pnorm(fabs(z), 0, 1, 0, 0);
}

static double
place_of(const struct funnel *funnel, const struct funnel_unit *unit)
{
	if (funnel->way == FUNNEL_COUNTS)
		return log((unit->value * unit->n + 0.5) / (unit->n + 0.5));
	return scales[funnel->way].to(unit->value);
}

/* A target may be no share, or no rate. */
static bool
is_possible(const struct funnel *funnel)
{
	if (!isfinite(funnel->centre))
		return false;
	if (funnel->model == FIGURE_BINOMIAL && funnel->centre > 1)
		return false;
	return funnel->model == FIGURE_NORMAL || funnel->centre >= 0;
}

/* The unit's own error on the scale; NaN where it has none. */
static double
error_of(const struct funnel *funnel, const struct funnel_unit *unit)
{
	double error;

	if (!is_possible(funnel))
		return NAN;
	if (funnel->model != FIGURE_NORMAL && !(unit->n > 0 && unit->value >= 0))
		return NAN;
	if (!funnel_widens(funnel->way))
		return 1;
	if (!isfinite(scales[funnel->way].to(funnel->centre)))
		return NAN;
	error = scales[funnel->way].error(funnel, unit);
	return error > 0 && isfinite(error) ? error : NAN;
}

/* With what units differ by beyond chance. */
static double
widened(const struct funnel *funnel, double error)
{
	if (funnel->form == OVERDISPERSION_MULTIPLICATIVE && funnel->phi > 1)
		return error * sqrt(funnel->phi);
	if (funnel->form == OVERDISPERSION_ADDITIVE && funnel->tau2 > 0)
		return sqrt(error * error + funnel->tau2);
	return error;
}

static double
z_of(const struct funnel *funnel, const struct funnel_unit *unit, double error)
{
	if (isnan(error))
		return NAN;
	if (!funnel_widens(funnel->way))
		return funnel_count_z(funnel, unit);
	return (place_of(funnel, unit) - scales[funnel->way].to(funnel->centre)) / error;
}

void
funnel_fit(struct funnel *funnel, struct funnel_unit *units, size_t count, double *scratch)
{
	double *z = scratch;
	double *errors = scratch + count;
	struct overdispersion found;

	for (size_t i = 0; i < count; i++) {
		errors[i] = error_of(funnel, &units[i]);
		z[i] = z_of(funnel, &units[i], errors[i]);
	}
	found = overdispersion_of(z, errors, count, &funnel->outliers, scratch + 2 * count);
	funnel->phi = found.phi;
	funnel->tau2 = funnel->form == OVERDISPERSION_ADDITIVE ? found.tau2 : NAN;
	for (size_t i = 0; i < count; i++) {
		units[i].z = z[i] * errors[i] / widened(funnel, errors[i]);
		if (!isfinite(units[i].z))
			units[i].z = NAN;
	}
}

bool
funnel_limits(
    const struct funnel *funnel, const struct funnel_unit *unit, double z, struct interval *limits)
{
	const struct scale *scale = &scales[funnel->way];
	double error = error_of(funnel, unit);
	double centre, reach;

	if (isnan(error))
		return false;
	if (!funnel_widens(funnel->way)) {
		if (!funnel_count_limits(funnel, unit, z, limits))
			return false;
	} else {
		centre = scale->to(funnel->centre);
		reach = z * widened(funnel, error);
		*limits =
		    (struct interval){ scale->from(centre - reach), scale->from(centre + reach) };
	}
	if (funnel->model != FIGURE_NORMAL && limits->lower < 0)
		limits->lower = 0;
	if (funnel->model == FIGURE_BINOMIAL && limits->upper > 1)
		limits->upper = 1;
	return true;
}
