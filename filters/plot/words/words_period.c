/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words_period: periods in words. */
#include "words.h"

#include <stdio.h>

static const char *
undated(const struct selection *selection, size_t period)
{
	const char *text = selection->series->calendar[period].text;

	return strcmp(text, "all") == 0 ? "" : text;
}

const char *
words_period(const struct selection *selection, size_t period)
{
	const struct series_period *date;

	if (period == NAMES_NONE)
		return "";
	date = &selection->series->calendar[period];
	return date->dated ? date->label : undated(selection, period);
}

const char *
words_period_short(const struct selection *selection, size_t period)
{
	const struct series_period *date;

	if (period == NAMES_NONE)
		return "";
	date = &selection->series->calendar[period];
	return date->dated ? date->brief : undated(selection, period);
}

/* Of months and what is made of them: the month of that day. */
static void
add_month(struct buffer *out, struct date day)
{
	struct series_period period = { 0 };
	char text[DATE_TEXT_MAX + 1];

	text[date_period_write(day, DATE_MONTH, text)] = '\0';
	series_period_read(&period, text);
	buffer_append_text(out, period.label);
}

void
words_span(const struct selection *selection, size_t first, size_t last, struct buffer *out)
{
	const struct series_period *from = &selection->series->calendar[first];
	const struct series_period *to = &selection->series->calendar[last];
	/* years are their own names, and days have none that is shorter */
	bool months = from->dated && to->dated && series_period_covers(from) > 0
	    && series_period_covers(from) < 12 && series_period_covers(to) > 0
	    && series_period_covers(to) < 12;

	if (first == last) {
		buffer_append_text(out, words_period(selection, first));
	} else if (months) {
		add_month(out, from->date);
		buffer_append_text(out, " to ");
		add_month(out, series_period_end(to));
	} else {
		buffer_format(
		    out, "%s to %s", words_period(selection, first), words_period(selection, last));
	}
}

const char *
words_step(const struct selection *selection)
{
	static const char *const steps[] = { [DATE_DAY] = "day",
		[DATE_MONTH] = "month",
		[DATE_QUARTER] = "quarter",
		[DATE_YEAR] = "year",
		[DATE_FINANCIAL_QUARTER] = "quarter",
		[DATE_FINANCIAL_YEAR] = "year" };

	if (!selection->series->dated || selection->period_count == 0
	    || selection->series->calendar[selection->periods[0]].window != 0)
		return "period";
	return steps[selection->series->calendar[selection->periods[0]].length];
}
