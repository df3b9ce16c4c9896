/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_draw: axes, points and key of a funnel. */
#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../words/sentence.h"
#include "funnel_layout.h"

#include <math.h>
#include <stdlib.h>

#define HEIGHT        440.0 /* of the plot */
#define HEIGHT_NARROW 340.0

/* The least of the units' lower limits, or the greatest of the upper ones. */
static double
outermost(const struct funnel_layout *layout, enum series_column column)
{
	double limit = layout->lines.centre;

	for (size_t i = 0; i < layout->count; i++) {
		const struct series_row *row = layout->points[i].row;

		if (series_shown(row, column))
			limit = column == SERIES_FUNNEL_LOWER998
			    ? fmin(limit, series_number(row, column))
			    : fmax(limit, series_number(row, column));
	}
	return limit;
}

/* From the points, the centre and the limits of all but the smallest units: these would
 * leave the others no room. */
static void
reach(const struct selection *selection, struct funnel_layout *layout)
{
	bool shares = words_percent(selection);
	double low = INFINITY;
	double high = -INFINITY;
	double room;

	for (size_t i = 0; i < layout->count; i++) {
		double value = series_number(layout->points[i].row, SERIES_VALUE);

		low = fmin(low, value);
		high = fmax(high, value);
	}
	if (layout->lines.any) {
		low = fmin(low, layout->lines.centre);
		high = fmax(high, layout->lines.centre);
		room = fmax(high - low, fabs(layout->lines.centre) * 0.05) * 0.4;
		low = fmin(low, fmax(low - room, outermost(layout, SERIES_FUNNEL_LOWER998)));
		high = fmax(high, fmin(high + room, outermost(layout, SERIES_FUNNEL_UPPER998)));
	}
	room = high > low ? (high - low) * 0.06 : 0;
	if (low >= 0)
		low = fmax(0, low - room);
	else
		low -= room;
	high = shares ? fmin(100, high + room) : high + room;
	axis_make(&layout->values, low, high, layout->narrow ? 5 : 7);
	layout->values.percent = shares;
}

/* What the sizes are, and on which scale they stand. */
static char *
sizes_words(const struct selection *selection, const struct funnel_layout *layout)
{
	const char *kind = words_kind(selection);
	bool counted =
	    kind != NULL && (strcmp(kind, "proportion") == 0 || strcmp(kind, "mean") == 0);
	struct buffer out = { 0 };

	buffer_append_text(&out,
	    counted ? "Size of the unit: answers or people behind its figure (n)"
	            : "Size of the unit: denominator of its figure");
	if (layout->sizes.stretch == FUNNEL_ROOT)
		buffer_append_text(&out, "; square-root scale");
	if (layout->sizes.stretch == FUNNEL_LOG)
		buffer_append_text(&out, "; logarithmic scale");
	if (layout->lines.any)
		buffer_append_text(&out, "; small units vary more by chance");
	return words_take(&out);
}

static double
draw_axes(
    struct canvas *canvas, const struct selection *selection, const struct funnel_layout *layout)
{
	struct funnel_tick ticks[FUNNEL_TICKS_MAX];
	size_t count = funnel_sizes_ticks(&layout->sizes, ticks);
	char *text = sizes_words(selection, layout);
	double y;

	for (size_t i = 0; i < axis_ticks(&layout->values); i++) {
		double pixel = axis_pixel(&layout->values, axis_tick(&layout->values, i));
		char label[AXIS_LABEL_MAX];

		canvas_line(canvas, layout->sizes.from, pixel, layout->sizes.to, pixel, 1,
		    canvas->theme->grid);
		axis_label(&layout->values, i, label);
		canvas_word(canvas, layout->sizes.from - 8, pixel, CANVAS_RIGHT, THEME_TEXT, false,
		    canvas->theme->ink, label);
	}
	canvas_line(canvas, layout->sizes.from, layout->bottom, layout->sizes.to, layout->bottom, 1,
	    canvas->theme->ink);
	for (size_t i = 0; i < count; i++) {
		canvas_line(canvas, ticks[i].pixel, layout->bottom, ticks[i].pixel,
		    layout->bottom + 5, 1, canvas->theme->ink);
		canvas_word(canvas, ticks[i].pixel, layout->bottom + 20, CANVAS_CENTRE, THEME_TEXT,
		    false, canvas->theme->ink, ticks[i].text);
	}
	y = frame_paragraph(canvas, layout->narrow ? THEME_MARGIN : layout->sizes.from,
	    layout->bottom + 44,
	    (layout->narrow ? canvas->width - THEME_MARGIN : layout->sizes.to)
	        - (layout->narrow ? THEME_MARGIN : layout->sizes.from),
	    THEME_TEXT, false, canvas->theme->ink, text, 3);
	free(text);
	return y;
}

static void
draw_point(struct canvas *canvas, const struct funnel_layout *layout,
    const struct funnel_point *point, bool own, bool ring)
{
	double x = funnel_sizes_pixel(&layout->sizes, point->size);
	double y = axis_pixel(&layout->values, series_number(point->row, SERIES_VALUE));

	if (ring)
		funnel_draw_ring(canvas, x, y);
	else
		funnel_draw_shape(canvas, x, y, point->verdict, point->above, own);
}

/* The farthest outside are drawn last, the own unit above all. */
static void
draw_points(
    struct canvas *canvas, const struct selection *selection, const struct funnel_layout *layout)
{
	/* rings, the others, the own unit */
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = layout->count; i-- > 0;) {
			const struct funnel_point *point = &layout->points[i];
			bool own = selection_own(selection, point->row->unit);

			if (own == (pass != 1))
				draw_point(canvas, layout, point, own, pass == 0);
		}
}

static double
draw_plot(struct canvas *canvas, const struct selection *selection, struct funnel_layout *layout,
    double y)
{
	const struct series_row *judged = funnel_judged(selection);
	double height = layout->narrow ? HEIGHT_NARROW : HEIGHT;

	if (canvas->height > 0)
		height = fmax(height, canvas->height - y - 160);
	y = funnel_draw_key(canvas, selection, layout, y);
	layout->top = y + 2;
	layout->bottom = layout->top + height;
	layout->values.from = layout->bottom;
	layout->values.to = layout->top;
	layout->sizes.from = THEME_MARGIN + axis_label_width(&layout->values) + 8;
	layout->sizes.to =
	    canvas->width - THEME_MARGIN / 2.0 - fmax(funnel_ends_width(layout, judged), 16);
	y = draw_axes(canvas, selection, layout);
	if (judged != NULL) {
		funnel_draw_lines(canvas, layout);
		funnel_draw_ends(canvas, layout, judged);
	}
	draw_points(canvas, selection, layout);
	return funnel_draw_names(canvas, selection, layout, y + 4);
}

void
funnel_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct funnel_layout layout = { .narrow = canvas->width < FUNNEL_NARROW };
	double y = frame_head(canvas, words);

	layout.points = funnel_points(selection, &layout.count, &layout.unsized);
	funnel_lines_make(&layout.lines, selection);
	if (layout.count != 0) {
		funnel_sizes_make(&layout.sizes, layout.points, layout.count);
		reach(selection, &layout);
		y = draw_plot(canvas, selection, &layout, y);
	} else if (words->bare) {
		y = frame_paragraph(canvas, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN,
		    THEME_TEXT, false, canvas->theme->ink, "No figure can be shown.", 2);
	}
	funnel_lines_release(&layout.lines);
	free(layout.points);
	frame_foot(canvas, words, y);
}
