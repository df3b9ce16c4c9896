/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_grid: control charts and heat maps as text, one line for each period or unit. */
#include "terminal.h"

#include "heatmap.h"
#include "label.h"

#include <math.h>
#include <stdlib.h>

#define BREAKS " -/_"

static size_t
place(double value, double low, double high, size_t cells)
{
	return high > low ? (size_t)lround((value - low) / (high - low) * (double)(cells - 1))
	                  : cells / 2;
}

/* One line for each period, time running down: a strip with centre and limits. */
static void
control_row(const struct selection *selection, const struct series_row *row, size_t column,
    size_t values, const double *span, size_t cells, struct buffer *text)
{
	static const struct {
		enum series_column column;
		const char *mark;
	} marks[] = { { SERIES_LIMIT_LOWER, "\xe2\x95\x8e" },
		{ SERIES_LIMIT_UPPER, "\xe2\x95\x8e" }, { SERIES_CENTRE, "\xe2\x94\x82" },
		{ SERIES_VALUE, "\xe2\x97\x8f" } };
	const char *period = words_period(selection, selection->columns[column]);
	char *value = row == NULL ? xstrdup("") : terminal_value(row);
	bool signal = row != NULL && row->signal[0] != '\0' && series_shown(row, SERIES_VALUE);

	label_fit(text, field_of(period), 12);
	terminal_right(text, value[0] == '\0' ? "-" : value, values);
	buffer_append(text, " ", 1);
	for (size_t cell = 0; cell < cells; cell++) {
		const char *mark = " ";

		for (size_t i = 0; row != NULL && i < 4; i++)
			if (series_shown(row, marks[i].column)
			    && place(series_number(row, marks[i].column), span[0], span[1], cells)
			        == cell)
				mark = i == 3 && signal ? "\xe2\x97\x86" : marks[i].mark;
		buffer_append_text(text, mark);
	}
	if (signal)
		buffer_format(text, " %s", row->signal);
	terminal_end_line(text);
	free(value);
}

void
terminal_control(const struct selection *selection, size_t columns, struct buffer *text)
{
	double span[2] = { INFINITY, -INFINITY };
	size_t values = 1;
	size_t rules = 0;

	for (size_t i = 0; i < selection->count; i++) {
		static const enum series_column parts[] = { SERIES_VALUE, SERIES_LIMIT_LOWER,
			SERIES_LIMIT_UPPER };
		const struct series_row *row = selection->rows[i];
		char *value = terminal_value(row);

		values = terminal_larger(values, label_cells(field_of(value)));
		rules = terminal_larger(rules, strlen(row->signal) + 1);
		free(value);
		for (size_t j = 0; j < 3; j++)
			if (series_shown(row, parts[j])) {
				span[0] = fmin(span[0], series_number(row, parts[j]));
				span[1] = fmax(span[1], series_number(row, parts[j]));
			}
	}
	buffer_append_text(text,
	    selection->series->controlled
	        ? "\xe2\x97\x8f figure  \xe2\x97\x86 signal  \xe2\x94\x82 centre  "
	          "\xe2\x95\x8e limits\n"
	        : "");
	for (size_t unit = 0; unit < selection->unit_count; unit++) {
		if (selection->unit_count > 1) {
			buffer_append_text(text, "\n");
			terminal_unit(text, selection, selection->units[unit], columns - 2);
			terminal_end_line(text);
		}
		for (size_t i = 0; i < selection->column_count; i++)
			control_row(selection, selection_cell(selection, unit, i), i, values, span,
			    columns - 12 - values - 1 - (rules > columns / 3 ? columns / 3 : rules),
			    text);
	}
}

static char *
column_text(const struct selection *selection, size_t column)
{
	if (!selection->by_period)
		return words_measure(selection, selection->columns[column]);
	return label_clean(field_of(selection->series->periods.texts[selection->columns[column]]));
}

/* A name in lines of at most width cells, broken behind a blank, - / or _; a longer word
 * and what is too much for the lines there are end in an ellipsis when they are fitted. */
