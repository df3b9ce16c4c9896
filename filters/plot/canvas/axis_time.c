/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis_time: from periods to pixels, with marks at round places of the calendar. */
#include "axis.h"

#include "label.h"
#include "theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Between one label and the next. */
#define GAP 14.0
/* A name of what is no date is cut there. */
#define NAME_WIDTH 140.0

static const struct series_period *
period_of(const struct selection *selection, size_t column)
{
	return &selection->series->calendar[selection->periods[column]];
}

static double
day_of(const struct selection *selection, size_t column)
{
	return (double)date_days(period_of(selection, column)->date);
}

/* All periods are dates, and not all the same one. */
static bool
by_days(const struct selection *selection)
{
	return selection->series->dated && selection->period_count > 1
	    && day_of(selection, selection->period_count - 1) > day_of(selection, 0);
}

static double
day_pixel(const struct selection *selection, double day, double from, double to)
{
	double start = day_of(selection, 0);
	double end = day_of(selection, selection->period_count - 1);

	return from + (day - start) / (end - start) * (to - from);
}

double
axis_time(const struct selection *selection, size_t column, double from, double to)
{
	if (selection->period_count < 2)
		return (from + to) / 2;
	if (by_days(selection))
		return day_pixel(selection, day_of(selection, column), from, to);
	return from + (double)column / (double)(selection->period_count - 1) * (to - from);
}

static long
month_of(struct date date)
{
	return date.year * 12L + date.month - 1;
}

static struct date
date_of_month(long month)
{
	return (struct date){ (int)(month / 12), (int)(month % 12) + 1, 1 };
}

/* From a column's begin to the next one's: days, or months of windows. */
static long
distance(const struct selection *selection, size_t column)
{
	struct date here = period_of(selection, column)->date;
	struct date next = period_of(selection, column + 1)->date;

	if (period_of(selection, column)->length == DATE_DAY)
		return (long)(date_days(next) - date_days(here));
	return month_of(next) - month_of(here);
}

bool
axis_follows(const struct selection *selection, size_t column)
{
	const struct series_period *period = period_of(selection, column);

	if (!selection->series->dated)
		return true;
	if (period->length == DATE_DAY || period->window) {
		for (size_t i = 0; i + 1 < selection->period_count; i++)
			if (distance(selection, i) < distance(selection, column))
				return false;
		return true;
	}
	return date_days(date_period_next(period->date, period->length))
	    == date_days(period_of(selection, column + 1)->date);
}

/* Marks that are being laid. */
struct marks {
	const struct selection *selection;
	const struct axis_room *room;
	struct axis_mark *marks;
	size_t count;
	double end; /* of the last label */
};

/* False where the label would touch the one before or stand outside. */
static bool
add(struct marks *marks, double pixel, const char *text)
{
	const struct axis_room *room = marks->room;
	struct axis_mark *mark = &marks->marks[marks->count];
	double half;

	if (marks->count == AXIS_MARKS_MAX)
		return false;
	*mark = (struct axis_mark){ .pixel = pixel, .x = pixel };
	snprintf(mark->label, sizeof(mark->label), "%s", text);
	half = label_width(field_of(mark->label), THEME_TEXT, false) / 2;
	if (room->high > room->low) {
		if (2 * half > room->high - room->low)
			return false;
		mark->x = fmin(fmax(mark->x, room->low + half), room->high - half);
	}
	if (marks->count != 0
	    && (mark->x - half < marks->end + GAP || pixel - mark[-1].pixel < room->apart))
		return false;
	marks->end = mark->x + half;
	marks->count++;
	return true;
}

/* The period's own words, cut where they are no date. */
static bool
add_column(struct marks *marks, size_t column)
{
	const struct selection *selection = marks->selection;
	const struct axis_room *room = marks->room;
	const struct series_period *period = period_of(selection, column);
	struct label label;
	double width = period->dated ? INFINITY : NAME_WIDTH;
	char *name = label_clean(
	    field_of(period->dated ? period->brief
	                           : selection->series->periods.texts[selection->periods[column]]));
	bool good;

	if (room->high > room->low)
		width = fmin(width, room->high - room->low);
	label_wrap(&label, name, THEME_TEXT, false, width, 1);
	good = add(marks, axis_time(selection, column, room->from, room->to),
	    label.count == 0 ? "" : label.lines[0]);
	label_release(&label);
	free(name);
	return good;
}

/* A window is named as it is: the month that it begins with would be read as a month. */
static bool
add_window(struct marks *marks, long month)
{
	const struct selection *selection = marks->selection;

	for (size_t i = 0; i < selection->period_count; i++)
		if (month_of(period_of(selection, i)->date) == month)
			return add_column(marks, i);
	return true;
}

