/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * benchmark_funnel: twelve units of shares, of rates and of means, for the tests of funnels.
 */
#ifndef BENCHMARK_FUNNEL_UNITS_H
#define BENCHMARK_FUNNEL_UNITS_H

#include "../../filters/benchmark/funnel/funnel.h"
#include "unit.h"

#define UNITS  12
#define PICKED 3

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const double counts[UNITS] = { 3, 9, 8, 21, 20, 44, 38, 81, 70, 125, 120, 231 };
static const double sizes[UNITS] = { 12, 25, 40, 60, 85, 110, 150, 200, 260, 330, 450, 600 };
static const double events[UNITS] = { 7, 5, 14, 10, 31, 27, 52, 49, 101, 82, 160, 190 };
static const double people[UNITS] = { 4.25, 7.5, 11.2, 15.75, 22.4, 31.05, 44.6, 60.33, 81.9,
	105.27, 140.8, 203.14 };
static const double means[UNITS] = { 3.2, 4.1, 3.9, 4.4, 3.5, 4.6, 3.75, 4.05, 4.9, 3.6, 4.2,
	3.95 };
static const double errors[UNITS] = { 0.45, 0.31, 0.22, 0.3, 0.18, 0.25, 0.15, 0.12, 0.2, 0.1, 0.09,
	0.08 };

static const double z95 = 1.9599639845400542;
static const double z998 = 3.0902323061678135;

static void
set_units(struct funnel_unit *units, enum figure_model model)
{
	for (size_t i = 0; i < UNITS; i++) {
		units[i] = (struct funnel_unit){ means[i], NAN, errors[i], 0 };
		if (model == FIGURE_BINOMIAL)
			units[i] = (struct funnel_unit){ counts[i] / sizes[i], sizes[i], NAN, 0 };
		else if (model == FIGURE_POISSON)
			units[i] = (struct funnel_unit){ events[i] / people[i], people[i], NAN, 0 };
	}
}

static void
check_limits(const struct funnel *funnel, const struct funnel_unit *unit, const double *limits)
{
	struct interval found;

	CHECK(funnel_limits(funnel, unit, z95, &found));
	CHECK_NUMBER(found.lower, limits[0], 1e-12);
	CHECK_NUMBER(found.upper, limits[1], 1e-12);
	CHECK(funnel_limits(funnel, unit, z998, &found));
	CHECK_NUMBER(found.lower, limits[2], 1e-12);
	CHECK_NUMBER(found.upper, limits[3], 1e-12);
}

#endif
