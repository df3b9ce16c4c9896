/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid: bars to the left and to the right of the names of their bands. */
#include "pyramid_layout.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

#define BAR      20.0
#define ROW      28.0
#define LINE     19.0
#define HELD     30.0 /* the hatched box of a figure that is held back */
#define TICK_GAP 24.0

/* The heads of the sides: swatch, name, and its total where the stream has one. */
static double
draw_heads(const struct selection *selection, const struct pyramid_layout *layout,
    struct canvas *canvas, double y)
{
	double lowest = y;

	for (size_t side = 0; side < 2; side++) {
		const struct series_row *total = layout->pyramid.totals[side];
		double inner = side == 0 ? layout->left : layout->right;
		double room =
		    (side == 0 ? inner - THEME_MARGIN : canvas->width - THEME_MARGIN - inner) - 24;
		struct buffer out = { 0 };
		char *name = pyramid_name(selection, layout->pyramid.sides[side]);
		struct label label;
		char *text;

		buffer_append_text(&out, name);
		if (total != NULL) {
			buffer_append_text(&out, ": ");
			words_figure(&out, total, SERIES_VALUE);
		}
		text = words_take(&out);
		label_wrap(&label, text, THEME_TEXT, true, room, 4);
		canvas_box(canvas, side == 0 ? inner - 16 : inner, y - 8,
		    side == 0 ? inner : inner + 16, y + 8, canvas->theme->series[side]);
		for (size_t i = 0; i < label.count; i++)
			canvas_word(canvas, side == 0 ? inner - 24 : inner + 24,
			    y + (double)i * LINE, side == 0 ? CANVAS_RIGHT : CANVAS_LEFT,
			    THEME_TEXT, true, canvas->theme->ink, label.lines[i]);
		lowest = fmax(lowest, y + (double)label.count * LINE);
		label_release(&label);
		free(text);
		free(name);
	}
	return lowest;
}

static void
draw_ticks(const struct pyramid_layout *layout, struct canvas *canvas, bool lines, double y)
{
	double last[2] = { NAN, NAN };

	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < axis_ticks(&layout->axes[side]); i++) {
			double x =
			    axis_pixel(&layout->axes[side], axis_tick(&layout->axes[side], i));
			char text[AXIS_LABEL_MAX];
			double half;

			if (lines) {
				canvas_line(canvas, x, layout->top, x, layout->bottom, 1,
				    canvas->theme->grid);
				continue;
			}
			axis_label(&layout->axes[side], i, text);
			half = label_width(field_of(text), THEME_TEXT, false) / 2;
			/* both zeros of names above would stand on each other */
			if (layout->above && i == 0) {
				if (side == 1)
					continue;
				x = canvas->width / 2;
			}
			if (fabs(x - last[side]) < 2 * half + 10 || x - half < 0
			    || x + half > canvas->width)
				continue;
			canvas_word(canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false,
			    canvas->theme->ink, text);
			last[side] = x;
			if (layout->above && i == 0)
				last[1] = x;
		}
}

static void
draw_interval(
    const struct axis *axis, struct canvas *canvas, const struct series_row *row, double y)
{
	double from = axis_pixel(axis, series_number(row, SERIES_LOWER));
	double to = axis_pixel(axis, series_number(row, SERIES_UPPER));

	/* a white edge lifts the stroke from the bar */
	canvas_line(canvas, from, y, to, y, 5, canvas->theme->paper);
	canvas_line(canvas, from, y, to, y, 2, canvas->theme->ink);
	canvas_line(canvas, from, y - 5, from, y + 5, 2, canvas->theme->ink);
	canvas_line(canvas, to, y - 5, to, y + 5, 2, canvas->theme->ink);
}

static void
draw_bar(const struct pyramid_layout *layout, struct canvas *canvas, const struct series_row *row,
    size_t side, double y)
{
	const struct axis *axis = &layout->axes[side];
	double outwards = side == 0 ? -1 : 1;
	double zero = axis_pixel(axis, 0);
	double end = zero;
	char *text;

	if (row == NULL)
		return;
	if (series_shown(row, SERIES_VALUE)) {
		end = axis_pixel(axis, series_number(row, SERIES_VALUE));
		canvas_box(canvas, fmin(zero, end), y - BAR / 2, fmax(zero, end), y + BAR / 2,
		    canvas->theme->series[side]);
		end = outwards * fmax(outwards * end, outwards * zero);
		if (series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER)) {
			draw_interval(axis, canvas, row, y);
			end = outwards
			    * fmax(outwards * end,
			        outwards * axis_pixel(axis, series_number(row, SERIES_UPPER)));
		}
	} else if (row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		end = zero + outwards * HELD;
		canvas_hatch(canvas, fmin(zero, end), y - BAR / 2, fmax(zero, end), y + BAR / 2,
		    canvas->theme->edge);
	}
	text = pyramid_figure(row);
	/* an asterisk hangs high */
	canvas_word(canvas, end + outwards * PYRAMID_GAP, y + (text[0] == '*' ? 3 : 0),
	    side == 0 ? CANVAS_RIGHT : CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink,
	    text[0] == '\0' ? "\xe2\x80\x93" : text);
	free(text);
}

