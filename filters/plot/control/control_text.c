/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_text: a control chart for a terminal, one line for each period. */
#include "control.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <math.h>
#include <stdlib.h>

/* Of more units each has a line alone. */
#define OVERVIEW 6

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
			    && terminal_place(
			           series_number(row, marks[i].column), span[0], span[1], cells)
			        == cell)
				mark = i == 3 && signal ? "\xe2\x97\x86" : marks[i].mark;
		buffer_append_text(text, mark);
	}
	if (signal)
		buffer_format(text, " %s", row->signal);
	terminal_end_line(text);
	free(value);
}

/* A line for each unit that would have a panel: its latest figure and what it says. */
static void
overview(const struct selection *selection, size_t columns, size_t values, struct buffer *text)
{
	struct control_plan plan;
	size_t names = terminal_widest_unit(selection, columns);

	control_plan(selection, &plan);
	for (size_t i = 0; i < plan.count; i++) {
		const struct series_row *last =
		    panel_end(selection, control_rows(selection, plan.units[i]), true);
		const char *way = control_way_words(control_way(last));
		const char *assurance = control_assurance_words(control_assurance(last));
		char *value = last == NULL ? xstrdup("-") : terminal_value(last);

		terminal_unit(text, selection, selection->units[plan.units[i]], names);
		buffer_append(text, " ", 1);
		terminal_right(text, value, values);
		buffer_format(text, " %s%s%s", way,
		    way[0] == '\0' || assurance[0] == '\0' ? "" : ", ", assurance);
		terminal_end_line(text);
		free(value);
	}
	if (plan.left_out != 0)
		buffer_format(text, "  and %zu units without a signal at their latest figure\n",
		    plan.left_out);
	free(plan.units);
}

void
control_text(const struct selection *selection, size_t columns, struct buffer *text)
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
	    series_controlled(selection->series) && selection->unit_count <= OVERVIEW
	        ? "\xe2\x97\x8f figure  \xe2\x97\x86 signal  \xe2\x94\x82 centre  "
	          "\xe2\x95\x8e limits\n"
	        : "");
	if (selection->unit_count > OVERVIEW) {
		overview(selection, columns, values, text);
		return;
	}
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
