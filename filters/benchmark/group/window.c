/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window: the days that a period covers. */
#include "window.h"

#include <string.h>

/* Months where both ends are those of months, else days as a number under 0. */
static int
length_of(int64_t day, int64_t last)
{
	struct date first = date_from_days(day);
	struct date next = date_from_days(last + 1);

	if (first.day != 1 || next.day != 1)
		return (int)-(last - day + 1);
	return (next.year - first.year) * 12 + next.month - first.month;
}

bool
window_between(struct field first, struct field last, struct window *window)
{
	struct date from, to;
	enum date_period from_length, to_length;

	if (!date_parse_period(first, &from, &from_length)
	    || !date_parse_period(last, &to, &to_length))
		return false;
	window->day = date_days(from);
	window->last = date_days(date_period_next(to, to_length)) - 1;
	if (window->last < window->day)
		return false;
	window->length = length_of(window->day, window->last);
	return true;
}

bool
window_of(struct field period, struct window *window)
{
	const char *slash;

	if (window_between(period, period, window))
		return true;
	/* a financial year has one as well, and was found above */
	slash = period.length != 0 ? memchr(period.data, '/', period.length) : NULL;
	if (slash == NULL)
		return false;

	size_t length = (size_t)(slash - period.data);

	return window_between((struct field){ period.data, length },
	    (struct field){ slash + 1, period.length - length - 1 }, window);
}

size_t
window_write(const struct window *window, char out[WINDOW_TEXT_MAX])
{
	enum date_period unit = window->length > 0 ? DATE_MONTH : DATE_DAY;
	size_t length = date_period_write(date_from_days(window->day), unit, out);

	if (window->length == 1 || window->length == -1)
		return length;
	out[length++] = '/';
	return length + date_period_write(date_from_days(window->last), unit, out + length);
}
