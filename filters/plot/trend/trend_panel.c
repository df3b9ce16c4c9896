/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend_panel: one panel: intervals, the other units behind, the line and its two ends. */
#include "trend.h"

#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/words.h"

#include <math.h>
#include <stdlib.h>

#define EDGE_DISTANCE 6.0

static bool
has_interval(const struct series_row *row)
{
	return panel_shows(row, SERIES_VALUE) && series_shown(row, SERIES_LOWER)
	    && series_shown(row, SERIES_UPPER);
}

/* Limits past the axis end at its ends. */
static double
pixel_within(const struct panel *panel, double value)
{
	return axis_pixel(&panel->axis, fmin(fmax(value, panel->axis.low), panel->axis.high));
}

/* Joined over periods that follow each other; a lone one is a bar.  Edges would be taken for
 * other units' lines, or fill the band where periods stand close. */
static void
draw_band(
    struct canvas *canvas, const struct selection *selection, const struct panel *panel, bool edged)
{
	const struct theme *theme = canvas->theme;
	bool joined = false;

	for (size_t i = 0; i < selection->period_count; i++) {
		const struct series_row *row = panel->rows[i];
		const struct series_row *next =
		    i + 1 < selection->period_count ? panel->rows[i + 1] : NULL;
		double x = panel_time(selection, panel, i);
		double low;
		double high;

		if (!has_interval(row)) {
			joined = false;
			continue;
		}
		low = pixel_within(panel, series_number(row, SERIES_LOWER));
		high = pixel_within(panel, series_number(row, SERIES_UPPER));
		if (has_interval(next) && axis_follows(selection, i)) {
			double to = panel_time(selection, panel, i + 1);
			double low_to = pixel_within(panel, series_number(next, SERIES_LOWER));
			double high_to = pixel_within(panel, series_number(next, SERIES_UPPER));

			canvas_strip(canvas, x, low, high, to, low_to, high_to, theme->band);
			if (edged && to - x >= EDGE_DISTANCE) {
				canvas_line(canvas, x, low, to, low_to, 0.8, theme->edge);
				canvas_line(canvas, x, high, to, high_to, 0.8, theme->edge);
			}
			joined = true;
		} else if (!joined) {
			canvas_line(canvas, x, low, x, high, 2, theme->edge);
		} else {
			joined = false;
		}
	}
}

static void
draw_context(struct canvas *canvas, const struct selection *selection, const struct trend *trend,
    const struct trend_panel *panel)
{
	struct panel other = panel->panel;

	/* behind a panel without a figure they would seem to be its own */
	if (!panel->context || panel_end(selection, panel->panel.rows, true) == NULL)
		return;
	for (size_t i = 0; i < trend->count; i++) {
		other.rows = trend_rows(trend, selection, i);
		if (i != panel->number)
			panel_path(canvas, selection, &other, 0.7, canvas->theme->edge);
	}
}

static void
draw_median(struct canvas *canvas, const struct selection *selection, const struct panel *panel)
{
	for (size_t i = 0; i + 1 < selection->period_count; i++) {
		const struct series_row *row = panel->rows[i];
		const struct series_row *next = panel->rows[i + 1];

		if (panel_shows(row, SERIES_MEDIAN) && panel_shows(next, SERIES_MEDIAN)
		    && axis_follows(selection, i))
			canvas_dashed(canvas, panel_time(selection, panel, i),
			    pixel_within(panel, series_number(row, SERIES_MEDIAN)),
			    panel_time(selection, panel, i + 1),
			    pixel_within(panel, series_number(next, SERIES_MEDIAN)), 2, 4,
			    canvas->theme->centre);
	}
}

/* The figure has no neighbour, so that no line shows it. */
static bool
alone(const struct selection *selection, const struct panel *panel, size_t period)
{
	bool before = period > 0 && panel_shows(panel->rows[period - 1], SERIES_VALUE)
	    && axis_follows(selection, period - 1);
	bool after = period + 1 < selection->period_count
	    && panel_shows(panel->rows[period + 1], SERIES_VALUE)
	    && axis_follows(selection, period);

	return !before && !after;
}

static char *
figure_of(const struct series_row *row)
{
	struct buffer out = { 0 };

	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

/* Left of its point, where no line runs. */
static void
name_first(struct canvas *canvas, const struct panel *panel, const struct series_row *row, double x)
{
	char *text = figure_of(row);
	double y = axis_pixel(&panel->axis, series_number(row, SERIES_VALUE));

	canvas_box(canvas, x - 9 - label_width(field_of(text), THEME_TEXT, false), y - 8, x - 7,
	    y + 8, canvas->theme->paper);
	canvas_word(canvas, x - 8, y, CANVAS_RIGHT, THEME_TEXT, false, canvas->theme->ink, text);
	free(text);
}

static void
draw_ends(struct canvas *canvas, const struct selection *selection, const struct trend_panel *panel)
{
	const struct panel *place = &panel->panel;
	const struct series_row *first = panel_end(selection, place->rows, false);
	const struct series_row *last = panel_end(selection, place->rows, true);
	uint32_t colour = panel->own ? canvas->theme->own : canvas->theme->figure;

	for (size_t i = 0; i < selection->period_count; i++) {
		const struct series_row *row = place->rows[i];
		double x = panel_time(selection, place, i);
		double y;

		if (!panel_shows(row, SERIES_VALUE)
		    || (row != first && row != last && !alone(selection, place, i)))
			continue;
		y = axis_pixel(&place->axis, series_number(row, SERIES_VALUE));
		if (row == first && row != last)
			name_first(canvas, place, row, x);
		canvas_circle(canvas, x, y, 4, colour);
		if (row == last) {
			char *text = figure_of(row);

			canvas_word(canvas, place->right + 4,
			    fmin(fmax(y, place->top + 8), place->bottom - 8), CANVAS_LEFT,
			    THEME_TEXT, true, colour, text);
			free(text);
		}
	}
}

void
trend_panel_draw(struct canvas *canvas, const struct selection *selection,
    const struct trend *trend, struct trend_panel *panel)
{
	panel_place(selection, &panel->panel);
	draw_band(canvas, selection, &panel->panel, !panel->context);
	panel_axes(canvas, selection, &panel->panel);
	draw_context(canvas, selection, trend, panel);
	draw_median(canvas, selection, &panel->panel);
	panel_held(canvas, selection, &panel->panel);
	panel_path(canvas, selection, &panel->panel, panel->own ? 3 : 2.2,
	    panel->own ? canvas->theme->own : canvas->theme->figure);
	draw_ends(canvas, selection, panel);
	panel_empty(canvas, selection, &panel->panel);
}
