/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_sizes: the axis of the units' sizes. */
#include "funnel_sizes.h"

#include "../canvas/axis.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#define TICKS_APART 16.0 /* pixels between the labels */

void
funnel_sizes_make(struct funnel_sizes *sizes, const struct funnel_point *points, size_t count)
{
	double least = INFINITY;
	double most = 0;

	for (size_t i = 0; i < count; i++) {
		least = fmin(least, points[i].size);
		most = fmax(most, points[i].size);
	}
	if (count == 0)
		least = most = 1;
	sizes->stretch = most > least * FUNNEL_LOG_TIMES ? FUNNEL_LOG
	    : most > least * FUNNEL_ROOT_TIMES           ? FUNNEL_ROOT
	                                                 : FUNNEL_LINEAR;
	sizes->low = sizes->stretch == FUNNEL_LOG ? least / 2 : 0;
	sizes->high = most * (sizes->stretch == FUNNEL_LOG ? 2 : 1.05);
}

static double
stretched(const struct funnel_sizes *sizes, double size)
{
	return sizes->stretch == FUNNEL_LOG ? log10(fmax(size, DBL_MIN))
	    : sizes->stretch == FUNNEL_ROOT ? sqrt(size)
	                                    : size;
}

double
funnel_sizes_pixel(const struct funnel_sizes *sizes, double size)
{
	double low = stretched(sizes, sizes->low);
	double high = stretched(sizes, sizes->high);

	return sizes->from
	    + (stretched(sizes, size) - low) / (high - low) * (sizes->to - sizes->from);
}

double
funnel_sizes_at(const struct funnel_sizes *sizes, double pixel)
{
	double low = stretched(sizes, sizes->low);
	double high = stretched(sizes, sizes->high);
	double place = low + (pixel - sizes->from) / (sizes->to - sizes->from) * (high - low);

	return sizes->stretch == FUNNEL_LOG ? pow(10, place)
	    : sizes->stretch == FUNNEL_ROOT ? place * place
	                                    : place;
}

static void
write_size(double size, char text[FUNNEL_TICK_TEXT])
{
	char digits[FUNNEL_TICK_TEXT];
	size_t length;
	size_t at = 0;

	/* no sign before a nought */
	size = fmax(size, 0) + 0.0;
	if (size < 1 && size > 0) {
		snprintf(text, FUNNEL_TICK_TEXT, "%g", size);
		return;
	}
	length = (size_t)snprintf(digits, sizeof(digits), "%.0f", size);
	for (size_t i = 0; i < length && at + 2 < FUNNEL_TICK_TEXT; i++) {
		if (i != 0 && (length - i) % 3 == 0)
			text[at++] = ',';
		text[at++] = digits[i];
	}
	text[at] = '\0';
}

/* Adds the tick unless its label would touch that of one before. */
static void
add(const struct funnel_sizes *sizes, double size, struct funnel_tick *ticks, size_t *count)
{
	struct funnel_tick tick = { .pixel = funnel_sizes_pixel(sizes, size) };
	double half;

	if (*count == FUNNEL_TICKS_MAX || tick.pixel < sizes->from - 0.5
	    || tick.pixel > sizes->to + 0.5)
		return;
	write_size(size, tick.text);
	half = label_width(field_of(tick.text), THEME_TEXT, false) / 2;
	for (size_t i = 0; i < *count; i++)
		if (fabs(tick.pixel - ticks[i].pixel) < half + TICKS_APART
		        + label_width(field_of(ticks[i].text), THEME_TEXT, false) / 2)
			return;
	ticks[(*count)++] = tick;
}

size_t
funnel_sizes_ticks(const struct funnel_sizes *sizes, struct funnel_tick ticks[FUNNEL_TICKS_MAX])
{
	static const double steps[] = { 1, 5, 2 };
	size_t count = 0;
	struct axis axis;

	if (sizes->stretch == FUNNEL_LINEAR) {
		axis_make(&axis, 0, sizes->high, (size_t)fmax(2, (sizes->to - sizes->from) / 90));
		for (size_t i = 0; i < axis_ticks(&axis); i++)
			add(sizes, axis_tick(&axis, i), ticks, &count);
		return count;
	}
	if (sizes->stretch == FUNNEL_ROOT)
		add(sizes, 0, ticks, &count);
	/* powers of ten come before their halves, the large ones first */
	for (size_t i = 0; i < 3; i++)
		for (int power = (int)floor(log10(sizes->high)); power >= -3; power--)
			if (steps[i] * pow(10, power) >= sizes->low)
				add(sizes, steps[i] * pow(10, power), ticks, &count);
	return count;
}