static size_t
split_name(const char *name, size_t width, struct field lines[HEATMAP_LINES])
{
	struct field rest = field_of(name);
	size_t count = 0;

	while (rest.length != 0 && count + 1 < HEATMAP_LINES && label_cells(rest) > width) {
		size_t take = 0;

		for (size_t at = strcspn(rest.data, BREAKS); at < rest.length;
		     at += 1 + strcspn(rest.data + at + 1, BREAKS)) {
			bool blank = rest.data[at] == ' ';
			struct field line = { rest.data, at + !blank };

			if (take != 0 && label_cells(line) > width)
				break;
			take = at + 1;
		}
		if (take == 0)
			break;
		lines[count++] = (struct field){ rest.data, take - (rest.data[take - 1] == ' ') };
		rest.data += take;
		rest.length -= take;
	}
	lines[count++] = rest;
	return count;
}

/* The names of the columns, those of several lines from the bottom up. */
static void
heatmap_head(const struct selection *selection, size_t from, size_t to, size_t names, size_t width,
    struct buffer *text)
{
	struct field lines[HEATMAP_LINES];
	size_t most = 1;

	for (size_t i = from; i < to; i++) {
		char *name = column_text(selection, i);

		most = terminal_larger(most, split_name(name, width, lines));
		free(name);
	}
	for (size_t line = 0; line < most; line++) {
		buffer_append_text(text, "  ");
		label_fit(text, field_of(line + 1 == most ? "unit" : ""), names);
		for (size_t i = from; i < to; i++) {
			char *name = column_text(selection, i);
			size_t above = most - split_name(name, width, lines);
			struct field part = line < above ? field_of("") : lines[line - above];
			struct buffer cut = { 0 };

			label_fit(
			    &cut, part, label_cells(part) > width ? width : label_cells(part));
			buffer_append(&cut, "", 1);
			buffer_append(text, " ", 1);
			terminal_right(text, cut.data, width);
			buffer_release(&cut);
			free(name);
		}
		terminal_end_line(text);
	}
}

static void
heatmap_cell(const struct series_row *row, const struct series_row *const ends[2], size_t width,
    struct buffer *text)
{
	static const char *const shades[] = { "\xe2\x96\x91", "\xe2\x96\x92", "\xe2\x96\x93",
		"\xe2\x96\x88" };
	const char *shade = " ";

	buffer_append(text, " ", 1);
	terminal_right(text,
	    row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY
	        ? "-"
	        : row->figures[SERIES_VALUE].text,
	    width - 2);
	if (row != NULL && series_shown(row, SERIES_VALUE))
		shade = shades[place(series_number(row, SERIES_VALUE),
		    series_number(ends[0], SERIES_VALUE), series_number(ends[1], SERIES_VALUE), 4)];
	buffer_format(text, " %s", shade);
}

/* Figures with a shade behind each; columns that do not fit follow below. */
void
terminal_heatmap(const struct selection *selection, size_t columns, struct buffer *text)
{
	const struct series_row *ends[2] = { NULL, NULL };
	size_t names = terminal_widest_unit(selection, columns);
	size_t width = 7;
	size_t room;

	words_extremes(selection, &ends[0], &ends[1]);
	for (size_t i = 0; i < selection->count; i++)
		width = terminal_larger(
		    width, strlen(selection->rows[i]->figures[SERIES_VALUE].text) + 2);
	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = column_text(selection, i);
		size_t cells = label_cells(field_of(name));

		width = terminal_larger(width, cells > 12 ? 12 : cells);
		free(name);
	}
	room = (columns - 2 - names) / (width + 1);
	room = room == 0 ? 1 : room;
	for (size_t from = 0; from < selection->column_count; from += room) {
		size_t to =
		    from + room < selection->column_count ? from + room : selection->column_count;

		buffer_append_text(text, from == 0 ? "" : "\n");
		heatmap_head(selection, from, to, names, width, text);
		for (size_t unit = 0; unit < selection->unit_count; unit++) {
			terminal_unit(text, selection, selection->units[unit], names);
			for (size_t i = from; i < to; i++)
				heatmap_cell(selection_cell(selection, unit, i), ends, width, text);
			terminal_end_line(text);
		}
	}
}
