/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control: the rules of control charts, each fired or not at every point.
 *
 * The points of one stretch, in time, each with the centre line and sigma of its chart
 * (control_chart.h).  A rule that asks for several points fires at those that make its
 * pattern.
 */
#ifndef MHSW_CONTROL_H
#define MHSW_CONTROL_H

#include <stdbool.h>
#include <stddef.h>

struct control_point {
	double value;
	double centre;
	double sigma; /* a third of the way to a limit; NaN: the chart has no limits */
};

/* The rules that fired at a point, as a set. */
enum control_signal {
	CONTROL_OUTSIDE = 1 << 0,      /* beyond three sigma */
	CONTROL_SHIFT = 1 << 1,        /* one of so many in a row on one side of the centre */
	CONTROL_TREND = 1 << 2,        /* one of so many in a row that rise, or fall */
	CONTROL_TWO_OF_THREE = 1 << 3, /* one of two in three beyond two sigma on one side */
	CONTROL_FOUR_OF_FIVE = 1 << 4, /* one of four in five beyond one sigma on one side */
	CONTROL_ALTERNATING = 1 << 5,  /* one of 14 that rise and fall in turn */
	CONTROL_WITHIN = 1 << 6,       /* one of 15 in a row within one sigma */
	CONTROL_BEYOND = 1 << 7,       /* one of 8 in a row beyond one sigma, either side */
	CONTROL_LONG_RUN = 1 << 8,     /* Anhoej: of a run too long for so many points */
	CONTROL_FEW_CROSSINGS = 1 << 9 /* Anhoej: the stretch crosses its centre too seldom */
};
/* Beside them: where a trend fired, it rises. */
#define CONTROL_RISES (1 << 10)

/* Which points count for two of three. */
enum control_zone {
	CONTROL_ZONE_NONE,   /* no such rule */
	CONTROL_ZONE_BEYOND, /* points beyond three sigma as well */
	CONTROL_ZONE_BETWEEN /* only those between two and three sigma */
};

/* A dialect; outside is a rule of each. */
struct control_rules {
	const char *name;
	size_t shift; /* points in a row; 0: no such rule */
	size_t trend; /* points, one more than its steps */
	enum control_zone zone;
	bool together; /* all three of the two of three on one side of the centre */
	bool four_of_five;
	bool nelson; /* alternating, within, beyond */
	bool anhoej; /* long run, few crossings */
};

/* All dialects, the default first; one without a name ends them. */
extern const struct control_rules control_dialects[];

/* Values closer than this are the same: what binary fractions add to the points. */
double control_noise(const struct control_point *points, size_t count);
/* -1, 0, 1: the point is below its centre, on it, above. */
int control_side(const struct control_point *point, double noise);
/* -1, 0, 1: it is below that many sigmas, within them, above. */
int control_beyond(const struct control_point *point, double sigmas, double noise);

/* Sets signals[i] to the rules that fired at points[i]. */
void control_mark(const struct control_point *points, size_t count,
    const struct control_rules *rules, unsigned *signals);
/* Adds to them what the runs analysis finds (control_runs.c). */
void control_mark_runs(
    const struct control_point *points, size_t count, double noise, unsigned *signals);

#endif
