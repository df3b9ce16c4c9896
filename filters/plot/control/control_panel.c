/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_panel: one unit of a control chart: its limits, centre, target and figures. */
#include "control.h"

#include "../canvas/label.h"
#include "../words/words.h"

#include <math.h>
#include <stdlib.h>

/* The lines of a panel, and what stands before their figures. */
enum { UPPER, CENTRE, LOWER, TARGET, LINES };

static const struct {
	enum series_column column;
	const char *name;
} lines[LINES] = { [UPPER] = { SERIES_LIMIT_UPPER, "upper limit " },
	[CENTRE] = { SERIES_CENTRE, "centre " },
	[LOWER] = { SERIES_LIMIT_LOWER, "lower limit " },
	[TARGET] = { SERIES_TARGET, "target " } };

#define LABEL_APART 19.0

/* How a line is drawn; dash 0 is none, and strokes are as long as gaps. */
struct pen {
	double width;
	double dash;
	uint32_t colour;
};

/* A level line whose strokes hang on x alone, so that short steps make one dashed line. */
static void
level(struct canvas *canvas, double from, double to, double y, const struct pen *pen)
{
	if (pen->dash <= 0) {
		canvas_line(canvas, from, y, to, y, pen->width, pen->colour);
		return;
	}
	for (size_t i = (size_t)(from / (2 * pen->dash)); (double)i * 2 * pen->dash < to; i++) {
		double at = (double)i * 2 * pen->dash;
		double left = fmax(from, at);
		double right = fmin(to, at + pen->dash);

		if (right > left)
			canvas_line(canvas, left, y, right, y, pen->width, pen->colour);
	}
}

/* The pixel of a row's figure; false where the axis does not reach it. */
static bool
reached(
    const struct panel *panel, const struct series_row *row, enum series_column column, double *y)
{
	double value = series_number(row, column);

	*y = axis_pixel(&panel->axis, value);
	return value >= panel->axis.low && value <= panel->axis.high;
}

/* One of the lines, with a step where its value changes (limits of proportions follow the
 * number of records), on over held back figures, broken where a stretch has no limits. */
static void
draw_line(struct canvas *canvas, const struct selection *selection, const struct panel *panel,
    enum series_column column, const struct pen *pen)
{
	const struct series_row *last = NULL;
	double from = panel->left;
	double last_x = from;
	double y;

	for (size_t i = 0; i < selection->period_count; i++) {
		const struct series_row *row = panel->rows[i];
		double x = panel_time(selection, panel, i);
		double middle = (x + last_x) / 2;

		if (row != NULL && !series_shown(row, column) && (row->too_few || row->overlap)
		    && column != SERIES_TARGET) {
			if (last != NULL && reached(panel, last, column, &y))
				level(canvas, from, middle, y, pen);
			last = NULL;
			from = middle;
		}
		if (panel_shows(row, column)) {
			double next;
			bool here = reached(panel, row, column, &next);

			if (last == NULL) {
				/* a stretch's line begins halfway to what is before it */
				from = i == 0 ? panel->left : fmax(from, fmin(middle, x));
			} else if (strcmp(last->figures[column].text, row->figures[column].text)
			    != 0) {
				bool before = reached(panel, last, column, &y);

				if (before)
					level(canvas, from, middle, y, pen);
				if (before && here && pen->dash <= 0)
					canvas_line(canvas, middle, y, middle, next, pen->width,
					    pen->colour);
				from = middle;
			}
			last = row;
		}
		last_x = x;
	}
	if (last != NULL && reached(panel, last, column, &y))
		level(canvas, from, panel->right, y, pen);
}

/* The last figure of each line, NULL where there is none. */
static void
last_rows(const struct selection *selection, const struct panel *panel,
    const struct series_row *last[LINES])
{
	for (size_t line = 0; line < LINES; line++) {
		last[line] = NULL;
		for (size_t i = 0; i < selection->period_count; i++) {
			const struct series_row *row = panel->rows[i];

			if (panel_shows(row, lines[line].column))
				last[line] = row;
			else if (row != NULL && (row->too_few || row->overlap) && line != TARGET)
				last[line] = NULL;
		}
	}
}

/* Moves labels that meet apart, each as little as can be, and into the panel. */
static void
spread(double *y, const size_t *order, size_t count, double top, double bottom)
{
	for (size_t pass = 0; pass < 40; pass++)
		for (size_t i = 1; i < count; i++) {
			double *upper = &y[order[i - 1]];
			double *lower = &y[order[i]];
			double lack = LABEL_APART - (*lower - *upper);

			if (lack > 0) {
				*upper -= lack / 2;
				*lower += lack / 2;
			}
		}
	for (size_t i = 0; i < count; i++)
		y[order[i]] = fmax(y[order[i]], top + LABEL_APART * (double)i);
	for (size_t i = count; i-- > 0;)
		y[order[i]] = fmin(y[order[i]], bottom - 8 - LABEL_APART * (double)(count - 1 - i));
}

/* The lines' figures at their right ends, in the order of their height and moved apart where
 * they meet. */
