/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panel: one of several small charts over time. */
#include "panel.h"

#include "frame.h"
#include "label.h"
#include "theme.h"

#include <math.h>

/* From the panel's sides to its first and last period. */
#define SIDE 12.0

size_t
panel_across(double width, double least, size_t most)
{
	size_t count = width < least ? 1 : (size_t)(width / least);

	return count > most ? most : count;
}

void
panel_place(const struct selection *selection, struct panel *panel)
{
	panel->axis.from = panel->bottom - (selection->suppressed == 0 ? 6 : 14);
	panel->axis.to = panel->top + 8 + panel->head;
}

double
panel_time(const struct selection *selection, const struct panel *panel, size_t period)
{
	return axis_time(selection, period, panel->left + panel->inset + SIDE, panel->right - SIDE);
}

void
panel_axes(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	struct axis_room room = { panel->left + panel->inset + SIDE, panel->right - SIDE,
		panel->label_low, panel->label_high, 0 };
	struct axis_mark marks[AXIS_MARKS_MAX];
	size_t count = axis_room_marks(selection, &room, marks);

	for (size_t i = 0; i < axis_ticks(&panel->axis); i++) {
		double y = axis_pixel(&panel->axis, axis_tick(&panel->axis, i));
		char label[AXIS_LABEL_MAX];

		canvas_line(canvas, panel->left, y, panel->right, y, 1, canvas->theme->grid);
		axis_label(&panel->axis, i, label);
		if (panel->value_labels)
			canvas_word(canvas, panel->left - 8, y, CANVAS_RIGHT, THEME_TEXT, false,
			    canvas->theme->ink, label);
	}
	canvas_line(canvas, panel->left, panel->bottom, panel->right, panel->bottom, 1.5,
	    canvas->theme->ink);
	for (size_t i = 0; i < count; i++) {
		canvas_line(canvas, marks[i].pixel, panel->bottom, marks[i].pixel,
		    panel->bottom + 6, 1.5, canvas->theme->ink);
		if (panel->time_labels)
			canvas_word(canvas, marks[i].x, panel->bottom + 20, CANVAS_CENTRE,
			    THEME_TEXT, false, canvas->theme->ink, marks[i].label);
	}
}

void
panel_path(struct canvas *canvas, const struct selection *selection, const struct panel *panel,
    double width, uint32_t colour)
{
	for (size_t i = 1; i < selection->period_count; i++) {
		const struct series_row *before = panel->rows[i - 1];
		const struct series_row *row = panel->rows[i];

		if (panel_shows(before, SERIES_VALUE) && panel_shows(row, SERIES_VALUE)
		    && axis_follows(selection, i - 1))
			canvas_line(canvas, panel_time(selection, panel, i - 1),
			    axis_pixel(&panel->axis, series_number(before, SERIES_VALUE)),
			    panel_time(selection, panel, i),
			    axis_pixel(&panel->axis, series_number(row, SERIES_VALUE)), width,
			    colour);
	}
}

static bool
held_back(const struct panel *panel, size_t period)
{
	const struct series_row *row = panel->rows[period];

	return row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
}

void
panel_held(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	double distance = (panel->right - panel->left) / (double)selection->period_count;
	double half = fmax(3, fmin(SIDE, distance / 2));

	for (size_t i = 0; i < selection->period_count; i++) {
		double from = panel_time(selection, panel, i);

		if (!held_back(panel, i))
			continue;
		while (i + 1 < selection->period_count && held_back(panel, i + 1)
		    && axis_follows(selection, i))
			i++;
		canvas_hatch(canvas, from - half, panel->bottom - 11,
		    panel_time(selection, panel, i) + half, panel->bottom - 1, canvas->theme->ink);
	}
}

const struct series_row *
panel_end(const struct selection *selection, const struct series_row *const *rows, bool last)
{
	const struct series_row *found = NULL;

	for (size_t i = 0; i < selection->period_count && (last || found == NULL); i++)
		if (panel_shows(rows[i], SERIES_VALUE))
			found = rows[i];
	return found;
}

void
panel_empty(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	double width = panel->right - panel->left;
	double y = (panel->top + panel->bottom) / 2;
	struct label label;

	if (panel_end(selection, panel->rows, true) != NULL)
		return;
	label_wrap(&label, "no figure can be shown", THEME_TEXT, false, width, 3);
	y -= (double)(label.count - 1) * THEME_LINE / 2;
	/* no line runs through the words */
	canvas_box(canvas, (panel->left + panel->right - label.width) / 2 - 4, y - 11,
	    (panel->left + panel->right + label.width) / 2 + 4,
	    y + (double)label.count * THEME_LINE - 9, canvas->theme->paper);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, (panel->left + panel->right) / 2, y + (double)i * THEME_LINE,
		    CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, label.lines[i]);
	label_release(&label);
}
