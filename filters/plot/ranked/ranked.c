/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked: bars or points with their intervals, best first. */
#include "ranked.h"

#include "../canvas/frame.h"
#include "../canvas/key.h"
#include "../canvas/theme.h"
#include "../canvas/whisker.h"
#include "../words/sentence.h"
#include "ranked_key.h"
#include "ranked_layout.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define SCALE_LINES 15 /* a chart of more has its scale at both ends */
#define NAME_LINE   19.0

/* What the drawing of one line needs. */
struct pen {
	struct canvas *canvas;
	const struct ranked_layout *layout;
	const struct ranked_bands *bands;
};

static void
draw_ticks(struct canvas *canvas, const struct ranked_layout *layout, double y)
{
	for (size_t i = 0; i < layout->axis.tick_count; i++) {
		double x = axis_pixel(&layout->axis, layout->axis.ticks[i]);
		char label[AXIS_LABEL_MAX];

		axis_label(&layout->axis, i, label);
		canvas_word(
		    canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, label);
	}
}

static void
draw_grid(struct canvas *canvas, const struct ranked_layout *layout)
{
	for (size_t i = 0; i < layout->axis.tick_count; i++) {
		double x = axis_pixel(&layout->axis, layout->axis.ticks[i]);

		canvas_line(canvas, x, layout->top, x, layout->bottom, 1, canvas->theme->grid);
	}
}

static void
draw_interval(const struct pen *pen, const struct series_row *row, double y,
    enum series_column lower, enum series_column upper, bool within)
{
	const struct axis *axis = &pen->layout->axis;

	if (!series_shown(row, lower) || !series_shown(row, upper))
		return;
	whisker_draw(pen->canvas,
	    &(struct whisker){ .left = axis_pixel(axis, series_number(row, lower)),
	        .right = axis_pixel(axis, series_number(row, upper)),
	        .from = axis->from - 1,
	        .to = axis->to + 1,
	        .width = within ? 4 : 2,
	        .end = within ? 0 : pen->layout->bar / 3,
	        .lifted = !pen->layout->points },
	    y, pen->canvas->theme->ink);
}

static void
draw_figure(const struct pen *pen, const struct ranked_line *line, double y)
{
	const struct ranked_layout *layout = pen->layout;
	const struct theme *theme = pen->canvas->theme;
	bool own = selection_own(layout->selection, line->row->unit);
	bool wide = ranked_wide_intervals(layout->selection);
	double end = ranked_pixel(layout, line->row, SERIES_VALUE);
	double zero = axis_pixel(&layout->axis, 0);

	if (!layout->points)
		canvas_box(pen->canvas, fmin(zero, end), y - layout->bar / 2, fmax(zero, end),
		    y + layout->bar / 2,
		    own                              ? theme->own
		        : line->kind == RANKED_APART ? theme->edge
		                                     : theme->bar);
	if (wide)
		draw_interval(pen, line->row, y, SERIES_LOWER998, SERIES_UPPER998, false);
	draw_interval(pen, line->row, y, SERIES_LOWER, SERIES_UPPER, wide);
	if (!layout->points)
		return;
	if (own)
		canvas_diamond(pen->canvas, end, y, 8, theme->own);
	else if (line->kind == RANKED_APART)
		canvas_box(pen->canvas, end - 5, y - 5, end + 5, y + 5, theme->ink);
	else
		canvas_circle(pen->canvas, end, y, 5.5, theme->figure);
}

static void
draw_held(const struct pen *pen, const struct ranked_line *line, double y)
{
	const struct ranked_layout *layout = pen->layout;
	double top = y - layout->bar / 2;
	double bottom = y + layout->bar / 2;

	if (line->row->figures[SERIES_VALUE].state != SERIES_SUPPRESSED)
		return;
	canvas_box(pen->canvas, layout->axis.from, top, layout->axis.to, bottom,
	    pen->canvas->theme->paper);
	canvas_hatch(
	    pen->canvas, layout->axis.from, top, layout->axis.to, bottom, pen->canvas->theme->edge);
}

static void
draw_words(const struct pen *pen, const struct ranked_line *line, double middle)
{
	const struct ranked_layout *layout = pen->layout;
	struct canvas *canvas = pen->canvas;
	bool own = selection_own(layout->selection, line->row->unit);
	bool bold = own || line->kind == RANKED_APART;
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	double first = layout->narrow ? layout->top + line->y + NAME_LINE / 2 + 2
	                              : middle - (double)(line->name.count - 1) / 2 * NAME_LINE;
	double upper = layout->narrow ? first : middle;
	struct buffer figure = { 0 };
	char *text;

	for (size_t i = 0; i < line->name.count; i++)
		canvas_word(canvas, layout->names, first + (double)i * NAME_LINE, CANVAS_LEFT,
		    THEME_TEXT, bold, colour, line->name.lines[i]);
	if (own)
		canvas_pointer(canvas, THEME_MARGIN + 7, upper, 7, canvas->theme->own);
	if (layout->any_count && words_count(line->row)->text[0] != '\0') {
		buffer_format(
		    &figure, "%s%s", layout->narrow ? "n " : "", words_count(line->row)->text);
		text = words_take(&figure);
		canvas_word(canvas, layout->counts, middle, CANVAS_RIGHT, THEME_TEXT,
		    bold && !layout->narrow, colour, text);
		free(text);
	}
	words_figure(&figure, line->row, SERIES_VALUE);
	text = words_take(&figure);
	canvas_word(canvas, layout->values, upper, CANVAS_RIGHT, THEME_TEXT, bold, colour,
	    text[0] == '\0' ? "\xe2\x80\x93" : text);
	free(text);
	if (layout->any_band)
		ranked_bands_draw(
		    canvas, pen->bands, line->row, layout->values - layout->value_width + 8, upper);
}

