/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis: from figures to pixels, with ticks that a person can read. */
#include "axis.h"

#include "../../lib/decimal.h"
#include "label.h"
#include "theme.h"

#include <math.h>
#include <stdio.h>

/* 1, 2 or 5 times a power of ten, so that about count steps make the range. */
static double
round_step(double range, size_t count)
{
	double raw = range / (double)(count < 2 ? 2 : count);
	double power = pow(10, floor(log10(raw)));
	double share = raw / power;

	return (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power;
}

static void
set_ticks(struct axis *axis, size_t count)
{
	double step = round_step(axis->high - axis->low, count);
	/* counted in steps, so that no error of a sum moves a tick; a tick that rounding put
	 * beside an end stands at it */
	double first = ceil(axis->low / step - 1e-9);
	double last = floor(axis->high / step + 1e-9);

	axis->decimals = step >= 1 ? 0 : (unsigned)fmin(9, ceil(-log10(step) - 1e-9));
	axis->tick_count = last < first ? 0 : (size_t)fmin(last - first + 1, AXIS_TICKS_MAX);
	for (size_t i = 0; i < axis->tick_count; i++)
		axis->ticks[i] = fmin(fmax((first + (double)i) * step, axis->low), axis->high);
}

static void
set_range(struct axis *axis, double low, double high)
{
	double size;

	if (!isfinite(low) || !isfinite(high)) {
		low = 0;
		high = 1;
	}
	size = fmax(fabs(low), fabs(high));
	if (!(high - low > size * 1e-9)) {
		double room = size < 1e-9 ? 1 : size * 0.1;

		low -= room;
		high += room;
	}
	*axis = (struct axis){ .low = low, .high = high, .from = axis->from, .to = axis->to };
}

void
axis_make(struct axis *axis, double low, double high, size_t count)
{
	set_range(axis, low, high);
	set_ticks(axis, count);
}

void
axis_make_percent(struct axis *axis, double low, double high, size_t count)
{
	set_range(axis, fmin(fmax(low, 0), 100), fmin(fmax(high, 0), 100));
	axis->percent = true;
	axis->low = fmax(axis->low, 0);
	axis->high = fmin(axis->high, 100);
	set_ticks(axis, count);
}

size_t
axis_ticks(const struct axis *axis)
{
	return axis->tick_count;
}

double
axis_tick(const struct axis *axis, size_t index)
{
	return axis->ticks[index];
}

double
axis_pixel(const struct axis *axis, double value)
{
	double share;

	if (axis->logarithmic)
		share = log(fmax(value, axis->low) / axis->low) / log(axis->high / axis->low);
	else
		share = (value - axis->low) / (axis->high - axis->low);
	return axis->from + share * (axis->to - axis->from);
}

void
axis_label(const struct axis *axis, size_t index, char label[AXIS_LABEL_MAX])
{
	char number[DECIMAL_TEXT_MAX];
	size_t digits;
	size_t at = 0;
	size_t from = 0;

	if (axis->logarithmic)
		decimal_write_short(axis_tick(axis, index), axis->decimals, number);
	else
		decimal_write(axis_tick(axis, index), axis->decimals, number);
	if (number[0] == '-')
		label[at++] = number[from++];
	digits = strspn(number + from, "0123456789");
	for (; number[from] != '\0' && at + 4 < AXIS_LABEL_MAX; from++) {
		label[at++] = number[from];
		if (digits > 1 && --digits % 3 == 0)
			label[at++] = ',';
	}
	if (axis->percent)
		label[at++] = '%';
	label[at] = '\0';
}

double
axis_label_width(const struct axis *axis)
{
	double width = 0;

	for (size_t i = 0; i < axis_ticks(axis); i++) {
		char label[AXIS_LABEL_MAX];

		axis_label(axis, i, label);
		width = fmax(width, label_width(field_of(label), THEME_TEXT, false));
	}
	return width;
}

bool
axis_labels_fit(const struct axis *axis, double gap)
{
	double need = axis_label_width(axis) + gap;

	for (size_t i = 1; i < axis->tick_count; i++)
		if (axis_pixel(axis, axis->ticks[i]) - axis_pixel(axis, axis->ticks[i - 1]) < need)
			return false;
	return true;
}
