/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis: from figures and periods to pixels, with ticks that a person can read. */
#include "axis.h"

#include "../../lib/decimal.h"

#include <math.h>
#include <stdio.h>

void
axis_make(struct axis *axis, double low, double high, size_t count)
{
	double raw;
	double power;
	double share;

	if (!(high > low)) {
		double room = low == 0 ? 1 : fabs(low) * 0.1;

		low -= room;
		high += room;
	}
	raw = (high - low) / (double)(count < 2 ? 2 : count);
	power = pow(10, floor(log10(raw)));
	share = raw / power;
	axis->step = (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power;
	axis->low = low;
	axis->high = high;
	axis->first = ceil(low / axis->step - 1e-9) * axis->step;
	axis->decimals = axis->step >= 1 ? 0 : (unsigned)fmin(9, ceil(-log10(axis->step) - 1e-9));
}

size_t
axis_ticks(const struct axis *axis)
{
	return (size_t)floor((axis->high - axis->first) / axis->step + 1e-9) + 1;
}

double
axis_tick(const struct axis *axis, size_t index)
{
	return axis->first + (double)index * axis->step;
}

double
axis_pixel(const struct axis *axis, double value)
{
	return axis->from
	    + (value - axis->low) / (axis->high - axis->low) * (axis->to - axis->from);
}

void
axis_label(const struct axis *axis, size_t index, char label[AXIS_LABEL_MAX])
{
	char number[DECIMAL_TEXT_MAX];

	decimal_write(axis_tick(axis, index), axis->decimals, number);
	snprintf(label, AXIS_LABEL_MAX, "%s%s", number, axis->percent ? "%" : "");
}

static const struct series_period *
period_of(const struct selection *selection, size_t column)
{
	return &selection->series->calendar[selection->columns[column]];
}

double
axis_time(const struct selection *selection, size_t column, double from, double to)
{
	size_t last = selection->column_count - 1;
	double share;

	if (last == 0)
		return (from + to) / 2;
	if (selection->series->dated) {
		double start = (double)date_days(period_of(selection, 0)->date);
		double end = (double)date_days(period_of(selection, last)->date);

		share =
		    ((double)date_days(period_of(selection, column)->date) - start) / (end - start);
	} else {
		share = (double)column / (double)last;
	}
	return from + share * (to - from);
}

bool
axis_follows(const struct selection *selection, size_t column)
{
	const struct series_period *period = period_of(selection, column);

	if (!selection->series->dated)
		return true;
	return date_days(date_period_next(period->date, period->length))
	    == date_days(period_of(selection, column + 1)->date);
}

/* The period's number on a scale where its neighbours are one apart, so that
 * every so many fall on round places: January, the first quarter. */
static long
ordinal(const struct selection *selection, size_t column)
{
	const struct series_period *period = period_of(selection, column);

	if (!selection->series->dated)
		return (long)column;
	switch (period->length) {
	case DATE_DAY:
		return (long)date_days(period->date);
	case DATE_MONTH:
		return period->date.year * 12L + period->date.month - 1;
	case DATE_QUARTER:
	case DATE_FINANCIAL_QUARTER:
		return period->date.year * 4L + (period->date.month - 1) / 3;
	case DATE_YEAR:
	case DATE_FINANCIAL_YEAR:
		break;
	}
	return period->date.year;
}

size_t
axis_marks(const struct selection *selection, double from, double to, double apart,
    struct axis_mark marks[AXIS_MARKS_MAX])
{
	static const long month_steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
	static const long quarter_steps[] = { 1, 2, 4, 8, 20, 40, 80, 200, 400 };
	static const long plain_steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 };
	const struct series *series = selection->series;
	enum date_period length = series->dated ? period_of(selection, 0)->length : DATE_DAY;
	bool months = series->dated && length == DATE_MONTH;
	bool quarters =
	    series->dated && (length == DATE_QUARTER || length == DATE_FINANCIAL_QUARTER);
	const long *steps = months ? month_steps : quarters ? quarter_steps : plain_steps;
	size_t step_count = months ? 11 : quarters ? 9 : 12;
	size_t last = selection->column_count - 1;
	long span = ordinal(selection, last) - ordinal(selection, 0);
	long step = steps[step_count - 1];
	size_t count = 0;

	for (size_t i = 0; i < step_count; i++) {
		/* a year alone is half as long as a month with its year */
		double need = months && steps[i] % 12 == 0 ? fmin(apart, 60) : apart;

		if (span == 0 || (to - from) * (double)steps[i] / (double)span >= need) {
			step = steps[i];
			apart = need;
			break;
		}
	}
	for (size_t i = 0; i <= last && count < AXIS_MARKS_MAX; i++) {
		struct axis_mark *mark = &marks[count];
		double pixel = axis_time(selection, i, from, to);

		if (ordinal(selection, i) % step != 0
		    || (count != 0 && pixel - marks[count - 1].pixel < apart * 0.9))
			continue;
		mark->pixel = pixel;
		if (months && step % 12 == 0)
			snprintf(mark->label, sizeof(mark->label), "%d",
			    period_of(selection, i)->date.year);
		else
			snprintf(mark->label, sizeof(mark->label), "%.60s",
			    series->dated ? period_of(selection, i)->label
			                  : series->periods.texts[selection->columns[i]]);
		count++;
	}
	return count;
}
