/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * funnel: limits that most units of one true value keep, each at its own size
 * (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202).
 */
#ifndef BENCHMARK_FUNNEL_H
#define BENCHMARK_FUNNEL_H

#include "../../lib/interval.h"
#include "../figure/figure.h"
#include "overdispersion.h"

#include <stddef.h>

/* On which scale, or by which distribution, limits are drawn. */
enum funnel_way {
	FUNNEL_NORMAL,  /* the value itself */
	FUNNEL_ARCSINE, /* shares */
	FUNNEL_SQRT,    /* rates */
	FUNNEL_LOG,     /* rates */
	FUNNEL_COUNTS,  /* rates that are a count over another one, by the log */
	FUNNEL_EXACT,   /* shares and rates: quantiles, drawn between whole numbers */
	FUNNEL_CHISQ,   /* rates: exact limits of a count that is as many as expected */
	FUNNEL_EVENTS,  /* rates: where the centre leaves the exact limits of the unit's events */
	FUNNEL_WAYS
};

/* Values are those before the multiplier. */
struct funnel_unit {
	double value; /* share, rate or mean */
	double n;
	double error; /* of FIGURE_NORMAL */
	double z;     /* found by funnel_fit; NaN: it has none */
};

struct funnel {
	enum funnel_way way;
	enum figure_model model;
	enum overdispersion_form form;
	struct outliers outliers;
	double centre;
	double phi;
	double tau2; /* NaN unless the form is additive */
};

/* The way goes with the model. */
bool funnel_suits(enum funnel_way way, enum figure_model model);
/* It has a scale on which errors can be made wider. */
bool funnel_widens(enum funnel_way way);
/* Finds phi, tau2 and each unit's z; the fields before phi are set.  scratch: room for
 * 4 * count. */
void funnel_fit(struct funnel *funnel, struct funnel_unit *units, size_t count, double *scratch);
/* The limits at a unit's size, z standard errors off the centre; false where it has none. */
bool funnel_limits(
    const struct funnel *funnel, const struct funnel_unit *unit, double z, struct interval *limits);
/* The p of a z, on both sides. */
double funnel_p(double z);

#endif
