/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap: units by measures or by periods, each figure printed in its cell. */
#include "heatmap.h"

#include "../canvas/axis.h"
#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"
#include "heatmap_cells.h"

#include <math.h>
#include <stdlib.h>

/* Periods too narrow for their names are marked at round places instead. */
static double
draw_period_marks(struct canvas *canvas, const struct selection *selection,
    const struct heatmap *heatmap, double y)
{
	double apart = 0;
	double next = -INFINITY;
	struct axis_mark marks[AXIS_MARKS_MAX];
	double cell = heatmap->edges[1] - heatmap->edges[0];
	double from = heatmap->edges[0] + cell / 2;
	double to = from + cell * (double)(selection->column_count - 1);
	size_t count;

	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = heatmap_column(selection, i);

		apart = fmax(apart, label_width(field_of(name), THEME_TEXT, false));
		free(name);
	}
	count = axis_marks(selection, from, to, apart + 16, marks);
	for (size_t i = 0; i < count; i++) {
		/* columns are evenly spaced, whatever the calendar leaves out */
		for (size_t column = 0; column < selection->column_count; column++) {
			double x = from + cell * (double)column;

			if (axis_time(selection, column, from, to) != marks[i].pixel || x < next)
				continue;
			canvas_line(canvas, x, y + 14, x, y + 20, 1.5, canvas->theme->ink);
			canvas_word(canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false,
			    canvas->theme->ink, marks[i].label);
			next = x + apart + 12;
		}
	}
	return y + 22;
}

static double
draw_header(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    double y)
{
	size_t most = 1;
	bool split = false;

	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = heatmap_column(selection, i);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true,
		    heatmap->edges[i + 1] - heatmap->edges[i] - 8, HEATMAP_LINES);
		most = label.count > most ? label.count : most;
		split |= label.count > 2;
		label_release(&label);
		free(name);
	}
	if (selection->by_period && split)
		return draw_period_marks(canvas, selection, heatmap, y);
	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = heatmap_column(selection, i);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true,
		    heatmap->edges[i + 1] - heatmap->edges[i] - 8, HEATMAP_LINES);
		for (size_t line = 0; line < label.count; line++)
			canvas_word(canvas, (heatmap->edges[i] + heatmap->edges[i + 1]) / 2,
			    y + (double)(most - label.count + line) * 19, CANVAS_CENTRE, THEME_TEXT,
			    true, canvas->theme->ink, label.lines[line]);
		label_release(&label);
		free(name);
	}
	return y + (double)most * 19;
}

static void
draw_cell(struct canvas *canvas, const struct heatmap *heatmap, const struct series_row *row,
    size_t column, double y, double height)
{
	double gap = heatmap->figures ? 1 : 0.25;
	double left = heatmap->edges[column] + gap;
	double right = heatmap->edges[column + 1] - gap;
	double top = y + 1;
	double bottom = y + height - 1;
	double middle = (left + right) / 2;
	uint32_t ink = canvas->theme->ink;

	if (row != NULL && series_shown(row, SERIES_VALUE)) {
		uint32_t colour = theme_ramp(canvas->theme,
		    heatmap_share(heatmap, column, series_number(row, SERIES_VALUE)));

		canvas_box(canvas, left, top, right, bottom, colour);
		ink = theme_ink_on(canvas->theme, colour);
	} else if (row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		canvas_hatch(
		    canvas, left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, canvas->theme->edge);
		if (heatmap->figures)
			canvas_box(canvas, middle - 9, y + height / 2 - 9, middle + 9,
			    y + height / 2 + 9, canvas->theme->paper);
	}
	if (heatmap->figures) {
		char *text = heatmap_cell_text(heatmap, row);

		/* an asterisk hangs high */
		canvas_word(canvas, middle, y + height / 2 + (text[0] == '*' ? 3 : 0),
		    CANVAS_CENTRE, THEME_TEXT, false, ink, text);
		free(text);
	}
}

static double
draw_unit(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    size_t unit, double y)
{
	bool own = selection_own(selection, selection->units[unit]);
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	char *name = words_unit(selection, selection->units[unit]);
	struct label label;
	double height;

	label_wrap(&label, name, THEME_TEXT, own, HEATMAP_NAMES, 3);
	height = fmax(30, (double)label.count * 19 + 9);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, THEME_MARGIN + HEATMAP_MARK,
		    y + height / 2 + ((double)i - (double)(label.count - 1) / 2) * 19, CANVAS_LEFT,
		    THEME_TEXT, own, colour, label.lines[i]);
	label_release(&label);
	free(name);
	for (size_t i = 0; i < selection->column_count; i++)
		draw_cell(canvas, heatmap, selection_cell(selection, unit, i), i, y, height);
	if (own) {
		canvas_pointer(canvas, THEME_MARGIN + 7, y + height / 2, 7, canvas->theme->own);
		canvas_frame(canvas, heatmap->edges[0], y, heatmap->edges[selection->column_count],
		    y + height, 3, canvas->theme->own);
	}
	return y + height;
}

static double
draw_key(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    double y)
{
	const struct series_row *least;
	const struct series_row *greatest;
	double x = heatmap->edges[0];

	if (words_extremes(selection, &least, &greatest)) {
		for (size_t i = 0; i < 2; i++) {
			struct buffer out = { 0 };
			char *text;

			if (heatmap->columns_apart)
				buffer_append_text(
				    &out, i == 0 ? "lowest in its column" : "highest");
			else
				words_figure(&out, i == 0 ? least : greatest, SERIES_VALUE);
			text = words_take(&out);
			canvas_word(
			    canvas, x, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink, text);
			x += label_width(field_of(text), THEME_TEXT, false) + 8;
			for (size_t step = 0; i == 0 && step < 20; step++)
				canvas_box(canvas, x + (double)step * 9, y - 9,
				    x + (double)step * 9 + 9, y + 9,
				    theme_ramp(canvas->theme, (double)step / 19));
			x += i == 0 ? 180 + 8 : 24;
			free(text);
		}
	}
	if (selection->suppressed != 0) {
		canvas_hatch(canvas, x, y - 9, x + 30, y + 9, canvas->theme->edge);
		canvas_word(canvas, x + 38, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink,
		    "* held back");
	}
	return y + THEME_LINE;
}

void
heatmap_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct heatmap heatmap = { 0 };
	double y;

	heatmap_lay(&heatmap, selection);
	canvas->width =
	    fmax(canvas->width, ceil(heatmap.edges[selection->column_count] + THEME_MARGIN));
	y = draw_header(canvas, selection, &heatmap, frame_head(canvas, words));
	for (size_t i = 0; i < selection->unit_count; i++)
		y = draw_unit(canvas, selection, &heatmap, i, y);
	y = draw_key(canvas, selection, &heatmap, y + 24);
	heatmap_release(&heatmap);
	frame_foot(canvas, words, y - 4);
}

/* The last of the list: it holds whatever there is. */
static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	(void)selection;
	(void)counts;
	return true;
}

const struct chart chart_heatmap = { .name = "heatmap",
	.summary = "units by measures or by periods, each figure in its cell",
	.words = "Heat map",
	.span = CHART_GRID,
	.suits = suits,
	.title = heatmap_title,
	.subtitle = heatmap_subtitle,
	.alternative = sentence_ends,
	.held = chart_hatched,
	.draw = heatmap_draw,
	.text = heatmap_text };
