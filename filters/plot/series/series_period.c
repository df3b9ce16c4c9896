/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series_period: the periods of the stream as dates, and their names for people. */
#include "series.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const month_names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
	"Sep", "Oct", "Nov", "Dec" };

/* "Feb to Apr 2024", "Dec 2023 to Feb 2024", "5 Feb to 11 Feb 2024". */
static void
write_span(char label[SERIES_PERIOD_MAX], const char *between, struct date first, struct date last,
    enum date_period length)
{
	char days[2][8] = { "", "" };
	char year[8] = "";

	if (length == DATE_DAY) {
		snprintf(days[0], sizeof(days[0]), "%d ", first.day);
		snprintf(days[1], sizeof(days[1]), "%d ", last.day);
	}
	if (first.year != last.year)
		snprintf(year, sizeof(year), " %d", first.year);
	snprintf(label, SERIES_PERIOD_MAX, "%s%s%s%s%s%s %d", days[0], month_names[first.month - 1],
	    year, between, days[1], month_names[last.month - 1], last.year);
}

/* A quarter by its months, a financial one by its name as well. */
static void
write_quarter(struct series_period *period, const char *text)
{
	char months[SERIES_PERIOD_MAX];

	write_span(months, " to ", period->date, series_period_end(period), DATE_MONTH);
	if (period->length == DATE_QUARTER) {
		snprintf(period->label, sizeof(period->label), "%s", months);
		snprintf(period->brief, sizeof(period->brief), "Q%d %d",
		    (period->date.month + 2) / 3, period->date.year);
	} else {
		/* 2025/26-Q1 */
		snprintf(period->brief, sizeof(period->brief), "%.7s %.2s", text, text + 8);
		snprintf(
		    period->label, sizeof(period->label), "%.20s (%.12s)", months, period->brief);
	}
}

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
	write_span(period->label, " to ", first, last, period->length);
	write_span(period->brief, "\xe2\x80\x93", first, last, period->length);
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
	if (period->length == DATE_QUARTER || period->length == DATE_FINANCIAL_QUARTER) {
		write_quarter(period, text);
		return;
	}
	if (period->length == DATE_MONTH)
		snprintf(period->label, sizeof(period->label), "%s %d", month, period->date.year);
	else if (period->length == DATE_DAY)
		snprintf(period->label, sizeof(period->label), "%d %s %d", period->date.day, month,
		    period->date.year);
	else
		snprintf(period->label, sizeof(period->label), "%.20s", text);
	memcpy(period->brief, period->label, sizeof(period->brief));
}

struct date
series_period_end(const struct series_period *period)
{
	struct date next = period->date;

	for (long i = 0; i < (period->window == 0 ? 1 : period->window); i++)
		next = date_period_next(next, period->length);
	return date_from_days(date_days(next) - 1);
}

long
series_period_covers(const struct series_period *period)
{
	static const long months[] = { [DATE_DAY] = -1,
		[DATE_MONTH] = 1,
		[DATE_QUARTER] = 3,
		[DATE_YEAR] = 12,
		[DATE_FINANCIAL_QUARTER] = 3,
		[DATE_FINANCIAL_YEAR] = 12 };

	return months[period->length] * (period->window == 0 ? 1 : period->window);
}

void
series_calendar(struct series *series)
{
	series->calendar = xcalloc(series->periods.count + 1, sizeof(series->calendar[0]));
	series->dated = series->periods.count != 0;
	for (size_t i = 0; i < series->periods.count; i++) {
		char *clean = label_clean(field_of(series->periods.texts[i]));
		/* before the list is read: it may move */
		size_t number = names_add(&series->texts, field_of(clean));

		series_period_read(&series->calendar[i], series->periods.texts[i]);
		series->calendar[i].text = series->texts.texts[number];
		free(clean);
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

	/* or three of them could be in no order */
	if (first->dated != second->dated)
		return first->dated ? -1 : 1;
	if (first->dated) {
		int64_t one = date_days(first->date);
		int64_t two = date_days(second->date);

		if (one != two)
			return one < two ? -1 : 1;
	}
	return field_compare(
	    field_of(series->periods.texts[a]), field_of(series->periods.texts[b]));
}