/* What stands between the rows: how many are left out, the scale again, a rule. */
static void
draw_between(const struct pen *pen, const struct ranked_line *line)
{
	const struct ranked_layout *layout = pen->layout;
	double top = layout->top + line->y + 2;
	double bottom = layout->top + line->y + line->height - 2;
	double middle = (top + bottom) / 2;
	char text[64];

	if (line->kind == RANKED_RULE) {
		canvas_line(pen->canvas, THEME_MARGIN, middle, layout->values, middle, 1,
		    pen->canvas->theme->edge);
		return;
	}
	/* the lines of grid and peers do not run through words */
	canvas_box(
	    pen->canvas, THEME_MARGIN, top, layout->values, bottom, pen->canvas->theme->paper);
	if (line->kind == RANKED_SCALE) {
		draw_ticks(pen->canvas, layout, middle);
		return;
	}
	snprintf(text, sizeof text, "%zu more unit%s not drawn", line->left_out,
	    line->left_out == 1 ? "" : "s");
	canvas_word(pen->canvas, layout->names, middle, CANVAS_LEFT, THEME_TEXT, false,
	    pen->canvas->theme->ink, text);
}

static void
draw_line(const struct pen *pen, const struct ranked_line *line)
{
	double middle;

	if (line->row == NULL) {
		draw_between(pen, line);
		return;
	}
	middle = ranked_middle(pen->layout, line);
	if (line->kind == RANKED_HELD)
		draw_held(pen, line, middle);
	else
		draw_figure(pen, line, middle);
	draw_words(pen, line, middle);
}

/* Names above their bars stand on paper, not on grid and bands. */
static void
clear_names(struct canvas *canvas, const struct ranked_layout *layout)
{
	for (size_t i = 0; layout->narrow && i < layout->line_count; i++) {
		const struct ranked_line *line = &layout->lines[i];

		if (line->row != NULL)
			canvas_box(canvas, THEME_MARGIN, layout->top + line->y, layout->values,
			    ranked_middle(layout, line) - layout->bar / 2 - 3,
			    canvas->theme->paper);
	}
}

/* The heads of the columns, and the scale where the other end is far away. */
static double
draw_heads(struct canvas *canvas, const struct ranked_layout *layout, bool figures, double y)
{
	bool scale = figures && layout->line_count > SCALE_LINES;

	if (layout->narrow) {
		if (scale)
			draw_ticks(canvas, layout, y);
		return scale ? y + 20 : y;
	}
	if (layout->any_count)
		canvas_word(canvas, layout->counts, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "n");
	canvas_word(canvas, layout->values, y, CANVAS_RIGHT, THEME_TEXT, true, canvas->theme->ink,
	    sentence_head(layout->selection));
	if (!scale)
		return y + 20;
	/* below the heads: on one line with them the outer figures of the scale touch n and share
	 */
	draw_ticks(canvas, layout, y + 20);
	return y + 40;
}

static void
draw_axis(struct canvas *canvas, const struct ranked_layout *layout)
{
	const struct axis *axis = &layout->axis;

	if (layout->points)
		canvas_line(canvas, axis->from, layout->bottom, axis->to, layout->bottom, 1,
		    canvas->theme->edge);
	else
		canvas_line(canvas, axis_pixel(axis, 0), layout->top, axis_pixel(axis, 0),
		    layout->bottom, 2, canvas->theme->ink);
}

void
ranked_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	bool figures = selection->count > selection->suppressed + selection->absent;
	struct ranked_layout layout;
	struct ranked_bands bands;
	struct pen pen = { canvas, &layout, &bands };
	double y = frame_head(canvas, words);

	ranked_lay(&layout, selection, canvas->width);
	ranked_bands_make(&bands, selection);
	y = ranked_draw_key(canvas, &layout, &bands, y);
	layout.top = draw_heads(canvas, &layout, figures, y);
	layout.bottom = layout.top + ranked_height(&layout);
	if (figures) {
		ranked_draw_peers(canvas, &layout);
		draw_grid(canvas, &layout);
		ranked_draw_target(canvas, &layout);
		draw_axis(canvas, &layout);
		clear_names(canvas, &layout);
	}
	for (size_t i = 0; i < layout.line_count; i++)
		draw_line(&pen, &layout.lines[i]);
	if (figures)
		draw_ticks(canvas, &layout, layout.bottom + 14);
	frame_foot(canvas, words, layout.bottom + (figures ? 32 : 8));
	ranked_bands_release(&bands);
	ranked_layout_release(&layout);
}
