/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: the XmR chart. */
#include "control.h"

#include <math.h>
#include <stdbool.h>

/* 3 / 1.128, where 1.128 is the mean range of two normal values in sigmas,
 * and two thirds of it. */
#define THREE_SIGMA 2.66
#define TWO_SIGMA   (2.66 * 2 / 3)
#define RUN         7 /* points in a shift or a trend */

struct control_limits
control_limits(const double *values, size_t count)
{
	double sum = 0;
	double ranges = 0;
	double largest = fabs(values[0]);

	/* Sums of differences, so that a constant series has its own value as
	 * its centre, to the last bit. */
	for (size_t i = 1; i < count; i++) {
		sum += values[i] - values[0];
		ranges += fabs(values[i] - values[i - 1]);
		largest = fmax(largest, fabs(values[i]));
	}

	double centre = values[0] + sum / (double)count;
	double range = count > 1 ? ranges / (double)(count - 1) : 0;

	return (struct control_limits){
		.centre = centre,
		.lower = centre - THREE_SIGMA * range,
		.upper = centre + THREE_SIGMA * range,
		.lower_zone = centre - TWO_SIGMA * range,
		.upper_zone = centre + TWO_SIGMA * range,
		.noise = 1e-9 * largest,
	};
}

/* -1, 0, 1: value against a line.  What differs by the noise of binary
 * fractions lies on the line. */
static int
side(double value, double line, double noise)
{
	if (fabs(value - line) <= noise)
		return 0;
	return value < line ? -1 : 1;
}

/* -1, 0, 1: below the lower line, between the two, above the upper one. */
static int
beyond(double value, double lower, double upper, double noise)
{
	if (side(value, lower, noise) < 0)
		return -1;
	return side(value, upper, noise) > 0 ? 1 : 0;
}

static void
mark(unsigned char *signals, size_t first, size_t end, unsigned char signal)
{
	for (size_t i = first; i < end; i++)
		signals[i] |= signal;
}

static void
mark_shifts(
    const double *values, size_t count, const struct control_limits *limits, unsigned char *signals)
{
	size_t first = 0;
	int at = 0;

	for (size_t i = 0; i <= count; i++) {
		int here = i < count ? side(values[i], limits->centre, limits->noise) : 0;

		if (i < count && i != 0 && here == at)
			continue;
		if (at != 0 && i - first >= RUN)
			mark(signals, first, i, CONTROL_SHIFT);
		first = i;
		at = here;
	}
}

static void
mark_trends(
    const double *values, size_t count, const struct control_limits *limits, unsigned char *signals)
{
	size_t first = 0;
	int direction = 0;

	for (size_t i = 1; i <= count; i++) {
		int here = i < count ? side(values[i], values[i - 1], limits->noise) : 0;

		if (i < count && here == direction)
			continue;
		if (direction != 0 && i - first >= RUN)
			mark(signals, first, i, CONTROL_TREND);
		/* the turning point belongs to both runs */
		first = i - 1;
		direction = here;
	}
}

/* -1, 0, 1: the point is in the zone that counts for two of three. */
static int
zone_side(double value, const struct control_limits *limits, enum control_zone zone)
{
	if (zone == CONTROL_BETWEEN
	    && beyond(value, limits->lower, limits->upper, limits->noise) != 0)
		return 0;
	return beyond(value, limits->lower_zone, limits->upper_zone, limits->noise);
}

static void
mark_two_of_three(const double *values, size_t count, const struct control_limits *limits,
    enum control_zone zone, unsigned char *signals)
{
	for (size_t i = 2; i < count; i++) {
		int sides[3];

		for (size_t j = 0; j < 3; j++)
			sides[j] = zone_side(values[i - 2 + j], limits, zone);
		for (int wanted = -1; wanted <= 1; wanted += 2) {
			int found =
			    (sides[0] == wanted) + (sides[1] == wanted) + (sides[2] == wanted);

			for (size_t j = 0; found >= 2 && j < 3; j++)
				if (sides[j] == wanted)
					signals[i - 2 + j] |= CONTROL_TWO_OF_THREE;
		}
	}
}

void
control_signals(const double *values, size_t count, const struct control_limits *limits,
    enum control_zone zone, unsigned char *signals)
{
	for (size_t i = 0; i < count; i++) {
		int at = beyond(values[i], limits->lower, limits->upper, limits->noise);

		signals[i] = at != 0 ? CONTROL_OUTSIDE : 0;
	}
	mark_shifts(values, count, limits, signals);
	mark_trends(values, count, limits, signals);
	mark_two_of_three(values, count, limits, zone, signals);
}
