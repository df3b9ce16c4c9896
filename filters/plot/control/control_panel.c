/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_panel: one unit of a control chart: its axes, lines and figures. */
#include "control_panel.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

const struct panel_line panel_lines[PANEL_LINES] = { { SERIES_LIMIT_UPPER, "upper limit " },
	{ SERIES_CENTRE, "centre " }, { SERIES_LIMIT_LOWER, "lower limit " } };

static double
column_pixel(const struct selection *selection, const struct panel *panel, size_t column)
{
	return axis_time(selection, column, panel->left + 12, panel->right - 12);
}

static void
draw_axes(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	struct axis_mark marks[AXIS_MARKS_MAX];
	size_t count = axis_marks(selection, panel->left + 12, panel->right - 12, 92, marks);

	for (size_t i = 0; i < axis_ticks(&panel->axis); i++) {
		double y = axis_pixel(&panel->axis, axis_tick(&panel->axis, i));
		char label[AXIS_LABEL_MAX];

		canvas_line(canvas, panel->left, y, panel->right, y, 1, canvas->theme->grid);
		axis_label(&panel->axis, i, label);
		if (panel->value_labels)
			canvas_word(canvas, panel->left - 10, y, CANVAS_RIGHT, THEME_TEXT, false,
			    canvas->theme->ink, label);
	}
	canvas_line(canvas, panel->left, panel->bottom, panel->right, panel->bottom, 1.5,
	    canvas->theme->ink);
	for (size_t i = 0; i < count; i++) {
		double half = label_width(field_of(marks[i].label), THEME_TEXT, false) / 2;
		double x = fmin(fmax(marks[i].pixel, half + 4), canvas->width - half - 4);

		canvas_line(canvas, marks[i].pixel, panel->bottom, marks[i].pixel,
		    panel->bottom + 6, 1.5, canvas->theme->ink);
		if (panel->time_labels)
			canvas_word(canvas, x, panel->bottom + 20, CANVAS_CENTRE, THEME_TEXT, false,
			    canvas->theme->ink, marks[i].label);
	}
}

/* One of the lines, with a step where its value changes (limits of proportions
 * follow the number of records). */
static const struct series_row *
draw_line(struct canvas *canvas, const struct selection *selection, const struct panel *panel,
    enum series_column column)
{
	const struct series_row *last = NULL;
	bool dashed = column != SERIES_CENTRE;
	uint32_t colour = dashed ? canvas->theme->ink : canvas->theme->centre;
	double from = panel->left;

	for (size_t i = 0; i < selection->column_count; i++) {
		const struct series_row *row = selection_cell(selection, panel->unit, i);
		double x = column_pixel(selection, panel, i);
		double y;

		if (row == NULL || !series_shown(row, column))
			continue;
		if (last != NULL && series_number(last, column) != series_number(row, column)) {
			double middle =
			    (x + column_pixel(selection, panel, i == 0 ? 0 : i - 1)) / 2;

			y = axis_pixel(&panel->axis, series_number(last, column));
			if (dashed)
				canvas_dashed(canvas, from, y, middle, y, 2, 7, colour);
			else
				canvas_line(canvas, from, y, middle, y, 2, colour);
			canvas_line(canvas, middle, y, middle,
			    axis_pixel(&panel->axis, series_number(row, column)), dashed ? 1 : 2,
			    colour);
			from = middle;
		}
		last = row;
	}
	if (last != NULL) {
		double y = axis_pixel(&panel->axis, series_number(last, column));

		if (dashed)
			canvas_dashed(canvas, from, y, panel->right, y, 2, 7, colour);
		else
			canvas_line(canvas, from, y, panel->right, y, 2, colour);
	}
	return last;
}

/* The lines' names and figures at their right ends, moved apart where they meet. */
static void
name_lines(struct canvas *canvas, const struct panel *panel, const struct series_row *const *last)
{
	double y[PANEL_LINES];
	double before = -INFINITY;

	for (size_t i = 0; i < PANEL_LINES; i++) {
		if (last[i] == NULL)
			continue;
		y[i] = axis_pixel(&panel->axis, series_number(last[i], panel_lines[i].column));
		y[i] = fmax(y[i], before + 19);
		before = y[i];
	}
	/* the lowest stays above the axis, and pushes the others up */
	before = panel->bottom + 12;
	for (size_t i = PANEL_LINES; i-- > 0;) {
		struct buffer out = { 0 };
		char *text;

		if (last[i] == NULL)
			continue;
		y[i] = fmin(y[i], before - 19);
		before = y[i];
		buffer_append_text(&out, panel->named ? panel_lines[i].name : "");
		words_figure(&out, last[i], panel_lines[i].column);
		text = words_take(&out);
		canvas_word(canvas, panel->right + 8, y[i], CANVAS_LEFT, THEME_TEXT, false,
		    canvas->theme->ink, text);
		free(text);
	}
}

