/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_terminal: rows and their levels for a terminal. */
#include "levels_terminal.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "levels_ink.h"

#include <math.h>
#include <stdlib.h>

#define BAR_MIN ((size_t)8)
#define INDENT  ((size_t)4)

struct table {
	size_t names;
	size_t figures;
	size_t bar;
	double most;
};

static void
lay(struct table *table, const struct levels *levels, size_t columns)
{
	*table = (struct table){ .names = 1, .figures = 1 };
	for (size_t i = 0; i < levels->count; i++) {
		size_t cells = label_cells(field_of(levels->list[i].name));

		table->names = terminal_larger(table->names, cells);
	}
	if (table->names > columns / 2)
		table->names = columns / 2;
	for (size_t i = 0; i < levels->row_count; i++)
		for (size_t j = 0; j < levels->count; j++) {
			char *figure = levels_text(&levels->rows[i], j);

			table->figures =
			    terminal_larger(table->figures, label_cells(field_of(figure)));
			if (levels_shown(&levels->rows[i], j))
				table->most =
				    fmax(table->most, levels_figure(&levels->rows[i], j)->number);
			free(figure);
		}
	table->bar = INDENT + table->names + table->figures + 2 + BAR_MIN > columns
	    ? BAR_MIN
	    : columns - INDENT - table->names - table->figures - 2;
}

static void
write_level(const struct table *table, const struct levels *levels, const struct levels_row *row,
    size_t level, struct buffer *text)
{
	char *figure = levels_text(row, level);
	size_t cells = 0;

	buffer_append_text(text, "    ");
	label_fit(text, field_of(levels->list[level].name), table->names);
	buffer_append(text, " ", 1);
	terminal_right(text, figure[0] == '\0' ? "-" : figure, table->figures);
	buffer_append(text, " ", 1);
	if (levels_shown(row, level) && table->most > 0)
		cells = (size_t)lround(
		    fmax(0, levels_figure(row, level)->number) / table->most * (double)table->bar);
	for (size_t i = 0; i < cells; i++)
		buffer_append_text(text, "\xe2\x96\x88");
	terminal_end_line(text);
	free(figure);
}

void
levels_terminal(const struct levels *levels, size_t columns, struct buffer *text)
{
	struct table table;

	lay(&table, levels, columns);
	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		const char *group = levels->groups[row->group];
		const char *records = levels_records(levels, row);

		if (group[0] != '\0' && (i == 0 || levels->rows[i - 1].group != row->group))
			buffer_format(text, "%s%s\n", i == 0 ? "" : "\n", group);
		buffer_format(text, "%s%s", row->own ? "\xe2\x96\xb6 " : "  ", row->name);
		if (records != NULL && records[0] != '\0')
			buffer_format(text, " (n %s)", records);
		buffer_append(text, "\n", 1);
		for (size_t j = 0; j < levels->count; j++)
			write_level(&table, levels, row, j, text);
	}
}
