/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_text: a ranking for a terminal, with block characters. */
#include "ranked.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <math.h>
#include <stdlib.h>

#define CELLS_MIN ((size_t)8)

struct columns {
	const struct selection *selection;
	size_t names;
	size_t counts;
	size_t values;
	size_t intervals; /* 0: none */
	size_t cells;     /* of the strip */
	double low;
	double high;
	bool points;
	const struct series_row *peers;
};

static const char *const eighths[] = { "", "\xe2\x96\x8f", "\xe2\x96\x8e", "\xe2\x96\x8d",
	"\xe2\x96\x8c", "\xe2\x96\x8b", "\xe2\x96\x8a", "\xe2\x96\x89" };

static double
share(const struct columns *columns, double value)
{
	return columns->high > columns->low
	    ? (value - columns->low) / (columns->high - columns->low)
	    : 0;
}

static size_t
place(const struct columns *columns, const struct series_row *row, enum series_column column)
{
	return terminal_place(
	    series_number(row, column), columns->low, columns->high, columns->cells);
}

/* The cell of the median, or none. */
static size_t
median_cell(const struct columns *columns)
{
	return columns->peers == NULL ? columns->cells
	                              : place(columns, columns->peers, SERIES_MEDIAN);
}

/* Blocks from zero to the value, an eighth of a cell exact at the right end; the median as a
 * line where no block is. */
static void
add_bar(struct buffer *text, const struct columns *columns, const struct series_row *row)
{
	double value = series_shown(row, SERIES_VALUE) ? series_number(row, SERIES_VALUE) : 0;
	double cells = (double)columns->cells;
	double to = share(columns, fmax(0, value)) * cells;
	size_t used = (size_t)lround(share(columns, fmin(0, value)) * cells);
	size_t end = (size_t)floor(to + 1e-9);
	size_t rest = (size_t)floor((to - (double)end) * 8 + 1e-9);
	size_t median = median_cell(columns);

	for (size_t at = 0; at < columns->cells; at++) {
		if (at >= used && at < end)
			buffer_append_text(text, "\xe2\x96\x88");
		else if (at == end && end >= used && rest != 0)
			buffer_append_text(text, eighths[rest & 7]);
		else
			buffer_append_text(text, at == median ? "\xe2\x94\x86" : " ");
	}
}

/* The value on its interval: a point, and a line between two ends. */
static void
add_point(struct buffer *text, const struct columns *columns, const struct series_row *row)
{
	bool shown = series_shown(row, SERIES_VALUE);
	bool limits = shown && series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER);
	size_t point = shown ? place(columns, row, SERIES_VALUE) : columns->cells;
	size_t left = limits ? place(columns, row, SERIES_LOWER) : point;
	size_t right = limits ? place(columns, row, SERIES_UPPER) : point;
	size_t median = median_cell(columns);

	for (size_t at = 0; at < columns->cells; at++)
		buffer_append_text(text,
		    at == point                   ? "\xe2\x97\x8f"
		        : at == left && limits    ? "\xe2\x94\x9c"
		        : at == right && limits   ? "\xe2\x94\xa4"
		        : at > left && at < right ? "\xe2\x94\x80"
		        : at == median            ? "\xe2\x94\x86"
		                                  : " ");
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

static void
widen(double *low, double *high, const struct series_row *row, enum series_column column)
{
	if (!series_shown(row, column))
		return;
	*low = fmin(*low, series_number(row, column));
	*high = fmax(*high, series_number(row, column));
}

static struct columns
lay(const struct selection *selection, size_t width)
{
	struct columns columns = { .selection = selection,
		.names = terminal_widest_unit(selection, width),
		.counts = 1,
		.values = 1,
		.points = ranked_points(selection),
		.peers = ranked_peers(selection) };
	size_t taken;

	columns.low = columns.points ? INFINITY : 0;
	columns.high = columns.points ? -INFINITY : 0;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		char *value = terminal_value(row);
		char *limits = interval(row);

		columns.counts =
		    terminal_larger(columns.counts, label_cells(field_of(words_count(row)->text)));
		columns.values = terminal_larger(columns.values, label_cells(field_of(value)));
		columns.intervals = terminal_larger(columns.intervals, strlen(limits));
		widen(&columns.low, &columns.high, row, SERIES_VALUE);
		widen(&columns.low, &columns.high, row, SERIES_MEDIAN);
		for (enum series_column column = SERIES_LOWER;
		     columns.points && column <= SERIES_UPPER; column++)
			widen(&columns.low, &columns.high, row, column);
		free(value);
		free(limits);
	}
	if (2 + columns.names + columns.counts + columns.values + columns.intervals + 14 > width)
		columns.intervals = 0; /* the bars need room */
	taken = 2 + columns.names + 1 + columns.counts + 1 + 1 + columns.values
	    + (columns.intervals == 0 ? 0 : 1 + columns.intervals);
	columns.cells = taken + CELLS_MIN > width ? CELLS_MIN : width - taken;
	return columns;
}

static void
add_row(struct buffer *text, const struct columns *columns, const struct series_row *row)
{
	char *value = terminal_value(row);
	char *limits = interval(row);

	terminal_unit(text, columns->selection, row->unit, columns->names);
	buffer_append(text, " ", 1);
	terminal_right(text, words_count(row)->text, columns->counts);
	buffer_append(text, " ", 1);
	if (columns->points)
		add_point(text, columns, row);
	else
		add_bar(text, columns, row);
	buffer_append(text, " ", 1);
	terminal_right(text, value[0] == '\0' ? "-" : value, columns->values);
	if (columns->intervals != 0)
		buffer_format(text, " %s", limits);
	terminal_end_line(text);
	free(value);
	free(limits);
}

static void
add_median(struct buffer *text, const struct columns *columns)
{
	if (columns->peers == NULL)
		return;
	buffer_append_text(text, "  \xe2\x94\x86 median of units ");
	words_figure(text, columns->peers, SERIES_MEDIAN);
	buffer_append(text, "\n", 1);
}

void
ranked_text(const struct selection *selection, size_t width, struct buffer *text)
{
	struct columns columns = lay(selection, width);
	struct ranked_counts counts = ranked_counts(selection);
	size_t left_out = 0;

	buffer_append_text(text, "  ");
	label_fit(text, field_of("unit"), columns.names);
	buffer_append(text, " ", 1);
	terminal_right(text, "n", columns.counts);
	buffer_append(text, "\n", 1);
	for (size_t i = 0; i < counts.apart; i++)
		add_row(text, &columns, selection->rows[counts.shown + counts.held + i]);
	if (counts.apart != 0)
		buffer_append(text, "\n", 1);
	for (size_t i = 0; i < counts.shown + counts.held; i++) {
		if (i < counts.shown && !ranked_drawn(selection, i, counts.shown)) {
			left_out++;
			continue;
		}
		if (left_out != 0)
			buffer_format(text, "  \xe2\x80\xa6 %zu more not shown\n", left_out);
		left_out = 0;
		add_row(text, &columns, selection->rows[i]);
	}
	add_median(text, &columns);
}