static void
draw_figures(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	const struct series_row *before = NULL;
	double before_x = 0;
	/* many points stand closer, so they are smaller */
	double distance = (panel->right - panel->left) / (double)selection->column_count;
	double radius = fmin(4.5, fmax(2.6, distance * 0.32));

	for (size_t pass = 0; pass < 2; pass++) {
		before = NULL;
		for (size_t i = 0; i < selection->column_count; i++) {
			const struct series_row *row = selection_cell(selection, panel->unit, i);
			double x = column_pixel(selection, panel, i);
			double y;

			if (row == NULL || !series_shown(row, SERIES_VALUE)) {
				before = NULL;
				continue;
			}
			y = axis_pixel(&panel->axis, series_number(row, SERIES_VALUE));
			if (pass == 0 && before != NULL && axis_follows(selection, i - 1))
				canvas_line(canvas, before_x,
				    axis_pixel(&panel->axis, series_number(before, SERIES_VALUE)),
				    x, y, 1.5, canvas->theme->bar);
			if (pass == 1 && row->signal[0] != '\0')
				canvas_diamond(canvas, x, y, radius + 3, canvas->theme->own);
			else if (pass == 1)
				canvas_circle(canvas, x, y, radius, canvas->theme->figure);
			before = row;
			before_x = x;
		}
	}
}

static bool
held_back(const struct selection *selection, const struct panel *panel, size_t column)
{
	const struct series_row *row = selection_cell(selection, panel->unit, column);

	return row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
}

/* A hatched strip on the axis where figures are held back, one for each run. */
static void
draw_held(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	double half =
	    fmax(3, fmin(12, (panel->right - panel->left) / (double)selection->column_count / 2));

	for (size_t i = 0; i < selection->column_count; i++) {
		double from = column_pixel(selection, panel, i);
		double to;

		if (!held_back(selection, panel, i))
			continue;
		while (i + 1 < selection->column_count && held_back(selection, panel, i + 1)
		    && axis_follows(selection, i))
			i++;
		to = column_pixel(selection, panel, i);
		canvas_hatch(canvas, from - half, panel->bottom - 10, to + half, panel->bottom - 1,
		    canvas->theme->ink);
	}
}

static void
draw_title(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	size_t unit = selection->units[panel->unit];
	char *name = words_unit(selection, unit);
	bool own = selection_own(selection, unit);
	double x = panel->left + (own ? 20 : 0);
	double y = panel->top - 15 - (double)(panel->title_lines - 1) * THEME_LINE;

	if (own)
		canvas_pointer(canvas, panel->left + 7, y, 7, canvas->theme->own);
	frame_paragraph(canvas, x, y, panel->title_width, THEME_TEXT, true,
	    own ? canvas->theme->own : canvas->theme->ink, name, panel->title_lines);
	free(name);
}

void
panel_draw(struct canvas *canvas, const struct selection *selection, struct panel *panel)
{
	const struct series_row *last[PANEL_LINES];
	size_t shown = 0;

	panel->axis.from = panel->bottom - 14;
	panel->axis.to = panel->top + 6;
	if (panel->title_lines != 0)
		draw_title(canvas, selection, panel);
	draw_axes(canvas, selection, panel);
	for (size_t i = 0; i < PANEL_LINES; i++)
		last[i] = draw_line(canvas, selection, panel, panel_lines[i].column);
	name_lines(canvas, panel, last);
	draw_held(canvas, selection, panel);
	draw_figures(canvas, selection, panel);
	for (size_t i = 0; i < selection->column_count; i++) {
		const struct series_row *row = selection_cell(selection, panel->unit, i);

		shown += row != NULL && series_shown(row, SERIES_VALUE);
	}
	if (shown == 0)
		canvas_word(canvas, (panel->left + panel->right) / 2,
		    (panel->top + panel->bottom) / 2, CANVAS_CENTRE, THEME_TEXT, false,
		    canvas->theme->ink, "no figure can be shown");
}
