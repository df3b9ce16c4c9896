/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control_chart: the centre line and sigma of each kind of control chart.
 *
 * xmr: the mean of the values, and their mean moving range: limits at 2.66 of it, which
 * are three sigmas (Shewhart; Wheeler and Chambers 1992).  p: of shares, binomial, and u:
 * of rates, Poisson: limits follow each point's n (Montgomery 2009, chapter 7).
 * p-prime and u-prime: these times what the values vary more or less than that (Laney 2002).
 * run: the median, without limits.
 */
#ifndef BENCHMARK_CONTROL_CHART_H
#define BENCHMARK_CONTROL_CHART_H

#include "control.h"

enum control_chart {
	CONTROL_XMR,
	CONTROL_P,
	CONTROL_U,
	CONTROL_P_PRIME,
	CONTROL_U_PRIME,
	CONTROL_RUN
};

struct control_sample {
	double value;
	double n;      /* of p and u: above 0 */
	double events; /* NaN: value / multiplier of n */
};

/* Moving ranges from this many means on are left out by screening: past the upper limit of
 * a chart of their own (Nelson 1982; Wheeler and Chambers 1992). */
#define CONTROL_SCREEN 3.267

/* Limits of fewer points move too much with each of them. */
#define CONTROL_MINIMUM 13
/* As few are enough where the user chose them, by a baseline or a rebase: a year of months. */
#define CONTROL_BASELINE 12

/* Fills points with the samples' values and the chart that the first baseline of them
 * make (at least 1).  multiplier: a value is that many times a share or a rate. */
void control_chart_draw(enum control_chart chart, const struct control_sample *samples,
    size_t count, size_t baseline, double multiplier, bool screen, struct control_point *points);

#endif
