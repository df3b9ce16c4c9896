/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: the rules of control charts, each fired or not at every point. */
#include "control.h"

#include <math.h>

/* Lengths that have no dialects (Nelson 1984). */
#define ALTERNATING 14
#define WITHIN      15
#define BEYOND      8

struct stretch {
	const struct control_point *points;
	size_t count;
	double noise;
	unsigned *signals;
};

double
control_noise(const struct control_point *points, size_t count)
{
	double largest = 0;

	for (size_t i = 0; i < count; i++)
		largest = fmax(largest, fabs(points[i].value));
	return 1e-9 * largest;
}

/* -1, 0, 1: value against a line. */
static int
side(double value, double line, double noise)
{
	if (fabs(value - line) <= noise)
		return 0;
	return value < line ? -1 : 1;
}

int
control_side(const struct control_point *point, double noise)
{
	return side(point->value, point->centre, noise);
}

int
control_beyond(const struct control_point *point, double sigmas, double noise)
{
	double reach = sigmas * point->sigma;

	if (isnan(reach))
		return 0;
	if (side(point->value, point->centre - reach, noise) < 0)
		return -1;
	return side(point->value, point->centre + reach, noise) > 0 ? 1 : 0;
}

static void
mark(const struct stretch *stretch, size_t first, size_t end, unsigned signal)
{
	for (size_t i = first; i < end; i++)
		stretch->signals[i] |= signal;
}

/* What a row of points has in common; 0: the point belongs to none. */
typedef int common(const struct control_point *point, double noise);

static int
within(const struct control_point *point, double noise)
{
	/* where nothing varies, nothing is too close to the centre */
	return point->sigma > noise && control_beyond(point, 1, noise) == 0;
}

static int
beyond(const struct control_point *point, double noise)
{
	return control_beyond(point, 1, noise) != 0;
}

/* So many or more in a row that have the same in common. */
static void
mark_rows(const struct stretch *stretch, common *of, size_t length, unsigned signal)
{
	size_t first = 0;
	int at = 0;

	for (size_t i = 0; i <= stretch->count; i++) {
		int here = i < stretch->count ? of(&stretch->points[i], stretch->noise) : 0;

		if (i < stretch->count && i != 0 && here == at)
			continue;
		if (at != 0 && i - first >= length)
			mark(stretch, first, i, signal);
		first = i;
		at = here;
	}
}

/* -1, 0, 1: from the point before to this one it falls, stays, rises. */
static int
step(const struct stretch *stretch, size_t i)
{
	return side(stretch->points[i].value, stretch->points[i - 1].value, stretch->noise);
}

static void
mark_trends(const struct stretch *stretch, size_t length)
{
	size_t first = 0;
	int direction = 0;

	for (size_t i = 1; i <= stretch->count; i++) {
		int here = i < stretch->count ? step(stretch, i) : 0;

		if (i < stretch->count && here == direction)
			continue;
		/* the turning point belongs to both trends, and goes the way of the later */
		for (size_t j = first; direction != 0 && i - first >= length && j < i; j++)
			stretch->signals[j] = (stretch->signals[j] & ~(unsigned)CONTROL_RISES)
			    | CONTROL_TREND | (direction > 0 ? CONTROL_RISES : 0);
		first = i - 1;
		direction = here;
	}
}

static void
mark_alternating(const struct stretch *stretch)
{
	size_t first = 0;

	for (size_t i = 1; i <= stretch->count; i++) {
		int here = i < stretch->count ? step(stretch, i) : 0;

		/* a row of its own has two points that differ */
		if (here != 0 && (i == first + 1 || here == -step(stretch, i - 1)))
			continue;
		if (i - first >= ALTERNATING)
			mark(stretch, first, i, CONTROL_ALTERNATING);
		first = here != 0 ? i - 1 : i;
	}
}

/* Some of a window of points beyond so many sigmas on one side. */
struct pattern {
	size_t wanted;
	size_t window;
	double sigmas;
	bool between;  /* points beyond three sigma do not count */
	bool together; /* the whole window is on that side of the centre */
	unsigned signal;
};

static bool
counts(const struct stretch *stretch, const struct pattern *pattern, size_t i, int wanted)
{
	const struct control_point *point = &stretch->points[i];

	return control_beyond(point, pattern->sigmas, stretch->noise) == wanted
	    && !(pattern->between && control_beyond(point, 3, stretch->noise) != 0);
}

static void
mark_window(const struct stretch *stretch, const struct pattern *pattern, size_t first, int wanted)
{
	size_t end = first + pattern->window;
	size_t found = 0;

	for (size_t i = first; i < end; i++) {
		if (pattern->together
		    && control_side(&stretch->points[i], stretch->noise) != wanted)
			return;
		found += counts(stretch, pattern, i, wanted);
	}
	for (size_t i = first; found >= pattern->wanted && i < end; i++)
		if (counts(stretch, pattern, i, wanted))
			stretch->signals[i] |= pattern->signal;
}

static void
mark_pattern(const struct stretch *stretch, const struct pattern *pattern)
{
	for (size_t i = 0; i + pattern->window <= stretch->count; i++) {
		mark_window(stretch, pattern, i, -1);
		mark_window(stretch, pattern, i, 1);
	}
}

static void
mark_zones(const struct stretch *stretch, const struct control_rules *rules)
{
	const struct pattern two_of_three = { 2, 3, 2, rules->zone == CONTROL_ZONE_BETWEEN,
		rules->together, CONTROL_TWO_OF_THREE };
	const struct pattern four_of_five = { 4, 5, 1, false, false, CONTROL_FOUR_OF_FIVE };

	for (size_t i = 0; i < stretch->count; i++)
		if (control_beyond(&stretch->points[i], 3, stretch->noise) != 0)
			stretch->signals[i] |= CONTROL_OUTSIDE;
	if (rules->zone != CONTROL_ZONE_NONE)
		mark_pattern(stretch, &two_of_three);
	if (rules->four_of_five)
		mark_pattern(stretch, &four_of_five);
}

void
control_mark(const struct control_point *points, size_t count, const struct control_rules *rules,
    unsigned *signals)
{
	const struct stretch stretch = { points, count, control_noise(points, count), signals };

	for (size_t i = 0; i < count; i++)
		signals[i] = 0;
	mark_zones(&stretch, rules);
	if (rules->shift != 0)
		mark_rows(&stretch, control_side, rules->shift, CONTROL_SHIFT);
	if (rules->trend != 0)
		mark_trends(&stretch, rules->trend);
	if (rules->nelson) {
		mark_alternating(&stretch);
		mark_rows(&stretch, within, WITHIN, CONTROL_WITHIN);
		mark_rows(&stretch, beyond, BEYOND, CONTROL_BEYOND);
	}
	if (rules->anhoej)
		control_mark_runs(points, count, stretch.noise, signals);
}
