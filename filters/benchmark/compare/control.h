/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control: the XmR chart (individual values and moving ranges).
 *
 * Limits are the mean -/+ 2.66 mean moving ranges (Shewhart; Wheeler and
 * Chambers 1992).  Two of its three sigmas stand at 1.7733 mean moving ranges.
 */
#ifndef MHSW_CONTROL_H
#define MHSW_CONTROL_H

#include <stddef.h>

/* Limits of fewer points move too much with each of them. */
#define CONTROL_MINIMUM 13

struct control_limits {
	double centre;
	double lower;
	double upper;
	double lower_zone; /* two sigma */
	double upper_zone;
	double noise; /* values closer than this are the same */
};

/* The rules that fired at a point, as a set. */
enum control_signal {
	CONTROL_OUTSIDE = 1,     /* beyond a limit */
	CONTROL_SHIFT = 2,       /* one of 7 or more in a row on one side of the mean */
	CONTROL_TREND = 4,       /* one of 7 or more in a row that rise, or fall */
	CONTROL_TWO_OF_THREE = 8 /* one of two in three beyond two sigma on one side */
};

enum control_zone {
	CONTROL_BEYOND, /* two of three: points beyond three sigma count as well */
	CONTROL_BETWEEN /* only points between two and three sigma */
};

/* count is above 0.  One value has limits at itself. */
struct control_limits control_limits(const double *values, size_t count);
/* Sets signals[i] to the rules that fired at values[i], which are in time
 * order. */
void control_signals(const double *values, size_t count, const struct control_limits *limits,
    enum control_zone zone, unsigned char *signals);

#endif
