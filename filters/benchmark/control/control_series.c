/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_series: the figures of one unit as the points of a control chart. */
#include "control_series.h"

#include <math.h>

bool
control_counts(enum control_chart chart)
{
	return chart != CONTROL_XMR && chart != CONTROL_RUN;
}

bool
control_takes_shares(enum control_chart chart)
{
	return chart == CONTROL_P || chart == CONTROL_P_PRIME;
}

static bool
suits(enum control_chart chart, const struct figure *figure)
{
	if (!figure->given)
		return figure->model
		    == (control_takes_shares(chart) ? FIGURE_BINOMIAL : FIGURE_POISSON);
	return figure->n > 0 && figure->events >= 0
	    && (!control_takes_shares(chart) || figure->events <= figure->n);
}

/* Of given figures nobody says in which units they are: the power of ten that their counts
 * are to be multiplied by, where there is one near; else NaN. */
static double
given_multiplier(const struct compare_set *set)
{
	double values = 0;
	double events = 0;
	double power;

	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		if (figure->state != FIGURE_SHOWN)
			continue;
		values += figure->published * figure->n;
		events += figure->events;
	}
	power = pow(10, round(log10(values / events)));
	return fabs(values / events - power) <= 0.1 * power ? power : NAN;
}

struct control_series
control_series_of(const struct compare_set *set)
{
	struct control_series series = { set, set->options->control.chart,
		set->measure->multiplier };
	bool given = false;

	if (!control_counts(series.chart))
		return series;
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		given = given || figure->given;
		if (figure->state == FIGURE_SHOWN && !suits(series.chart, figure))
			series.chart = CONTROL_XMR;
	}
	if (!given || series.chart == CONTROL_XMR)
		return series;
	series.multiplier = given_multiplier(set);
	if (isnan(series.multiplier))
		series.chart = CONTROL_XMR;
	return series;
}

bool
control_is_point(const struct control_series *series, size_t member)
{
	const struct figure *figure = &series->set->members[member].figure;

	return figure->state == FIGURE_SHOWN && (!control_counts(series->chart) || figure->n > 0);
}

/* Counts that are rounded apart may be far from the published share: they are taken where
 * they are as near to it as its own rounding lets them be. */
struct control_sample
control_sample_of(const struct control_series *series, size_t member)
{
	const struct figure *figure = &series->set->members[member].figure;
	struct control_sample sample = { figure->published, figure->n, figure->events };
	double step = pow(10, -(double)figure->decimals);
	double value = series->multiplier * figure->events / figure->n;

	if (control_takes_shares(series->chart) && !figure->given
	    && fabs(value - figure->published) > step / 2 * (1 + 1e-9))
		sample.events = NAN;
	return sample;
}

bool
control_overlaps(const struct control_series *series)
{
	const struct group *before = NULL;

	for (size_t i = 0; i < series->set->count; i++) {
		const struct group *group = series->set->members[i].group;

		if (!control_is_point(series, i))
			continue;
		if (before != NULL && group->day <= before->last)
			return true;
		before = group;
	}
	return false;
}
