/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_axis: the scale on which twice and half are as far from 1. */
#include "ratio.h"

#include <math.h>

/* Both ends of the axis are at least as far from 1; the second where one of them is past 2. */
#define NEAR_END  1.25
#define FAR_END   2.0
#define REACH     3.0 /* times past the outermost ratio an interval is drawn */
#define ZERO_ROOM 1.5 /* for an arrow to 0 */
#define ROOM      1.04
#define TICK_GAP  10.0

static void
widen(double *low, double *high, const struct series_row *row, enum series_column column)
{
	/* 0 has no place on this scale: it is an arrow at the end */
	if (!series_shown(row, column) || series_number(row, column) <= 0)
		return;
	*low = fmin(*low, series_number(row, column));
	*high = fmax(*high, series_number(row, column));
}

static bool
add_tick(struct axis *axis, double tick)
{
	if (tick < axis->low || tick > axis->high)
		return true;
	if (axis->tick_count == AXIS_TICKS_MAX)
		return false;
	axis->ticks[axis->tick_count++] = tick;
	return true;
}

/* Ticks at the powers of the base, and at so many times each of them; they fit. */
static bool
set_powers(struct axis *axis, double base, double between)
{
	int first = (int)floor(log(axis->low) / log(base));
	int last = (int)floor(log(axis->high) / log(base) + 1e-9);

	axis->tick_count = 0;
	for (int i = first; i <= last; i++)
		if (!add_tick(axis, pow(base, i))
		    || (between > 1 && !add_tick(axis, pow(base, i) * between)))
			return false;
	return axis_labels_fit(axis, TICK_GAP);
}

/* Where all is near 1, ticks stand closer than at halves and doubles. */
static bool
set_near(struct axis *axis)
{
	static const double near[] = { 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2 };

	axis->tick_count = 0;
	for (size_t i = 0; i < sizeof(near) / sizeof(near[0]); i++)
		add_tick(axis, near[i]);
	return axis->low >= 0.5 && axis->high <= 2 && axis_labels_fit(axis, TICK_GAP);
}

static void
set_ticks(struct axis *axis)
{
	static const double bases[] = { 2, 4, 10, 100, 1000 };
	/* 0.5, 0.75, 1, 1.5, 2, 3, 4 where there are few doubles */
	bool fits = set_near(axis) || (axis->high / axis->low < 20 && set_powers(axis, 2, 1.5));

	for (size_t i = 0; !fits && i < sizeof(bases) / sizeof(bases[0]); i++)
		fits = set_powers(axis, bases[i], 0);
	if (!fits) {
		axis->tick_count = 0;
		add_tick(axis, 1);
	}
}

void
ratio_axis(struct axis *axis, const struct ratio_list *list)
{
	double point[2] = { 1, 1 };
	double all[2];
	double end;
	bool zero = false;

	for (size_t i = 0; i < list->count; i++) {
		const struct series_row *row = list->items[i].row;

		widen(&point[0], &point[1], row, SERIES_RATIO);
		zero = zero
		    || (series_shown(row, SERIES_RATIO) && series_number(row, SERIES_RATIO) <= 0);
	}
	all[0] = point[0];
	all[1] = point[1];
	for (size_t i = 0; i < list->count; i++) {
		widen(&all[0], &all[1], list->items[i].row, SERIES_RATIO_LOWER);
		widen(&all[0], &all[1], list->items[i].row, SERIES_RATIO_UPPER);
	}
	all[0] = fmax(all[0], point[0] / REACH);
	all[1] = fmin(all[1], point[1] * REACH);
	all[0] /= zero ? ZERO_ROOM : 1;
	end = all[0] < 1 / FAR_END || all[1] > FAR_END ? FAR_END : NEAR_END;
	*axis = (struct axis){ .from = axis->from,
		.to = axis->to,
		.logarithmic = true,
		.low = fmin(all[0], 1 / end) / ROOM,
		.high = fmax(all[1], end) * ROOM };
	axis->decimals = (unsigned)fmin(9, fmax(2, ceil(-log10(axis->low)) + 2));
	set_ticks(axis);
}
