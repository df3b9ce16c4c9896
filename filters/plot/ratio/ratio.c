/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio: how many times the figure of a group of reference, with intervals. */
#include "ratio.h"

#include "../canvas/frame.h"
#include "../canvas/theme.h"
#include "../canvas/whisker.h"
#include "../words/sentence.h"
#include "ratio_layout.h"

#include <math.h>

#define SCALE_LINES 15 /* a chart of more has its scale at both ends */
#define POINT       5.5
#define LIFT        10.0 /* from the line of reference to the words beside it */

static double
one_of(const struct ratio_layout *layout)
{
	return axis_pixel(&layout->axis, 1);
}

static void
draw_ticks(struct canvas *canvas, const struct ratio_layout *layout, double y)
{
	for (size_t i = 0; i < layout->axis.tick_count; i++) {
		char label[AXIS_LABEL_MAX];

		axis_label(&layout->axis, i, label);
		canvas_word(canvas, axis_pixel(&layout->axis, layout->axis.ticks[i]), y,
		    CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, label);
	}
}

/* The lines of ticks and of 1 beside the rows of items; heads and words stand free. */
static void
draw_grid(struct canvas *canvas, const struct ratio_layout *layout)
{
	for (size_t i = 0; i < layout->line_count; i++) {
		const struct ratio_line *line = &layout->lines[i];
		double bottom = layout->top + line->y + line->height;
		double top = layout->narrow && line->item != NULL ? ratio_middle(layout, line) - 9
		                                                  : layout->top + line->y;

		if (line->item == NULL)
			continue;
		for (size_t j = 0; j < layout->axis.tick_count; j++) {
			double x = axis_pixel(&layout->axis, layout->axis.ticks[j]);

			canvas_line(canvas, x, top, x, bottom, 1, canvas->theme->grid);
		}
		canvas_line(
		    canvas, one_of(layout), top, one_of(layout), bottom, 2, canvas->theme->ink);
	}
}

static void
draw_point(struct canvas *canvas, const struct ratio_layout *layout, const struct ratio_item *item,
    bool own, double y)
{
	const struct axis *axis = &layout->axis;
	double ratio = series_number(item->row, SERIES_RATIO);
	double x = axis_pixel(axis, ratio);

	if (item->reference) {
		canvas_diamond(canvas, one_of(layout), y, 8, canvas->theme->ink);
		canvas_diamond(canvas, one_of(layout), y, 5, canvas->theme->paper);
	} else if (ratio <= 0) {
		/* none at all is off every scale of ratios */
		canvas_triangle(canvas, axis->from + 7, y, -7, 0,
		    own ? canvas->theme->own : canvas->theme->figure);
	} else if (own) {
		canvas_diamond(canvas, x, y, 8, canvas->theme->own);
	} else {
		canvas_circle(canvas, x, y, POINT, canvas->theme->figure);
	}
}

static double
limit_pixel(const struct ratio_layout *layout, const struct series_row *row,
    enum series_column column, double none)
{
	const struct axis *axis = &layout->axis;
	double limit = series_number(row, column);

	if (!series_shown(row, column))
		return none;
	/* the axis draws what is below it at its end, where the arrow is to stand */
	return limit < axis->low ? -INFINITY : axis_pixel(axis, limit);
}

static void
draw_interval(struct canvas *canvas, const struct ratio_layout *layout,
    const struct series_row *row, double y)
{
	if (!series_shown(row, SERIES_RATIO_LOWER) && !series_shown(row, SERIES_RATIO_UPPER))
		return;
	whisker_draw(canvas,
	    &(struct whisker){ .left = limit_pixel(layout, row, SERIES_RATIO_LOWER, -INFINITY),
	        .right = limit_pixel(layout, row, SERIES_RATIO_UPPER, INFINITY),
	        .from = layout->axis.from,
	        .to = layout->axis.to,
	        .width = 2,
	        .end = 5,
	        .arrows = true },
	    y, canvas->theme->ink);
}

static void
draw_item(struct canvas *canvas, const struct ratio_layout *layout, const struct ratio_line *line)
{
	const struct series_row *row = line->item->row;
	bool own = selection_own(layout->selection, row->unit);
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	double middle = ratio_middle(layout, line);
	double first = layout->narrow ? layout->top + line->y + RATIO_LINE / 2
	                              : middle - (double)(line->name.count - 1) / 2 * RATIO_LINE;
	double words = layout->narrow ? first + (double)line->name.count * RATIO_LINE : middle;

	for (size_t i = 0; i < line->name.count; i++)
		canvas_word(canvas, layout->names, first + (double)i * RATIO_LINE, CANVAS_LEFT,
		    THEME_TEXT, own, colour, line->name.lines[i]);
	if (own)
		canvas_pointer(canvas, THEME_MARGIN + 7, layout->narrow ? first : middle, 7,
		    canvas->theme->own);
	canvas_word(
	    canvas, layout->values, words, CANVAS_RIGHT, THEME_TEXT, own, colour, line->value);
	canvas_word(canvas, layout->narrow ? layout->names : layout->figures, words,
	    layout->narrow ? CANVAS_LEFT : CANVAS_RIGHT, THEME_TEXT, own, colour, line->figures);
	if (series_shown(row, SERIES_RATIO)) {
		draw_interval(canvas, layout, row, middle);
		draw_point(canvas, layout, line->item, own, middle);
	} else if (row->figures[SERIES_RATIO].state == SERIES_SUPPRESSED) {
		canvas_box(canvas, layout->axis.from, middle - 7, layout->axis.to, middle + 7,
		    canvas->theme->paper);
		canvas_hatch(canvas, layout->axis.from, middle - 7, layout->axis.to, middle + 7,
		    canvas->theme->edge);
	}
}

