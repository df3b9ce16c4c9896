/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_text: a ranking for a terminal, with block characters. */
#include "ranked.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <math.h>
#include <stdlib.h>

/* Blocks from one place of the strip to another, an eighth of a cell exact at
 * the right end. */
static void
bar(struct buffer *text, double from, double to, size_t cells)
{
	static const char *const eighths[] = { "", "\xe2\x96\x8f", "\xe2\x96\x8e", "\xe2\x96\x8d",
		"\xe2\x96\x8c", "\xe2\x96\x8b", "\xe2\x96\x8a", "\xe2\x96\x89" };
	size_t used = (size_t)lround(from * (double)cells);
	size_t end = (size_t)floor(to * (double)cells + 1e-9);
	size_t rest = (size_t)floor((to * (double)cells - (double)end) * 8 + 1e-9);
	size_t at = 0;

	for (; at < used; at++)
		buffer_append(text, " ", 1);
	for (; at < end; at++)
		buffer_append_text(text, "\xe2\x96\x88");
	if (rest != 0 && at < cells) {
		buffer_append_text(text, eighths[rest & 7]);
		at++;
	}
	for (; at < cells; at++)
		buffer_append(text, " ", 1);
}

static char *
interval(const struct series_row *row)
{
	struct buffer out = { 0 };

	if (series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER))
		buffer_format(&out, "(%s to %s)", row->figures[SERIES_LOWER].text,
		    row->figures[SERIES_UPPER].text);
	return words_take(&out);
}

void
ranked_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	size_t names = terminal_widest_unit(selection, columns);
	size_t counts = 1;
	size_t values = 1;
	size_t intervals = 0;
	size_t cells;
	double low = 0;
	double high = 0;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		char *value = terminal_value(row);
		char *limits = interval(row);

		counts = terminal_larger(counts, strlen(words_count(row)->text));
		values = terminal_larger(values, label_cells(field_of(value)));
		intervals = terminal_larger(intervals, strlen(limits));
		if (series_shown(row, SERIES_VALUE)) {
			low = fmin(low, series_number(row, SERIES_VALUE));
			high = fmax(high, series_number(row, SERIES_VALUE));
		}
		free(value);
		free(limits);
	}
	if (2 + names + counts + values + intervals + 14 > columns)
		intervals = 0; /* the bars need room */
	cells = 2 + names + 1 + counts + 1 + 1 + values + 1 + intervals;
	cells = cells + 8 > columns ? 8 : columns - cells;
	buffer_append_text(text, "  ");
	label_fit(text, field_of("unit"), names);
	buffer_append(text, " ", 1);
	terminal_right(text, counts != 0 ? "n" : "", counts);
	buffer_append(text, "\n", 1);
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		char *value = terminal_value(row);
		char *limits = interval(row);

		terminal_unit(text, selection, row->unit, names);
		buffer_append(text, " ", 1);
		terminal_right(text, words_count(row)->text, counts);
		buffer_append(text, " ", 1);
		if (series_shown(row, SERIES_VALUE) && high > low) {
			double number = series_number(row, SERIES_VALUE);

			bar(text, (fmin(0, number) - low) / (high - low),
			    (fmax(0, number) - low) / (high - low), cells);
		} else {
			bar(text, 0, 0, cells);
		}
		buffer_append(text, " ", 1);
		terminal_right(text, value[0] == '\0' ? "-" : value, values);
		if (intervals != 0)
			buffer_format(text, " %s", limits);
		terminal_end_line(text);
		free(value);
		free(limits);
	}
}
