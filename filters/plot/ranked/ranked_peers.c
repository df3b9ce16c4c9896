/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_peers: quartiles, median and target behind the figures. */
#include "../canvas/theme.h"
#include "ranked_layout.h"

#include <math.h>

const struct series_row *
ranked_peers(const struct selection *selection)
{
	const struct series_row *found = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_MEDIAN))
			continue;
		if (found == NULL)
			found = row;
		for (enum series_column column = SERIES_Q1; column <= SERIES_Q3; column++)
			if (strcmp(found->figures[column].text, row->figures[column].text) != 0)
				return NULL;
	}
	return found;
}

const struct series_row *
ranked_target(const struct selection *selection)
{
	const struct series_row *found = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_TARGET))
			continue;
		if (found != NULL
		    && strcmp(found->figures[SERIES_TARGET].text, row->figures[SERIES_TARGET].text)
		        != 0)
			return NULL;
		found = row;
	}
	return found;
}

/* Lines behind which peers are drawn: those of figures, and between them. */
static bool
holds_figures(const struct ranked_line *line)
{
	return line->kind != RANKED_APART && line->kind != RANKED_RULE
	    && line->kind != RANKED_SCALE;
}

static void
draw_band(struct canvas *canvas, const struct ranked_layout *layout, const struct series_row *row,
    double top, double bottom)
{
	double left;
	double right;

	if (!series_shown(row, SERIES_Q1) || !series_shown(row, SERIES_Q3))
		return;
	left = ranked_pixel(layout, row, SERIES_Q1);
	right = ranked_pixel(layout, row, SERIES_Q3);
	canvas_box(canvas, left, top, right, bottom, canvas->theme->band);
	canvas_line(canvas, left, top, left, bottom, 1, canvas->theme->edge);
	canvas_line(canvas, right, top, right, bottom, 1, canvas->theme->edge);
}

void
ranked_draw_peers(struct canvas *canvas, const struct ranked_layout *layout)
{
	const struct series_row *all = ranked_peers(layout->selection);

	for (size_t i = 0; i < layout->line_count; i++) {
		const struct ranked_line *line = &layout->lines[i];
		const struct series_row *row = all != NULL ? all : line->row;
		double top = layout->top + line->y;
		double bottom = top + line->height;
		double median;

		/* one run of lines is one band */
		for (; all != NULL && holds_figures(line) && i + 1 < layout->line_count
		     && holds_figures(&layout->lines[i + 1]);
		     i++)
			bottom += layout->lines[i + 1].height;
		if (!holds_figures(line) || row == NULL || !series_shown(row, SERIES_MEDIAN))
			continue;
		draw_band(canvas, layout, row, top, bottom);
		median = ranked_pixel(layout, row, SERIES_MEDIAN);
		if (all != NULL)
			canvas_dashed(
			    canvas, median, top, median, bottom, 2, 6, canvas->theme->ink);
		else
			canvas_line(
			    canvas, median, top + 2, median, bottom - 2, 2, canvas->theme->ink);
	}
}

void
ranked_draw_target(struct canvas *canvas, const struct ranked_layout *layout)
{
	const struct series_row *row = ranked_target(layout->selection);
	double x;

	if (row == NULL)
		return;
	x = ranked_pixel(layout, row, SERIES_TARGET);
	canvas_line(canvas, x, layout->top - 4, x, layout->bottom, 2.5, canvas->theme->centre);
	/* bars and intervals cross the line; its head stands free */
	canvas_triangle(canvas, x, layout->top - 6, 0, 6, canvas->theme->centre);
}