static void
name_lines(
    struct canvas *canvas, const struct selection *selection, const struct control_panel *panel)
{
	const struct series_row *last[LINES];
	size_t order[LINES];
	double y[LINES];
	size_t count = 0;

	last_rows(selection, &panel->panel, last);
	for (size_t i = 0; i < LINES; i++) {
		size_t at = count;

		/* without names the fewer figures the better: the key has the target's */
		if (last[i] == NULL || (i == TARGET && !panel->named))
			continue;
		/* a limit that has no line has no figure either */
		if (!reached(&panel->panel, last[i], lines[i].column, &y[i]))
			continue;
		for (; at > 0 && y[order[at - 1]] > y[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
		count++;
	}
	spread(y, order, count, panel->panel.top, panel->panel.bottom);
	for (size_t i = count; i-- > 0;) {
		size_t line = order[i];
		struct buffer out = { 0 };
		char *text;

		buffer_append_text(&out, panel->named ? lines[line].name : "");
		words_figure(&out, last[line], lines[line].column);
		text = words_take(&out);
		canvas_word(canvas, panel->panel.right + 8, y[line], CANVAS_LEFT, THEME_TEXT, false,
		    canvas->theme->ink, text);
		free(text);
	}
}

/* An upright dashed line where limits begin anew, with its period where there is room. */
static void
draw_rebases(
    struct canvas *canvas, const struct selection *selection, const struct control_panel *panel)
{
	const struct panel *place = &panel->panel;
	double end = -INFINITY;

	for (size_t i = 1; i < selection->period_count; i++) {
		double x =
		    (panel_time(selection, place, i) + panel_time(selection, place, i - 1)) / 2;
		struct buffer out = { 0 };
		char *text;
		double width;

		if (!control_rebased(selection, panel->unit, i))
			continue;
		canvas_dashed(canvas, x, place->top, x, place->bottom, 1.5, 4, canvas->theme->ink);
		buffer_format(&out, "from %s", words_period(selection, selection->periods[i]));
		text = words_take(&out);
		width = label_width(field_of(text), THEME_TEXT, false);
		if (place->head > 0 && x - end > 12) {
			bool right = x + 6 + width <= place->right;

			if (right || x - 6 - width >= fmax(place->left, end + 12)) {
				canvas_word(canvas, right ? x + 6 : x - 6, place->top + 8,
				    right ? CANVAS_LEFT : CANVAS_RIGHT, THEME_TEXT, false,
				    canvas->theme->ink, text);
				end = right ? x + 6 + width : x;
			}
		}
		free(text);
	}
}

static void
draw_figures(
    struct canvas *canvas, const struct selection *selection, const struct control_panel *panel)
{
	const struct panel *place = &panel->panel;
	/* many points stand closer, so they are smaller */
	double distance = (place->right - place->left) / (double)selection->period_count;
	double radius = fmin(4.5, fmax(1.8, distance * 0.32));
	double signal = fmin(radius + 3, fmax(3.4, distance * 0.7));

	panel_path(canvas, selection, place, 1.5, canvas->theme->edge);
	/* signals stand on all others */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < selection->period_count; i++) {
			const struct series_row *row = place->rows[i];
			enum control_way way = control_way(row);

			if (panel_shows(row, SERIES_VALUE) && (way > CONTROL_COMMON) == (pass == 1))
				control_figure(canvas, panel_time(selection, place, i),
				    axis_pixel(&place->axis, series_number(row, SERIES_VALUE)),
				    way > CONTROL_COMMON ? signal : radius, way,
				    control_direction(way, panel->good));
		}
}

void
control_panel_draw(
    struct canvas *canvas, const struct selection *selection, struct control_panel *panel)
{
	const struct theme *theme = canvas->theme;
	const struct pen limit = { 1.8, 7, theme->ink };
	const struct pen inner = { 1, 3, theme->edge };
	const struct pen centre = { 2, 0, theme->centre };
	const struct pen target = { 2, 2.5, theme->own };

	panel_place(selection, &panel->panel);
	panel_axes(canvas, selection, &panel->panel);
	draw_rebases(canvas, selection, panel);
	if (panel->both) {
		draw_line(canvas, selection, &panel->panel, SERIES_LIMIT_LOWER95, &inner);
		draw_line(canvas, selection, &panel->panel, SERIES_LIMIT_UPPER95, &inner);
	}
	draw_line(canvas, selection, &panel->panel, SERIES_LIMIT_LOWER, &limit);
	draw_line(canvas, selection, &panel->panel, SERIES_LIMIT_UPPER, &limit);
	draw_line(canvas, selection, &panel->panel, SERIES_CENTRE, &centre);
	draw_line(canvas, selection, &panel->panel, SERIES_TARGET, &target);
	name_lines(canvas, selection, panel);
	panel_held(canvas, selection, &panel->panel);
	draw_figures(canvas, selection, panel);
	if (panel->named)
		control_name_rules(canvas, selection, panel);
	panel_empty(canvas, selection, &panel->panel);
}
