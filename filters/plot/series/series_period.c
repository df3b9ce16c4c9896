/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series_period: the periods of the stream as dates, and their names for people. */
#include "series.h"

#include "../../lib/memory.h"

#include <stdio.h>

static const char *const month_names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
	"Sep", "Oct", "Nov", "Dec" };

/* 2024-02/2024-04, or days likewise: both ends are of one length, the second is later. */
static bool
read_window(struct series_period *period, const char *text)
{
	const char *slash = strchr(text, '/');
	size_t length = slash == NULL ? 0 : (size_t)(slash - text);
	struct date first;
	struct date last;

	if (slash == NULL || strlen(slash + 1) != length)
		return false;
	if (date_parse_month((struct field){ text, length }, &first)
	    && date_parse_month((struct field){ slash + 1, length }, &last)) {
		period->length = DATE_MONTH;
		period->window = (last.year - first.year) * 12L + last.month - first.month + 1;
	} else if (date_parse((struct field){ text, length }, &first)
	    && date_parse((struct field){ slash + 1, length }, &last)) {
		period->length = DATE_DAY;
		period->window = (long)(date_days(last) - date_days(first)) + 1;
	}
	if (period->window < 2) {
		period->window = 0;
		return false;
	}
	period->dated = true;
	period->date = first;
	if (period->length == DATE_DAY)
		snprintf(period->label, sizeof(period->label), "%d %s to %d %s %d", first.day,
		    month_names[first.month - 1], last.day, month_names[last.month - 1], last.year);
	else if (first.year == last.year)
		snprintf(period->label, sizeof(period->label), "%s to %s %d",
		    month_names[first.month - 1], month_names[last.month - 1], last.year);
	else
		snprintf(period->label, sizeof(period->label), "%s %d to %s %d",
		    month_names[first.month - 1], first.year, month_names[last.month - 1],
		    last.year);
	return true;
}

void
series_period_read(struct series_period *period, const char *text)
{
	const char *month;

	if (read_window(period, text))
		return;
	period->dated = date_parse_period(field_of(text), &period->date, &period->length);
	if (!period->dated)
		return;
	month = month_names[period->date.month - 1];
	if (period->length == DATE_MONTH)
		snprintf(period->label, sizeof(period->label), "%s %d", month, period->date.year);
	else if (period->length == DATE_DAY)
		snprintf(period->label, sizeof(period->label), "%d %s %d", period->date.day, month,
		    period->date.year);
	else
		snprintf(period->label, sizeof(period->label), "%.20s", text);
}

void
series_calendar(struct series *series)
{
	series->calendar = xcalloc(series->periods.count + 1, sizeof(series->calendar[0]));
	series->dated = series->periods.count != 0;
	for (size_t i = 0; i < series->periods.count; i++) {
		series_period_read(&series->calendar[i], series->periods.texts[i]);
		series->dated = series->dated && series->calendar[i].dated
		    && series->calendar[i].length == series->calendar[0].length
		    && series->calendar[i].window == series->calendar[0].window;
	}
}

int
series_period_order(const struct series *series, size_t a, size_t b)
{
	const struct series_period *first = &series->calendar[a];
	const struct series_period *second = &series->calendar[b];

	if (first->dated && second->dated) {
		int64_t one = date_days(first->date);
		int64_t two = date_days(second->date);

		if (one != two)
			return one < two ? -1 : 1;
	}
	return field_compare(
	    field_of(series->periods.texts[a]), field_of(series->periods.texts[b]));
}
