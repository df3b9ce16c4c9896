/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked: bars with their intervals, best first. */
#include "ranked.h"

#include "../canvas/axis.h"
#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

#define NAME_WIDTH 310.0
#define MARK_WIDTH 22.0 /* before the names, for the own unit's mark */
#define BAR        18.0
/* Held-back units get rows of their own up to here; the note lists them all. */
#define HELD_ROWS_MAX 12
/* A chart of more rows has its scale at both ends. */
#define SCALE_ROWS 15

struct layout {
	double names;  /* left edge */
	double counts; /* right edge of n */
	double values; /* right edge of the figures */
	double top;    /* of the first row */
	double bottom;
	size_t rows;
	bool any_count;
	struct axis axis;
};

static size_t
rows_shown(const struct selection *selection)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;
	size_t held = selection->suppressed + selection->absent;

	return shown + (held <= HELD_ROWS_MAX || shown == 0 ? held : 0);
}

static void
reach(const struct selection *selection, struct axis *axis)
{
	double low = 0; /* a bar's length speaks only from zero */
	double high = 0;

	for (size_t i = 0; i < selection->count; i++) {
		static const enum series_column ends[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER,
			SERIES_MEDIAN };
		const struct series_row *row = selection->rows[i];

		for (size_t j = 0; j < 4; j++)
			if (series_shown(row, ends[j])) {
				low = fmin(low, series_number(row, ends[j]));
				high = fmax(high, series_number(row, ends[j]));
			}
	}
	if (low == 0 && high == 0)
		high = 1;
	axis_make(axis, low < 0 ? low - (high - low) * 0.02 : 0, high + (high - low) * 0.02, 6);
	axis->percent = words_percent(selection);
}

static void
lay_columns(const struct selection *selection, double width, struct layout *layout)
{
	double names = 80;
	double counts = label_width(field_of("n"), THEME_TEXT, true);
	double values = 0;

	for (size_t i = 0; i < layout->rows; i++) {
		const struct series_row *row = selection->rows[i];
		char *name = words_unit(selection, row->unit);
		struct buffer figure = { 0 };
		struct label label;
		char *text;

		/* as it will be drawn: bold letters wrap elsewhere */
		label_wrap(
		    &label, name, THEME_TEXT, selection_own(selection, row->unit), NAME_WIDTH, 3);
		names = fmax(names, label.width);
		label_release(&label);
		counts =
		    fmax(counts, label_width(field_of(words_count(row)->text), THEME_TEXT, false));
		layout->any_count |= words_count(row)->state != SERIES_EMPTY;
		words_figure(&figure, row, SERIES_VALUE);
		text = words_take(&figure);
		values = fmax(values, label_width(field_of(text), THEME_TEXT, true));
		free(text);
		free(name);
	}
	layout->names = THEME_MARGIN + MARK_WIDTH;
	layout->counts = layout->names + names + 16 + counts;
	if (!layout->any_count)
		layout->counts = layout->names + names;
	layout->values = width - THEME_MARGIN;
	layout->axis.from = layout->counts + 20;
	layout->axis.to = layout->values - values - 28;
}

/* The rows' peers, when all rows that show them agree. */
static const struct series_row *
peers(const struct selection *selection)
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

/* The peers' figures above their band, beside the column head where there is room. */
static double
draw_peers_words(
    struct canvas *canvas, const struct layout *layout, const struct series_row *row, double y)
{
	struct buffer out = { 0 };
	double middle = axis_pixel(&layout->axis, series_number(row, SERIES_MEDIAN));
	double half;
	bool beside;
	char *text;

	buffer_append_text(&out, "dashed: median ");
	words_figure(&out, row, SERIES_MEDIAN);
	if (series_shown(row, SERIES_Q1) && series_shown(row, SERIES_Q3)) {
		buffer_append_text(&out, "; band: middle half, ");
		words_figure(&out, row, SERIES_Q1);
		buffer_append_text(&out, " to ");
		words_figure(&out, row, SERIES_Q3);
	}
	text = words_take(&out);
	half = label_width(field_of(text), THEME_TEXT, false) / 2;
	beside = layout->rows <= SCALE_ROWS && layout->values - 2 * half >= layout->axis.from;
	middle = fmin(middle, layout->values - half);
	middle = fmax(middle, (beside ? layout->axis.from : layout->names) + half);
	canvas_word(canvas, middle, y, CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, text);
	free(text);
	return beside ? y : y + THEME_LINE + 4;
}

static void
draw_peers(struct canvas *canvas, const struct layout *layout, const struct series_row *row)
{
	double top = layout->top - 6;
	double bottom = layout->bottom;
	double middle = axis_pixel(&layout->axis, series_number(row, SERIES_MEDIAN));

	if (series_shown(row, SERIES_Q1) && series_shown(row, SERIES_Q3)) {
		double left = axis_pixel(&layout->axis, series_number(row, SERIES_Q1));
		double right = axis_pixel(&layout->axis, series_number(row, SERIES_Q3));

		canvas_box(canvas, left, top, right, bottom, canvas->theme->band);
		canvas_line(canvas, left, top, left, bottom, 1, canvas->theme->edge);
		canvas_line(canvas, right, top, right, bottom, 1, canvas->theme->edge);
	}
	canvas_dashed(canvas, middle, top, middle, bottom, 2, 6, canvas->theme->ink);
}

