/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_text: a funnel for a terminal: who is outside, with the limits of each size. */
#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "funnel.h"
#include "funnel_formula.h"

#include <stdlib.h>

#define COLUMNS 3

/* Size, value, and the limits that the unit is judged by. */
static char *
cell(const struct series_row *row, size_t column)
{
	struct buffer out = { 0 };

	if (column == 0) {
		const struct series_figure *size = &row->figures[SERIES_DENOMINATOR];

		if (size->state != SERIES_NUMBER)
			size = words_count(row);
		buffer_append_text(&out, size->text);
	} else if (column == 1) {
		words_figure(&out, row, SERIES_VALUE);
	} else if (funnel_judge(row) != FUNNEL_UNJUDGED) {
		const struct series_figure *figures = row->figures;

		buffer_format(&out, "%s to %s", figures[SERIES_FUNNEL_LOWER998].text,
		    figures[SERIES_FUNNEL_UPPER998].text);
	}
	return words_take(&out);
}

static const char *
mark(const struct series_row *row)
{
	switch (funnel_judge(row)) {
	case FUNNEL_OUTSIDE998:
		return funnel_above(row) ? "\xe2\x96\xb2" : "\xe2\x96\xbc";
	case FUNNEL_OUTSIDE95:
		return funnel_above(row) ? "\xe2\x96\xb3" : "\xe2\x96\xbd";
	case FUNNEL_UNJUDGED:
	case FUNNEL_WITHIN:
		break;
	}
	return " ";
}

static const char *
verdict(const struct series_row *row)
{
	switch (funnel_judge(row)) {
	case FUNNEL_OUTSIDE998:
		return funnel_above(row) ? "above 99.8%" : "below 99.8%";
	case FUNNEL_OUTSIDE95:
		return funnel_above(row) ? "above 95%" : "below 95%";
	case FUNNEL_WITHIN:
		return "within";
	case FUNNEL_UNJUDGED:
		break;
	}
	return "";
}

void
funnel_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	static const char *const heads[COLUMNS] = { "n", "value", "99.8% limits" };
	size_t widths[COLUMNS] = { 1, 5, 12 };
	size_t names = terminal_widest_unit(selection, columns);

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < COLUMNS; j++) {
			char *figure = cell(selection->rows[i], j);

			widths[j] = terminal_larger(widths[j], label_cells(field_of(figure)));
			free(figure);
		}
	buffer_append_text(text, "  ");
	label_fit(text, field_of("unit"), names);
	for (size_t j = 0; j < COLUMNS; j++) {
		buffer_append(text, " ", 1);
		terminal_right(text, heads[j], widths[j]);
	}
	terminal_end_line(text);
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		terminal_unit(text, selection, row->unit, names);
		for (size_t j = 0; j < COLUMNS; j++) {
			char *figure = cell(row, j);

			buffer_append(text, " ", 1);
			terminal_right(text, figure, widths[j]);
			free(figure);
		}
		buffer_format(text, "  %s %s", mark(row), verdict(row));
		terminal_end_line(text);
	}
}
