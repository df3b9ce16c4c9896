/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar_text: a radar for a terminal: each measure beside the median. */
#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "radar.h"

#include <stdlib.h>

#define COLUMNS 3

/* The unit's figure, the median, the middle half. */
static char *
cell(const struct radar_spoke *spoke, size_t column)
{
	struct buffer out = { 0 };

	if (spoke->row == NULL) {
		buffer_append_text(&out, column == 0 ? "-" : "");
	} else if (column < 2) {
		words_figure(&out, spoke->row, column == 0 ? SERIES_VALUE : SERIES_MEDIAN);
	} else if (series_shown(spoke->row, SERIES_Q1) && series_shown(spoke->row, SERIES_Q3)) {
		words_figure(&out, spoke->row, SERIES_Q1);
		buffer_append_text(&out, " to ");
		words_figure(&out, spoke->row, SERIES_Q3);
	}
	return words_take(&out);
}

static const char *
side_words(const struct radar_spoke *spoke)
{
	int side;

	if (!radar_side(spoke, &side))
		return "";
	return side > 0 ? "above" : side < 0 ? "below" : "on it";
}

void
radar_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	static const char *const heads[COLUMNS] = { "value", "median", "middle half" };
	size_t widths[COLUMNS] = { 5, 6, 11 };
	size_t names = 7;
	struct radar radar;

	radar_make(&radar, selection);
	for (size_t i = 0; i < radar.count; i++) {
		char *name = radar_name(selection, &radar.spokes[i]);

		names = terminal_larger(names, label_cells(field_of(name)));
		free(name);
		for (size_t j = 0; j < COLUMNS; j++) {
			char *figure = cell(&radar.spokes[i], j);

			widths[j] = terminal_larger(widths[j], label_cells(field_of(figure)));
			free(figure);
		}
	}
	if (names > columns * 2 / 5)
		names = columns * 2 / 5;
	label_fit(text, field_of("measure"), names);
	for (size_t j = 0; j < COLUMNS; j++) {
		buffer_append(text, " ", 1);
		terminal_right(text, heads[j], widths[j]);
	}
	terminal_end_line(text);
	for (size_t i = 0; i < radar.count; i++) {
		char *name = radar_name(selection, &radar.spokes[i]);

		label_fit(text, field_of(name), names);
		free(name);
		for (size_t j = 0; j < COLUMNS; j++) {
			char *figure = cell(&radar.spokes[i], j);

			buffer_append(text, " ", 1);
			terminal_right(text, figure, widths[j]);
			free(figure);
		}
		buffer_format(text, "  %s", side_words(&radar.spokes[i]));
		terminal_end_line(text);
	}
}
