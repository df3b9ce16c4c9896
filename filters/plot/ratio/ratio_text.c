/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_text: ratios for a terminal, on the same scale. */
#include "ratio.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"
#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

#define CELLS_MIN ((size_t)9)

struct columns {
	const struct selection *selection;
	struct ratio_list list;
	struct axis axis; /* in cells */
	size_t names;
	size_t values;
	size_t figures;
	size_t cells;
};

/* The cell of a ratio; what leaves the axis stands at its end. */
static size_t
cell(const struct columns *columns, double ratio)
{
	double at = axis_pixel(&columns->axis, ratio);

	return (size_t)lround(fmin(fmax(at, 0), (double)(columns->cells - 1)));
}

static const char *
end_mark(const struct columns *columns, double limit, bool left)
{
	if (left)
		return limit < columns->axis.low ? "\xe2\x97\x80" : "\xe2\x94\x9c";
	return limit > columns->axis.high ? "\xe2\x96\xb6" : "\xe2\x94\xa4";
}

static void
add_strip(struct buffer *text, const struct columns *columns, const struct series_row *row)
{
	bool shown = series_shown(row, SERIES_RATIO);
	bool lower = shown && series_shown(row, SERIES_RATIO_LOWER);
	bool upper = shown && series_shown(row, SERIES_RATIO_UPPER);
	double low = lower ? series_number(row, SERIES_RATIO_LOWER) : 0;
	double high = upper ? series_number(row, SERIES_RATIO_UPPER) : INFINITY;
	size_t point = shown ? cell(columns, series_number(row, SERIES_RATIO)) : columns->cells;
	size_t left = lower || upper ? cell(columns, low) : point;
	size_t right = !lower && !upper ? point : upper ? cell(columns, high) : columns->cells - 1;
	size_t one = cell(columns, 1);

	for (size_t at = 0; at < columns->cells; at++)
		buffer_append_text(text,
		    at == point && series_number(row, SERIES_RATIO) <= 0 ? "\xe2\x97\x80"
		        : at == point                                    ? "\xe2\x97\x8f"
		        : at == left              ? end_mark(columns, low, true)
		        : at == right             ? end_mark(columns, high, false)
		        : at > left && at < right ? "\xe2\x94\x80"
		        : at == one               ? "\xe2\x94\x82"
		                                  : " ");
}

static void
lay(struct columns *columns, const struct selection *selection, size_t width)
{
	size_t taken;

	*columns = (struct columns){ .selection = selection,
		.names = 4,
		.values = strlen(sentence_head(selection)),
		.figures = 5 };
	ratio_list_make(&columns->list, selection);
	for (size_t i = 0; i < columns->list.count; i++) {
		const struct ratio_item *item = &columns->list.items[i];
		char *value = terminal_value(item->row);
		char *figures = ratio_figures(item);

		columns->names = terminal_larger(
		    columns->names, label_cells(field_of(ratio_name(&columns->list, item))));
		columns->values = terminal_larger(columns->values, label_cells(field_of(value)));
		columns->figures =
		    terminal_larger(columns->figures, label_cells(field_of(figures)));
		free(value);
		free(figures);
	}
	if (columns->names > width * 2 / 5)
		columns->names = width * 2 / 5;
	/* names give way before the figures do */
	taken = 2 + 1 + columns->values + 1 + 1 + columns->figures + CELLS_MIN;
	if (taken + columns->names > width)
		columns->names = width > taken + 8 ? width - taken : 8;
	taken += columns->names;
	columns->cells = CELLS_MIN + (taken < width ? width - taken : 0);
	columns->axis.from = 0;
	columns->axis.to = (double)(columns->cells - 1);
	ratio_axis(&columns->axis, &columns->list);
}

static void
add_item(struct buffer *text, const struct columns *columns, const struct ratio_item *item)
{
	bool own = selection_own(columns->selection, item->row->unit);
	char *value = terminal_value(item->row);
	char *figures = ratio_figures(item);

	buffer_append_text(text, own ? "\xe2\x96\xb6 " : "  ");
	label_fit(text, field_of(ratio_name(&columns->list, item)), columns->names);
	buffer_append(text, " ", 1);
	terminal_right(text, value[0] == '\0' ? "-" : value, columns->values);
	buffer_append(text, " ", 1);
	add_strip(text, columns, item->row);
	buffer_append(text, " ", 1);
	terminal_right(text, figures, columns->figures);
	terminal_end_line(text);
	free(value);
	free(figures);
}

void
ratio_text(const struct selection *selection, size_t width, struct buffer *text)
{
	struct columns columns;

	lay(&columns, selection, width);
	buffer_append_text(text, "  ");
	label_fit(text, field_of(""), columns.names + 1);
	terminal_right(text, sentence_head(selection), columns.values);
	label_fit(text, field_of(""), columns.cells + 2);
	terminal_right(text, "ratio", columns.figures);
	terminal_end_line(text);
	for (size_t i = 0; i < columns.list.block_count; i++) {
		const struct ratio_block *block = &columns.list.blocks[i];

		if (block->head[0] != '\0') {
			label_fit(text, field_of(block->head), width);
			terminal_end_line(text);
		}
		for (size_t j = 0; j < block->count; j++)
			add_item(text, &columns, &columns.list.items[block->first + j]);
	}
	buffer_format(text, "  \xe2\x94\x82 1: as for %s\n", ratio_reference(&columns.list));
	ratio_list_release(&columns.list);
}
