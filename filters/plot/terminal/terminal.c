/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal: the charts as text, with block characters, for a terminal. */
#include "terminal.h"

#include "../canvas/label.h"
#include "../chart/chart.h"

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

size_t
terminal_place(double value, double low, double high, size_t cells)
{
	return high > low ? (size_t)lround((value - low) / (high - low) * (double)(cells - 1))
	                  : cells / 2;
}

void
terminal_right(struct buffer *text, const char *figure, size_t cells)
{
	for (size_t at = label_cells(field_of(figure)); at < cells; at++)
		buffer_append(text, " ", 1);
	buffer_append_text(text, figure);
}

char *
terminal_value(const struct series_row *row)
{
	struct buffer out = { 0 };

	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

void
terminal_chart(const struct selection *selection, const struct words *words, size_t columns,
    struct buffer *text)
{
	columns = columns < COLUMNS_MIN ? COLUMNS_MIN : columns;
	paragraph(text, words->title, columns);
	paragraph(text, words->subtitle, columns);
	paragraph(text, words->stamp, columns);
	if (selection->count != 0) {
		buffer_append(text, "\n", 1);
		if (selection->chart->text != NULL)
			selection->chart->text(selection, columns, text);
		else
			terminal_table(selection, columns, text);
	}
	if (words->suppressed[0] != '\0' || words->absent[0] != '\0' || words->caption[0] != '\0')
		buffer_append(text, "\n", 1);
	paragraph(text, words->suppressed, columns);
	paragraph(text, words->absent, columns);
	paragraph(text, words->caption, columns);
}
