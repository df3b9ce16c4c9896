/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_text: a heat map for a terminal, one line for each unit. */
#include "heatmap.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "heatmap_cells.h"

#include <stdlib.h>

#define BREAKS   " -/_"
#define HEAD_MAX 13 /* of a word in a head */

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
	char *figure = heatmap_cell_text(heatmap, row);
	bool none = row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY;

	buffer_append(text, " ", 1);
	terminal_right(text, none ? "-" : figure, width - 2);
	if (!none && series_shown(row, SERIES_VALUE))
		shade = shades[terminal_place(
		    heatmap_share(heatmap, column, series_number(row, SERIES_VALUE)), 0, 1, 4)];
	buffer_format(text, " %s", shade);
	free(figure);
}

/* The width of the column of names, at most two fifths of all. */
static size_t
names_width(const struct heatmap *heatmap, const struct selection *selection, size_t columns)
{
	size_t widest = 4;

	for (size_t i = 0; i < selection->unit_count; i++) {
		char *name = heatmap_unit(heatmap, selection, selection->units[i]);

		widest = terminal_larger(
		    widest, label_cells(field_of(name)) + (heatmap->grouped ? 2 : 0));
		free(name);
	}
	return widest > columns * 2 / 5 ? columns * 2 / 5 : widest;
}

static size_t
cells_width(const struct heatmap *heatmap, const struct selection *selection)
{
	size_t width = 7;

	for (size_t i = 0; i < selection->count; i++) {
		char *figure = heatmap_cell_text(heatmap, selection->rows[i]);

		width = terminal_larger(width, label_cells(field_of(figure)) + 2);
		free(figure);
	}
	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = column_text(selection, i);
		size_t cells = label_cells(field_of(name));

		width = terminal_larger(width, cells > HEAD_MAX ? HEAD_MAX : cells);
		free(name);
	}
	return width;
}

/* The name of a unit, below that of its group where it begins one. */
static void
add_name(const struct heatmap *heatmap, const struct selection *selection, size_t place,
    size_t names, size_t columns, struct buffer *text)
{
	size_t unit = selection->units[place];
	char *name = heatmap_unit(heatmap, selection, unit);

	if (heatmap->grouped && heatmap_begins(selection, place)) {
		char *base = heatmap_base(selection, unit);

		buffer_append_text(text, "  ");
		label_fit(text, field_of(base), columns - 2);
		terminal_end_line(text);
		free(base);
	}
	buffer_append_text(text, selection_own(selection, unit) ? "\xe2\x96\xb6 " : "  ");
	if (heatmap->grouped)
		buffer_append_text(text, "  ");
	label_fit(text, field_of(name), names - (heatmap->grouped ? 2 : 0));
	free(name);
}

/* Columns from .. to - 1 of all units, totals behind an empty line. */
static void
add_block(const struct heatmap *heatmap, const struct selection *selection, size_t from, size_t to,
    size_t names, size_t width, size_t columns, struct buffer *text)
{
	add_head(selection, from, to, names, width, text);
	for (int apart = 0; apart < 2; apart++) {
		bool any = false;

		for (size_t i = 0; i < selection->unit_count; i++) {
			if (selection_apart(selection, selection->units[i]) != (apart == 1))
				continue;
			if (apart == 1 && !any)
				buffer_append_text(text, "\n");
			any = true;
			add_name(heatmap, selection, i, names, columns, text);
			for (size_t j = from; j < to; j++)
				add_cell(heatmap, selection_cell(selection, i, j), j, width, text);
			terminal_end_line(text);
		}
	}
}

/* Figures with a shade behind each; columns that do not fit follow below. */
void
heatmap_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct heatmap heatmap = { 0 };
	size_t names;
	size_t width;
	size_t room;

	heatmap_measure(&heatmap, selection);
	names = names_width(&heatmap, selection, columns);
	width = cells_width(&heatmap, selection);
	room = (columns - 2 - names) / (width + 1);
	room = room == 0 ? 1 : room;
	for (size_t from = 0; from < selection->column_count; from += room) {
		size_t to =
		    from + room < selection->column_count ? from + room : selection->column_count;

		buffer_append_text(text, from == 0 ? "" : "\n");
		add_block(&heatmap, selection, from, to, names, width, columns, text);
	}
	if (heatmap_any_lower(selection))
		buffer_append_text(text, "\n  \xe2\x86\x93 lower is better\n");
	heatmap_release(&heatmap);
}
