/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_chart: the centre line and sigma of each kind of control chart. */
#include "control_chart.h"

#include "../../lib/memory.h"
#include "../../lib/quantile.h"

#include <math.h>
#include <stdlib.h>

/* The mean range of two normal values, in sigmas, and 3 / 1.128 as the field rounds it. */
#define RANGE_SIGMAS 1.128
#define THREE_SIGMA  2.66

/* The mean of moving ranges, without those that screening leaves out; 0 where there is no
 * range. */
static double
mean_range(const double *values, size_t count, bool screen)
{
	double most = INFINITY;
	double mean = 0;

	for (int pass = 0; pass <= (int)screen; pass++) {
		double sum = 0;
		size_t ranges = 0;

		for (size_t i = 1; i < count; i++) {
			double range = fabs(values[i] - values[i - 1]);

			if (range >= most)
				continue;
			sum += range;
			ranges++;
		}
		if (ranges == 0)
			break;
		mean = sum / (double)ranges;
		most = CONTROL_SCREEN * mean;
	}
	return mean;
}

/* By sums of differences, so that a constant series has its own value as its centre, to
 * the last bit. */
static double
mean_of(const double *values, size_t count)
{
	double sum = 0;

	for (size_t i = 1; i < count; i++)
		sum += values[i] - values[0];
	return values[0] + sum / (double)count;
}

/* Sorts the values. */
static double
median_of(double *values, size_t count)
{
	quantile_sort(values, count);
	return count % 2 != 0 ? values[count / 2]
	                      : values[count / 2 - 1] / 2 + values[count / 2] / 2;
}

/* All events over all n. */
static double
pooled(const struct control_sample *samples, size_t count, double multiplier)
{
	double events = 0;
	double n = 0;

	for (size_t i = 0; i < count; i++) {
		events += isnan(samples[i].events) ? samples[i].value / multiplier * samples[i].n
		                                   : samples[i].events;
		n += samples[i].n;
	}
	return events / n;
}

/* What the values vary more or less than by chance alone. */
static double
laney(const struct control_point *points, size_t count, bool screen, double *scratch)
{
	for (size_t i = 0; i < count; i++)
		scratch[i] = points[i].sigma > 0
		    ? (points[i].value - points[i].centre) / points[i].sigma
		    : 0;
	return mean_range(scratch, count, screen) / RANGE_SIGMAS;
}

static void
draw_counts(enum control_chart chart, const struct control_sample *samples, size_t count,
    size_t baseline, double multiplier, struct control_point *points)
{
	double level = pooled(samples, baseline, multiplier);
	double variance = level;

	if (chart == CONTROL_P || chart == CONTROL_P_PRIME)
		variance = level * (1 - level);
	for (size_t i = 0; i < count; i++) {
		points[i].centre = multiplier * level;
		points[i].sigma = multiplier * sqrt(fmax(variance, 0) / samples[i].n);
	}
}

static void
draw_values(enum control_chart chart, size_t count, size_t baseline, bool screen, double *scratch,
    struct control_point *points)
{
	double centre, sigma = NAN;

	if (chart == CONTROL_XMR) {
		centre = mean_of(scratch, baseline);
		sigma = THREE_SIGMA / 3 * mean_range(scratch, baseline, screen);
	} else {
		centre = median_of(scratch, baseline);
	}
	for (size_t i = 0; i < count; i++) {
		points[i].centre = centre;
		points[i].sigma = sigma;
	}
}

void
control_chart_draw(enum control_chart chart, const struct control_sample *samples, size_t count,
    size_t baseline, double multiplier, bool screen, struct control_point *points)
{
	double *scratch = xcalloc(baseline, sizeof(*scratch));

	for (size_t i = 0; i < count; i++)
		points[i].value = samples[i].value;
	for (size_t i = 0; i < baseline; i++)
		scratch[i] = samples[i].value;
	if (chart == CONTROL_XMR || chart == CONTROL_RUN)
		draw_values(chart, count, baseline, screen, scratch, points);
	else
		draw_counts(chart, samples, count, baseline, multiplier, points);
	if (chart == CONTROL_P_PRIME || chart == CONTROL_U_PRIME) {
		double more = laney(points, baseline, screen, scratch);

		for (size_t i = 0; i < count; i++)
			points[i].sigma *= more;
	}
	free(scratch);
}