static void
name_month(enum date_period length, long step, long month, char out[AXIS_LABEL_MAX])
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	struct date date = date_of_month(month);

	if (length == DATE_FINANCIAL_QUARTER || length == DATE_FINANCIAL_YEAR
	    || (length == DATE_QUARTER && step < 12)) {
		struct series_period period = { 0 };
		char text[DATE_TEXT_MAX + 1];

		if (length == DATE_FINANCIAL_QUARTER && step % 12 == 0)
			length = DATE_FINANCIAL_YEAR;
		text[date_period_write(date, length, text)] = '\0';
		series_period_read(&period, text);
		snprintf(out, AXIS_LABEL_MAX, "%s", period.brief);
	} else if (length == DATE_YEAR || (step % 12 == 0 && length != DATE_DAY)) {
		snprintf(out, AXIS_LABEL_MAX, "%d", date.year);
	} else {
		snprintf(out, AXIS_LABEL_MAX, "%s %d", months[date.month - 1], date.year);
	}
}

/* Every so many months, at round places of the year, which begins in April where it is a
 * financial one. */
static bool
lay_months(struct marks *marks, long step)
{
	const struct selection *selection = marks->selection;
	const struct series_period *first = period_of(selection, 0);
	long offset =
	    first->length == DATE_FINANCIAL_QUARTER || first->length == DATE_FINANCIAL_YEAR ? 3 : 0;
	long start = month_of(first->date);
	long end = month_of(period_of(selection, selection->period_count - 1)->date);

	for (long month = start - (start - offset) % step; month <= end; month += step) {
		double day = (double)date_days(date_of_month(month));
		char text[AXIS_LABEL_MAX];

		if (day < day_of(selection, 0))
			continue;
		name_month(first->length, step, month, text);
		if (first->window
		        ? !add_window(marks, month)
		        : !add(marks, day_pixel(selection, day, marks->room->from, marks->room->to),
		            text))
			return false;
	}
	return true;
}

static bool
lay_days(struct marks *marks, long step)
{
	const struct selection *selection = marks->selection;
	int64_t end = date_days(period_of(selection, selection->period_count - 1)->date);

	for (int64_t day = date_days(period_of(selection, 0)->date); day <= end; day += step) {
		char month[AXIS_LABEL_MAX];
		char text[AXIS_LABEL_MAX + 8];
		struct date date = date_from_days(day);

		name_month(DATE_DAY, 1, month_of(date), month);
		snprintf(text, sizeof(text), "%d %s", date.day, month);
		if (!add(marks,
		        day_pixel(selection, (double)day, marks->room->from, marks->room->to),
		        text))
			return false;
	}
	return true;
}

static bool
lay_columns(struct marks *marks, long step)
{
	for (size_t i = 0; i < marks->selection->period_count; i += (size_t)step)
		if (!add_column(marks, i))
			return false;
	return true;
}

/* The first of these steps whose labels have room; a lone mark says too little. */
static bool
lay(struct marks *marks, bool (*way)(struct marks *, long), const long *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		marks->count = 0;
		if (way(marks, steps[i]) && marks->count > 1)
			return true;
	}
	return false;
}

size_t
axis_room_marks(const struct selection *selection, const struct axis_room *room,
    struct axis_mark marks[AXIS_MARKS_MAX])
{
	static const long day_steps[] = { 1, 2, 7, 14 };
	static const long month_steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
	static const long plain_steps[] = { 1, 2, 5, 10, 20, 50, 100, 200 };
	struct marks all = { .selection = selection, .room = room, .marks = marks };
	size_t last = selection->period_count - 1;

	if (selection->period_count == 0)
		return 0;
	if (last != 0 && by_days(selection)) {
		enum date_period length = period_of(selection, 0)->length;
		size_t shortest = length == DATE_DAY || length == DATE_MONTH     ? 0
		    : length == DATE_QUARTER || length == DATE_FINANCIAL_QUARTER ? 2
		                                                                 : 4;

		if ((length == DATE_DAY && lay(&all, lay_days, day_steps, 4))
		    || lay(&all, lay_months, month_steps + shortest, 11 - shortest))
			return all.count;
	} else if (last != 0 && lay(&all, lay_columns, plain_steps, 8)) {
		return all.count;
	}
	/* no round place twice: the ends, as far as there is room */
	all.count = 0;
	add_column(&all, 0);
	if (last != 0)
		add_column(&all, last);
	return all.count;
}
