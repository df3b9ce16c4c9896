/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_table: the figures of a chart that has no form of its own for a terminal. */
#include "terminal.h"

#include "../canvas/label.h"

#include <stdlib.h>

/* One line for each figure: unit, then measure and period where there are several. */
void
terminal_table(const struct selection *selection, size_t columns, struct buffer *text)
{
	size_t names = terminal_widest_unit(selection, columns);

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		char *value = terminal_value(row);
		char *measure = words_measure(selection, row->measure);

		terminal_unit(text, selection, row->unit, names);
		if (selection->measure_count > 1)
			buffer_format(text, " %s", measure);
		if (selection->period_count > 1)
			buffer_format(text, " %s", words_period(selection, row->period));
		buffer_append(text, " ", 1);
		terminal_right(text, value[0] == '\0' ? "-" : value, 8);
		terminal_end_line(text);
		free(measure);
		free(value);
	}
}
