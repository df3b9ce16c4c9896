/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_text: a heat map for a terminal, one line for each unit. */
#include "heatmap.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "heatmap_cells.h"

#include <stdlib.h>

#define BREAKS " -/_"

static char *
column_text(const struct selection *selection, size_t column)
{
	if (!selection->by_period)
		return heatmap_column(selection, column);
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
add_head(const struct selection *selection, size_t from, size_t to, size_t names, size_t width,
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
add_cell(const struct heatmap *heatmap, const struct series_row *row, size_t column, size_t width,
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
		shade = shades[terminal_place(
		    heatmap_share(heatmap, column, series_number(row, SERIES_VALUE)), 0, 1, 4)];
	buffer_format(text, " %s", shade);
}

/* Figures with a shade behind each; columns that do not fit follow below. */
void
heatmap_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct heatmap heatmap = { 0 };
	size_t names = terminal_widest_unit(selection, columns);
	size_t width = 7;
	size_t room;

	heatmap_measure(&heatmap, selection);
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
		add_head(selection, from, to, names, width, text);
		for (size_t unit = 0; unit < selection->unit_count; unit++) {
			terminal_unit(text, selection, selection->units[unit], names);
			for (size_t i = from; i < to; i++)
				add_cell(
				    &heatmap, selection_cell(selection, unit, i), i, width, text);
			terminal_end_line(text);
		}
	}
	heatmap_release(&heatmap);
}
