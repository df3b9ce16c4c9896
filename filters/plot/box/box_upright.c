/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_upright: boxes side by side, one for each period. */
#include "box.h"

#include "../canvas/label.h"
#include "../canvas/place.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define HEIGHT    320.0
#define LINE      19.0
#define SIDE      170.0 /* beside the last box, for the own unit's name */
#define HALF_MAX  22.0
#define LABEL_ALL 6 /* boxes up to which outliers are named */

struct layout {
	double left;
	double right;
	double step;
	struct axis axis;
};

static double
middle(const struct layout *layout, size_t i)
{
	return layout->left + layout->step * ((double)i + 0.5);
}

static bool
any_own(const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		if (boxes->list[i].own != NULL)
			return true;
	return false;
}

static void
draw_grid(struct canvas *canvas, const struct layout *layout)
{
	for (size_t i = 0; i < axis_ticks(&layout->axis); i++) {
		double y = axis_pixel(&layout->axis, axis_tick(&layout->axis, i));
		char text[AXIS_LABEL_MAX];

		axis_label(&layout->axis, i, text);
		canvas_line(canvas, layout->left, y, layout->right, y, 1, canvas->theme->grid);
		canvas_word(canvas, layout->left - 8, y, CANVAS_RIGHT, THEME_TEXT, false,
		    canvas->theme->ink, text);
	}
}

/* Names below the boxes, every so many where they would collide; n below them. */
static void
draw_names(struct canvas *canvas, const struct layout *layout, const struct boxes *boxes, double y)
{
	double widest = 0;
	size_t each;

	for (size_t i = 0; i < boxes->count; i++)
		widest =
		    fmax(widest, label_width(field_of(boxes->list[i].name), THEME_TEXT, false));
	each = (size_t)ceil((widest + 14) / layout->step);
	canvas_word(canvas, layout->left - 8, y + 21, CANVAS_RIGHT, THEME_TEXT, false,
	    canvas->theme->ink, "n");
	for (size_t i = 0; i < boxes->count; i += each) {
		char n[24];

		snprintf(n, sizeof(n), "%zu", boxes->list[i].count);
		canvas_word(canvas, middle(layout, i), y, CANVAS_CENTRE, THEME_TEXT, false,
		    canvas->theme->ink, boxes->list[i].name);
		canvas_word(canvas, middle(layout, i), y + 21, CANVAS_CENTRE, THEME_TEXT, false,
		    canvas->theme->ink, n);
	}
}

/* The own unit's points are one line, which breaks where it has none. */
static void
draw_own_line(struct canvas *canvas, const struct layout *layout, const struct boxes *boxes)
{
	for (size_t i = 1; i < boxes->count; i++) {
		const struct series_row *from = boxes->list[i - 1].own;
		const struct series_row *to = boxes->list[i].own;

		if (from != NULL && to != NULL)
			canvas_line(canvas, middle(layout, i - 1),
			    axis_pixel(&layout->axis, series_number(from, SERIES_VALUE)),
			    middle(layout, i),
			    axis_pixel(&layout->axis, series_number(to, SERIES_VALUE)), 1.5,
			    canvas->theme->own);
	}
}

/* The own unit's name and last figure beside its last point. */
static void
draw_own_name(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    const struct boxes *boxes)
{
	size_t last = boxes->count;
	struct buffer out = { 0 };
	struct label label;
	char *name;
	char *text;
	double y;

	while (last > 0 && boxes->list[last - 1].own == NULL)
		last--;
	if (last == 0)
		return;
	name = words_unit(selection, boxes->list[last - 1].own->unit);
	words_figure(&out, boxes->list[last - 1].own, SERIES_VALUE);
	text = words_take(&out);
	label_wrap(&label, name, THEME_TEXT, true, SIDE - 30, 4);
	y = axis_pixel(&layout->axis, series_number(boxes->list[last - 1].own, SERIES_VALUE));
	canvas_line(
	    canvas, middle(layout, last - 1), y, layout->right + 14, y, 1, canvas->theme->own);
	y = fmax(y, layout->axis.to + (double)(label.count + 1) * LINE / 2);
	y = fmin(y, layout->axis.from - (double)(label.count + 1) * LINE / 2);
	/* the figure is the last line: a long name loses its end, never its figure */
	for (size_t i = 0; i <= label.count; i++)
		canvas_word(canvas, layout->right + 20,
		    y + ((double)i - (double)label.count / 2) * LINE, CANVAS_LEFT, THEME_TEXT, true,
		    canvas->theme->own, i < label.count ? label.lines[i] : text);
	label_release(&label);
	free(text);
	free(name);
}

static void
lay(struct layout *layout, const struct boxes *boxes, double width, double y)
{
	double low = boxes->low <= boxes->high ? boxes->low : 0;
	double high = boxes->low <= boxes->high ? boxes->high : 1;
	double labels = 20;

	axis_make(&layout->axis, low, high, 6);
	layout->axis.percent = boxes->percent;
	layout->axis.to = y + 8;
	layout->axis.from = y + 8 + HEIGHT;
	labels = fmax(labels, axis_label_width(&layout->axis));
	layout->left = THEME_MARGIN + labels + 12;
	layout->right = width - THEME_MARGIN - (any_own(boxes) ? SIDE : 0);
	layout->step = (layout->right - layout->left) / (double)boxes->count;
}

double
box_draw_upright(
    struct canvas *canvas, const struct selection *selection, const struct boxes *boxes, double y)
{
	struct layout layout;
	double half;

	lay(&layout, boxes, canvas->width, y);
	half = fmin(HALF_MAX, layout.step * 0.36);
	draw_grid(canvas, &layout);
	for (size_t i = 0; i < boxes->count; i++) {
		const struct box *box = &boxes->list[i];
		struct box_place place = { &layout.axis, middle(&layout, i), half, true };

		if (box->count == 0)
			canvas_word(canvas, place.middle, layout.axis.from - 14, CANVAS_CENTRE,
			    THEME_TEXT, false, canvas->theme->ink,
			    box->held == 0 ? "\xe2\x80\x93" : "*");
		box_shape(canvas, box, &place);
	}
	draw_own_line(canvas, &layout, boxes);
	for (size_t i = 0; i < boxes->count; i++) {
		struct box_place place = { &layout.axis, middle(&layout, i), half, true };
		struct place_box bounds = { place.middle - layout.step / 2, layout.axis.to - 8,
			place.middle + layout.step / 2, layout.axis.from + 8 };
		struct box others = boxes->list[i];

		/* the own unit has its name at the side */
		others.own = NULL;
		if (boxes->count <= LABEL_ALL)
			box_labels(canvas, selection, &others, &place, &bounds, true);
	}
	draw_own_name(canvas, selection, &layout, boxes);
	draw_names(canvas, &layout, boxes, layout.axis.from + 26);
	return layout.axis.from + 26 + 21 + 16;
}
