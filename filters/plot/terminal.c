/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal: the charts as text, with block characters, for a terminal. */
#include "terminal.h"

#include "chart.h"
#include "label.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS_MIN 40

static void
paragraph(struct buffer *text, const char *words, size_t columns)
{
	struct field rest = field_of(words);

	while (rest.length != 0) {
		size_t take = 0;
		size_t cells = 0;
		size_t at = 0;

		/* whole words up to the width; a longer word stands alone */
		while (at <= rest.length) {
			if (at == rest.length || rest.data[at] == ' ') {
				cells = label_cells((struct field){ rest.data, at });
				if (cells > columns && take != 0)
					break;
				take = at;
			}
			at++;
		}
		buffer_append(text, rest.data, take);
		buffer_append(text, "\n", 1);
		take += take < rest.length;
		rest.data += take;
		rest.length -= take;
	}
}

void
terminal_end_line(struct buffer *text)
{
	while (text->length != 0 && text->data[text->length - 1] == ' ')
		text->length--;
	buffer_append(text, "\n", 1);
}

size_t
terminal_widest_unit(const struct selection *selection, size_t columns)
{
	size_t widest = 4;

	for (size_t i = 0; i < selection->unit_count; i++) {
		char *name = words_unit(selection, selection->units[i]);
		size_t cells = label_cells(field_of(name));

		widest = cells > widest ? cells : widest;
		free(name);
	}
	return widest > columns * 2 / 5 ? columns * 2 / 5 : widest;
}

void
terminal_unit(struct buffer *text, const struct selection *selection, size_t unit, size_t cells)
{
	char *name = words_unit(selection, unit);

	buffer_append_text(text, selection_own(selection, unit) ? "\xe2\x96\xb6 " : "  ");
	label_fit(text, field_of(name), cells);
	free(name);
}

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

void
terminal_right(struct buffer *text, const char *figure, size_t cells)
{
	for (size_t at = label_cells(field_of(figure)); at < cells; at++)
		buffer_append(text, " ", 1);
	buffer_append_text(text, figure);
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

char *
terminal_value(const struct series_row *row)
{
	struct buffer out = { 0 };

	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

static void
ranked(const struct selection *selection, size_t columns, struct buffer *text)
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

void
terminal_chart(const struct selection *selection, const struct words *words, size_t columns,
    struct buffer *text)
{
	columns = columns < COLUMNS_MIN ? COLUMNS_MIN : columns;
	paragraph(text, words->title, columns);
	paragraph(text, words->subtitle, columns);
	if (selection->count != 0) {
		buffer_append(text, "\n", 1);
		if (selection->type == SELECT_RANKED)
			ranked(selection, columns, text);
		else if (selection->type == SELECT_CONTROL)
			terminal_control(selection, columns, text);
		else
			terminal_heatmap(selection, columns, text);
	}
	if (words->suppressed[0] != '\0' || words->absent[0] != '\0' || words->caption[0] != '\0')
		buffer_append(text, "\n", 1);
	paragraph(text, words->suppressed, columns);
	paragraph(text, words->absent, columns);
	paragraph(text, words->caption, columns);
}
