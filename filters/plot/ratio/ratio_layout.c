/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_layout: where heads, rows and columns of a chart of ratios stand. */
#include "ratio_layout.h"

#include "../canvas/theme.h"
#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

#define NARROW      560.0
#define AXIS_MIN    220.0 /* where columns beside it leave less, they stand above it */
#define NAME_WIDTH  300.0
#define NAME_SHARE  0.28 /* of the chart's width */
#define NAME_LINES  5
#define MARK_WIDTH  22.0 /* before the names, for the own unit's mark */
#define COLUMN_GAP  20.0
#define HEAD_HEIGHT 12.0 /* above a head */
#define STRIP       18.0 /* of an interval below its words */

const char *
ratio_head(const struct selection *selection)
{
	return sentence_any(selection, SERIES_RATIO_LOWER) ? "ratio (95% interval)" : "ratio";
}

static double
widest(double width, const char *text, bool bold)
{
	return fmax(width, label_width(field_of(text), THEME_TEXT, bold));
}

static void
add_lines(struct ratio_layout *layout)
{
	struct ratio_list *list = &layout->list;

	layout->lines = xcalloc(list->count + list->block_count + 1, sizeof(layout->lines[0]));
	for (size_t i = 0; i < list->block_count; i++) {
		const struct ratio_block *block = &list->blocks[i];

		if (block->head[0] != '\0')
			layout->line_count++;
		for (size_t j = 0; j < block->count; j++) {
			struct ratio_line *line = &layout->lines[layout->line_count++];
			struct buffer value = { 0 };

			line->item = &list->items[block->first + j];
			words_figure(&value, line->item->row, SERIES_VALUE);
			if (value.length == 0)
				buffer_append_text(&value, "\xe2\x80\x93");
			line->value = words_take(&value);
			line->figures = ratio_figures(line->item);
		}
	}
}

/* Wraps the names in that width; returns that of the widest. */
static double
wrap_names(struct ratio_layout *layout, double width)
{
	const struct ratio_list *list = &layout->list;
	double names = 60;
	size_t block = 0;

	for (size_t i = 0; i < layout->line_count; i++) {
		struct ratio_line *line = &layout->lines[i];
		const struct ratio_item *item = line->item;
		bool own = item != NULL && selection_own(layout->selection, item->row->unit);

		if (item == NULL) {
			/* a head has the whole width */
			label_wrap(&line->name, list->blocks[block++].head, THEME_TEXT, true,
			    layout->figures - THEME_MARGIN, NAME_LINES);
			continue;
		}
		label_wrap(&line->name, ratio_name(list, item), THEME_TEXT, own, width, NAME_LINES);
		names = fmax(names, line->name.width);
	}
	return names;
}

static void
release_names(struct ratio_layout *layout)
{
	for (size_t i = 0; i < layout->line_count; i++)
		label_release(&layout->lines[i].name);
}

static void
lay_columns(struct ratio_layout *layout, double width)
{
	double values = widest(0, sentence_head(layout->selection), true);
	double figures = widest(0, ratio_head(layout->selection), true);
	double names;

	for (size_t i = 0; i < layout->line_count; i++) {
		if (layout->lines[i].item == NULL)
			continue;
		values = widest(values, layout->lines[i].value, true);
		figures = widest(figures, layout->lines[i].figures, true);
	}
	layout->names =
	    THEME_MARGIN + (layout->selection->highlight == NAMES_NONE ? 0 : MARK_WIDTH);
	layout->figures = width - THEME_MARGIN;
	if (layout->narrow) {
		layout->values = layout->figures;
		wrap_names(layout, layout->figures - layout->names);
		layout->axis.from = layout->names;
		layout->axis.to = layout->figures - 10;
		return;
	}
	names = wrap_names(layout, fmin(NAME_WIDTH, width * NAME_SHARE));
	layout->values = layout->names + names + COLUMN_GAP + values;
	layout->axis.from = layout->values + COLUMN_GAP;
	layout->axis.to = layout->figures - figures - COLUMN_GAP;
}

static double
line_height(const struct ratio_layout *layout, const struct ratio_line *line)
{
	double names = (double)line->name.count * RATIO_LINE;

	if (line->item == NULL)
		return names + HEAD_HEIGHT;
	if (layout->narrow)
		return names + RATIO_LINE + STRIP + 10;
	return fmax(28, names + 9);
}

void
ratio_lay(struct ratio_layout *layout, const struct selection *selection, double width)
{
	double y = 0;

	*layout = (struct ratio_layout){ .selection = selection, .narrow = width < NARROW };
	ratio_list_make(&layout->list, selection);
	add_lines(layout);
	lay_columns(layout, width);
	if (!layout->narrow && layout->axis.to - layout->axis.from < AXIS_MIN) {
		layout->narrow = true;
		release_names(layout);
		lay_columns(layout, width);
	}
	ratio_axis(&layout->axis, &layout->list);
	for (size_t i = 0; i < layout->line_count; i++) {
		layout->lines[i].y = y;
		layout->lines[i].height = line_height(layout, &layout->lines[i]);
		y += layout->lines[i].height;
	}
}

void
ratio_layout_release(struct ratio_layout *layout)
{
	release_names(layout);
	for (size_t i = 0; i < layout->line_count; i++) {
		free(layout->lines[i].value);
		free(layout->lines[i].figures);
	}
	free(layout->lines);
	ratio_list_release(&layout->list);
	*layout = (struct ratio_layout){ 0 };
}

double
ratio_height(const struct ratio_layout *layout)
{
	const struct ratio_line *last =
	    layout->line_count == 0 ? NULL : &layout->lines[layout->line_count - 1];

	return last == NULL ? 0 : last->y + last->height;
}

double
ratio_middle(const struct ratio_layout *layout, const struct ratio_line *line)
{
	double y = layout->top + line->y;

	return layout->narrow ? y + (double)(line->name.count + 1) * RATIO_LINE + STRIP / 2 + 2
	                      : y + line->height / 2;
}
