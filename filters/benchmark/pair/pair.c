/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pair: two figures of one measure beside each other. */
#include "pair.h"

#include <math.h>

static struct pair_side
side_of(const struct measure *measure, const struct figure *figure, enum figure_model model)
{
	struct pair_side side = { .value = figure->published,
		.n = figure->n,
		.events = figure->events,
		.error = figure->model == FIGURE_NORMAL ? figure->error : NAN };

	if (model == FIGURE_NORMAL)
		return side;
	if (isnan(side.events))
		side.events = figure->published / measure->multiplier * figure->n;
	side.value = measure->multiplier * side.events / side.n;
	return side;
}

struct pair
pair_of(const struct measure *measure, const struct figure *first, const struct figure *second)
{
	struct pair pair = { .model = first->model, .multiplier = measure->multiplier };

	/* given figures may have a base here and none there */
	if (first->model != second->model || !(first->n > 0) || !(second->n > 0))
		pair.model = FIGURE_NORMAL;
	pair.first = side_of(measure, first, pair.model);
	pair.second = side_of(measure, second, pair.model);
	return pair;
}

double
pair_ratio(const struct pair *pair)
{
	if (!(pair->second.value > 0) || pair->first.value < 0)
		return NAN;
	return pair->first.value / pair->second.value;
}

double
pair_difference(const struct pair *pair)
{
	return pair->first.value - pair->second.value;
}

/* By the delta method on the logarithm: its variance is the sum of the squares of the
 * relative errors (Armitage, Berry and Matthews 2002, section 5.3). */
static enum pair_method
delta_limits(const struct pair *pair, double confidence, struct interval *limits)
{
	const struct pair_side *first = &pair->first;
	const struct pair_side *second = &pair->second;
	double reach;

	if (!(first->value > 0) || !(second->value > 0))
		return PAIR_NONE;
	reach = interval_z(confidence)
	    * hypot(first->error / first->value, second->error / second->value);
	if (isnan(reach))
		return PAIR_NONE;
	limits->lower = first->value / second->value * exp(-reach);
	limits->upper = first->value / second->value * exp(reach);
	return PAIR_DELTA;
}

enum pair_method
pair_ratio_limits(const struct pair *pair, double confidence, struct interval *limits)
{
	const struct pair_side *first = &pair->first;
	const struct pair_side *second = &pair->second;
	bool shares = pair->model == FIGURE_BINOMIAL;

	if (pair->model == FIGURE_NORMAL)
		return delta_limits(pair, confidence, limits);
	if (shares
	    && interval_risk_ratio(
	        first->events, first->n, second->events, second->n, confidence, limits))
		return PAIR_KATZ;
	if (!shares
	    && interval_rate_ratio(
	        first->events, first->n, second->events, second->n, confidence, limits))
		return PAIR_RATE_LOG;
	/* a share varies less than a count does, so for shares this is on the safe side */
	if (interval_rate_ratio_exact(
	        first->events, first->n, second->events, second->n, confidence, limits))
		return shares ? PAIR_RISK_EXACT : PAIR_RATE_EXACT;
	return PAIR_NONE;
}

/* Of rates of few events, whose normal limits would be too near: the limits of each rate
 * joined as Newcombe joins those of shares (Zou and Donner 2008). */
static enum pair_method
join_rates(const struct pair *pair, double confidence, struct interval *limits)
{
	const struct pair_side *first = &pair->first;
	const struct pair_side *second = &pair->second;
	double per_first = pair->multiplier / first->n;
	double per_second = pair->multiplier / second->n;
	struct interval events, others;

	if (!interval_count(first->events, confidence, &events)
	    || !interval_count(second->events, confidence, &others))
		return PAIR_NONE;
	limits->lower = pair_difference(pair)
	    - hypot(
	        first->value - per_first * events.lower, per_second * others.upper - second->value);
	limits->upper = pair_difference(pair)
	    + hypot(
	        per_first * events.upper - first->value, second->value - per_second * others.lower);
	return PAIR_JOINED;
}

/* The standard error of a number of events is its square root. */
static double
error_of(const struct pair *pair, const struct pair_side *side)
{
	if (pair->model == FIGURE_POISSON)
		return pair->multiplier * sqrt(side->events) / side->n;
	return side->error;
}

enum pair_method
pair_difference_limits(const struct pair *pair, double confidence, struct interval *limits)
{
	const struct pair_side *first = &pair->first;
	const struct pair_side *second = &pair->second;

	if (pair->model == FIGURE_BINOMIAL) {
		if (!interval_risk_difference(
		        first->events, first->n, second->events, second->n, confidence, limits))
			return PAIR_NONE;
		limits->lower *= pair->multiplier;
		limits->upper *= pair->multiplier;
		return PAIR_NEWCOMBE;
	}
	if (pair->model == FIGURE_POISSON
	    && fmin(first->events, second->events) < INTERVAL_BYAR_FROM)
		return join_rates(pair, confidence, limits);
	return interval_difference(first->value, error_of(pair, first), second->value,
	           error_of(pair, second), confidence, limits)
	    ? PAIR_NORMAL
	    : PAIR_NONE;
}

const char *
pair_method_name(enum pair_method method)
{
	static const char *const names[] = { [PAIR_NONE] = "",
		[PAIR_KATZ] = "ratio_katz",
		[PAIR_RISK_EXACT] = "ratio_exact",
		[PAIR_RATE_LOG] = "ratio_log",
		[PAIR_RATE_EXACT] = "ratio_exact",
		[PAIR_DELTA] = "ratio_delta",
		[PAIR_NEWCOMBE] = "newcombe",
		[PAIR_JOINED] = "joined_byar",
		[PAIR_NORMAL] = "normal" };

	return names[method];
}
