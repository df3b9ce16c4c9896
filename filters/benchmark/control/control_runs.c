/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control_runs: the runs analysis of Anhoej (Anhoej and Olesen 2014): a run on one side of
 * the centre that is too long for so many points (Schilling 2012), or too few crossings of
 * the centre (Chen 2010).  Points on the centre are left out.
 */
#include "control.h"

#include <Rmath.h>

/* What chance alone has in 1 of 20. */
#define FEW 0.05

struct runs {
	size_t useful; /* points off the centre */
	size_t count;
	size_t longest_usual;
};

/* The end of the run that begins at first, and how many points off the centre it has. */
static size_t
run_end(
    const struct control_point *points, size_t count, size_t first, double noise, size_t *length)
{
	int at = 0;

	*length = 0;
	for (size_t i = first; i < count; i++) {
		int here = control_side(&points[i], noise);

		if (here != 0 && at != 0 && here != at)
			return i;
		if (here != 0) {
			at = here;
			++*length;
		}
	}
	return count;
}

static struct runs
count_runs(const struct control_point *points, size_t count, double noise)
{
	struct runs runs = { 0 };
	size_t length;

	for (size_t first = 0; first < count;) {
		first = run_end(points, count, first, noise, &length);
		runs.useful += length;
		runs.count += length != 0;
	}
	if (runs.useful != 0)
		runs.longest_usual = (size_t)lround(log2((double)runs.useful)) + 3;
	return runs;
}

/* Points off the centre from first to the end of its run. */
static void
mark_run(
    const struct control_point *points, size_t first, size_t end, double noise, unsigned *signals)
{
	for (size_t i = first; i < end; i++)
		if (control_side(&points[i], noise) != 0)
			signals[i] |= CONTROL_LONG_RUN;
}

void
control_mark_runs(const struct control_point *points, size_t count, double noise, unsigned *signals)
{
	struct runs runs = count_runs(points, count, noise);
	double least;

	if (runs.useful == 0)
		return;
	least = qbinom(FEW, (double)(runs.useful - 1), 0.5, 1, 0);
	for (size_t first = 0, end, length; first < count; first = end) {
		end = run_end(points, count, first, noise, &length);
		if (length > runs.longest_usual)
			mark_run(points, first, end, noise, signals);
	}
	for (size_t i = 0; (double)(runs.count - 1) < least && i < count; i++)
		signals[i] |= CONTROL_FEW_CROSSINGS;
}