static void
draw_line(struct canvas *canvas, const struct ratio_layout *layout, const struct ratio_line *line)
{
	double bottom = layout->top + line->y + line->height;

	if (line->item != NULL) {
		draw_item(canvas, layout, line);
		return;
	}
	for (size_t i = line->name.count; i > 0; i--)
		canvas_word(canvas, THEME_MARGIN,
		    bottom - (double)(line->name.count - i) * RATIO_LINE - RATIO_LINE / 2,
		    CANVAS_LEFT, THEME_TEXT, true, canvas->theme->ink, line->name.lines[i - 1]);
}

/* Heads of the columns, and on which side of the line ratios are lower and higher. */
static double
draw_heads(struct canvas *canvas, const struct ratio_layout *layout, double y)
{
	const struct theme *theme = canvas->theme;
	double one = one_of(layout);
	double lower = label_width(field_of("lower"), THEME_TEXT, false) + LIFT + 14;
	double higher = label_width(field_of("higher"), THEME_TEXT, false) + LIFT + 14;

	if (layout->narrow) {
		canvas_word(canvas, layout->names, y, CANVAS_LEFT, THEME_TEXT, true, theme->ink,
		    ratio_head(layout->selection));
		canvas_word(canvas, layout->values, y, CANVAS_RIGHT, THEME_TEXT, true, theme->ink,
		    sentence_head(layout->selection));
		y += THEME_LINE;
	} else {
		canvas_word(canvas, layout->values, y, CANVAS_RIGHT, THEME_TEXT, true, theme->ink,
		    sentence_head(layout->selection));
		canvas_word(canvas, layout->figures, y, CANVAS_RIGHT, THEME_TEXT, true, theme->ink,
		    ratio_head(layout->selection));
	}
	if (one - lower >= layout->axis.from - (layout->narrow ? 0 : 8)) {
		canvas_word(
		    canvas, one - LIFT, y, CANVAS_RIGHT, THEME_TEXT, false, theme->ink, "lower");
		canvas_triangle(canvas, one - lower + 6, y, -5, 0, theme->ink);
	}
	if (one + higher <= layout->axis.to + (layout->narrow ? 0 : 8)) {
		canvas_word(
		    canvas, one + LIFT, y, CANVAS_LEFT, THEME_TEXT, false, theme->ink, "higher");
		canvas_triangle(canvas, one + higher - 6, y, 5, 0, theme->ink);
	}
	if (layout->line_count > SCALE_LINES) {
		y += THEME_LINE;
		draw_ticks(canvas, layout, y);
	}
	return y + 18;
}

void
ratio_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct ratio_layout layout;
	double y = frame_head(canvas, words);

	ratio_lay(&layout, selection, canvas->width);
	if (layout.line_count == 0) {
		frame_foot(canvas, words, y);
		ratio_layout_release(&layout);
		return;
	}
	y = ratio_draw_key(canvas, &layout, y);
	layout.top = draw_heads(canvas, &layout, y);
	layout.bottom = layout.top + ratio_height(&layout);
	draw_grid(canvas, &layout);
	for (size_t i = 0; i < layout.line_count; i++)
		draw_line(canvas, &layout, &layout.lines[i]);
	canvas_line(canvas, layout.axis.from, layout.bottom, layout.axis.to, layout.bottom, 1,
	    canvas->theme->edge);
	draw_ticks(canvas, &layout, layout.bottom + 14);
	frame_foot(canvas, words, layout.bottom + 32);
	ratio_layout_release(&layout);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	if (selection->series->has[SERIES_RATIO])
		return true;
	return fault_set(fault,
	    "a ratio chart needs the columns of benchmark --by COLUMN --compare ratio --reference "
	    "GROUP");
}

/* Who asked benchmark for ratios asks to see them. */
static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	if (counts->measures != 1 || counts->periods != 1)
		return false;
	for (size_t i = 0; i < selection->count; i++)
		if (ratio_side(selection->rows[i]) != RATIO_UNKNOWN)
			return true;
	return false;
}

static const enum series_column figures[] = { SERIES_RATIO, SERIES_RATIO_LOWER, SERIES_RATIO_UPPER,
	SERIES_REFERENCE, SERIES_COLUMNS };

const struct chart chart_ratio = { .name = "ratio",
	.summary = "how many times the figure of a group of reference",
	.words = "Chart of ratios",
	.span = CHART_UNITS,
	.suits = suits,
	.needs = needs,
	.title = ratio_title,
	.subtitle = ratio_subtitle,
	.alternative = ratio_alternative,
	.draw = ratio_draw,
	.text = ratio_text,
	.figures = figures };