static void
draw_ticks(struct canvas *canvas, const struct layout *layout, bool lines, double label_y)
{
	for (size_t i = 0; i < axis_ticks(&layout->axis); i++) {
		double x = axis_pixel(&layout->axis, axis_tick(&layout->axis, i));
		char label[AXIS_LABEL_MAX];

		if (lines) {
			canvas_line(
			    canvas, x, layout->top - 6, x, layout->bottom, 1, canvas->theme->grid);
			continue;
		}
		axis_label(&layout->axis, i, label);
		canvas_word(canvas, x, label_y, CANVAS_CENTRE, THEME_TEXT, false,
		    canvas->theme->ink, label);
	}
}

static void
draw_interval(
    struct canvas *canvas, const struct axis *axis, const struct series_row *row, double y)
{
	double left;
	double right;

	if (!series_shown(row, SERIES_LOWER) || !series_shown(row, SERIES_UPPER))
		return;
	left = axis_pixel(axis, series_number(row, SERIES_LOWER));
	right = axis_pixel(axis, series_number(row, SERIES_UPPER));
	/* a white edge lifts the stroke from the bar */
	canvas_line(canvas, left - 2, y, right + 2, y, 5, canvas->theme->paper);
	for (size_t i = 0; i < 2; i++) {
		double x = i == 0 ? left : right;

		canvas_line(canvas, x, y - 7, x, y + 7, 5, canvas->theme->paper);
	}
	canvas_line(canvas, left, y, right, y, 2, canvas->theme->ink);
	canvas_line(canvas, left, y - 6, left, y + 6, 2, canvas->theme->ink);
	canvas_line(canvas, right, y - 6, right, y + 6, 2, canvas->theme->ink);
}

static double
draw_row(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    const struct series_row *row, double y)
{
	bool own = selection_own(selection, row->unit);
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	char *name = words_unit(selection, row->unit);
	struct buffer figure = { 0 };
	struct label label;
	double height;
	double middle;
	char *text;

	label_wrap(&label, name, THEME_TEXT, own, NAME_WIDTH, 3);
	height = fmax(28, (double)label.count * 19 + 9);
	middle = y + height / 2;
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, layout->names,
		    middle + ((double)i - (double)(label.count - 1) / 2) * 19, CANVAS_LEFT,
		    THEME_TEXT, own, colour, label.lines[i]);
	label_release(&label);
	if (own)
		canvas_pointer(canvas, THEME_MARGIN + 7, middle, 7, canvas->theme->own);
	canvas_word(canvas, layout->counts, middle, CANVAS_RIGHT, THEME_TEXT, own, colour,
	    words_count(row)->text);
	if (series_shown(row, SERIES_VALUE)) {
		double zero = axis_pixel(&layout->axis, 0);
		double end = axis_pixel(&layout->axis, series_number(row, SERIES_VALUE));

		canvas_box(canvas, fmin(zero, end), middle - BAR / 2, fmax(zero, end),
		    middle + BAR / 2, own ? canvas->theme->own : canvas->theme->bar);
		draw_interval(canvas, &layout->axis, row, middle);
	} else if (row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		canvas_box(canvas, layout->axis.from, middle - BAR / 2, layout->axis.to,
		    middle + BAR / 2, canvas->theme->paper);
		canvas_hatch(canvas, layout->axis.from, middle - BAR / 2, layout->axis.to,
		    middle + BAR / 2, canvas->theme->edge);
	}
	words_figure(&figure, row, SERIES_VALUE);
	text = words_take(&figure);
	canvas_word(canvas, layout->values, middle, CANVAS_RIGHT, THEME_TEXT, own, colour,
	    text[0] == '\0' ? "\xe2\x80\x93" : text);
	free(text);
	free(name);
	return y + height;
}

/* The height that the rows take: the same steps as draw_row, on no paper. */
static double
rows_height(
    const struct selection *selection, const struct layout *layout, const struct canvas *canvas)
{
	struct canvas scratch = { .width = canvas->width, .theme = canvas->theme };
	double y = 0;

	for (size_t i = 0; i < layout->rows; i++)
		y = draw_row(&scratch, selection, layout, selection->rows[i], y);
	canvas_release(&scratch);
	return y;
}

void
ranked_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct layout layout = { .rows = rows_shown(selection) };
	bool figures = selection->count > selection->suppressed + selection->absent;
	const struct series_row *peer = peers(selection);
	double y;

	lay_columns(selection, canvas->width, &layout);
	reach(selection, &layout.axis);
	y = frame_head(canvas, words);
	if (peer != NULL)
		y = draw_peers_words(canvas, &layout, peer, y);
	if (layout.any_count)
		canvas_word(canvas, layout.counts, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "n");
	if (figures && layout.rows > SCALE_ROWS)
		draw_ticks(canvas, &layout, false, y);
	layout.top = y + 20;
	layout.bottom = layout.top + rows_height(selection, &layout, canvas);
	if (peer != NULL)
		draw_peers(canvas, &layout, peer);
	if (figures)
		draw_ticks(canvas, &layout, true, 0);
	y = layout.top;
	for (size_t i = 0; i < layout.rows; i++)
		y = draw_row(canvas, selection, &layout, selection->rows[i], y);
	if (figures) {
		double zero = axis_pixel(&layout.axis, 0);

		canvas_line(
		    canvas, zero, layout.top - 6, zero, layout.bottom, 2, canvas->theme->ink);
		draw_ticks(canvas, &layout, false, y + 14);
		y += 24;
	}
	frame_foot(canvas, words, y + 8);
}