static double
draw_band(const struct selection *selection, const struct pyramid_layout *layout,
    struct canvas *canvas, size_t band, double y)
{
	char *name = pyramid_name(selection, layout->pyramid.bands[band]);
	struct label label;
	double height;
	double middle;

	label_wrap(&label, name, THEME_TEXT, false,
	    layout->above ? canvas->width - 2 * THEME_MARGIN : PYRAMID_NAME_MAX, 3);
	height = layout->above ? (double)label.count * LINE + ROW + 6
	                       : fmax(ROW, (double)label.count * LINE + 9);
	middle = layout->above ? y + (double)label.count * LINE + ROW / 2 + 1 : y + height / 2;
	for (size_t i = 0; i < label.count; i++) {
		double line = layout->above
		    ? y + LINE / 2 + (double)i * LINE
		    : middle + ((double)i - (double)(label.count - 1) / 2) * LINE;

		double half = label_width(field_of(label.lines[i]), THEME_TEXT, false) / 2 + 4;

		/* the grid does not run through letters */
		canvas_box(canvas, canvas->width / 2 - half, line - LINE / 2,
		    canvas->width / 2 + half, line + LINE / 2, canvas->theme->paper);
		canvas_word(canvas, canvas->width / 2, line, CANVAS_CENTRE, THEME_TEXT, false,
		    canvas->theme->ink, label.lines[i]);
	}
	for (size_t side = 0; side < 2; side++) {
		double zero = axis_pixel(&layout->axes[side], 0);

		draw_bar(layout, canvas, pyramid_cell(&layout->pyramid, band, side), side, middle);
		canvas_line(canvas, zero, layout->above ? middle - ROW / 2 : y, zero,
		    layout->above ? middle + ROW / 2 : y + height, 2, canvas->theme->ink);
	}
	label_release(&label);
	free(name);
	return y + height;
}

/* Bands from old to young: the youngest are the foot of the pyramid.  Those without a
 * number in their names stand below, as in the stream. */
static double
draw_bands(const struct selection *selection, const struct pyramid_layout *layout,
    struct canvas *canvas, double y)
{
	const struct pyramid *pyramid = &layout->pyramid;

	for (size_t i = pyramid->numbered; i > 0; i--)
		y = draw_band(selection, layout, canvas, i - 1, y);
	for (size_t i = pyramid->numbered; i < pyramid->band_count; i++)
		y = draw_band(selection, layout, canvas, i, y);
	return y;
}

void
pyramid_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct pyramid_layout layout = { 0 };
	struct canvas scratch = { .width = canvas->width, .theme = canvas->theme };
	struct fault fault = { 0 };
	double y = frame_head(canvas, words);

	if (!pyramid_find(&layout.pyramid, selection, &fault)) {
		pyramid_release(&layout.pyramid);
		return;
	}
	pyramid_lay(selection, canvas->width, &layout);
	layout.top = draw_heads(selection, &layout, canvas, y) + 4;
	layout.bottom = draw_bands(selection, &layout, &scratch, layout.top);
	canvas_release(&scratch);
	if (selection->count > selection->suppressed + selection->absent) {
		draw_ticks(&layout, canvas, true, 0);
		draw_ticks(&layout, canvas, false, layout.bottom + TICK_GAP / 2 + 4);
	}
	draw_bands(selection, &layout, canvas, layout.top);
	pyramid_release(&layout.pyramid);
	frame_foot(canvas, words, layout.bottom + TICK_GAP + 8);
}

const struct chart chart_pyramid = { .name = "pyramid",
	.summary = "bands such as ages by two groups, bars to the left and to the right",
	.words = "Pyramid",
	.span = CHART_UNITS,
	.needs = pyramid_needs,
	.order = pyramid_order,
	.title = pyramid_title,
	.subtitle = pyramid_subtitle,
	.alternative = pyramid_alternative,
	.held = chart_hatched,
	.place = pyramid_place,
	.draw = pyramid_draw,
	.text = pyramid_text,
	.beside = pyramid_beside };
