/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_lying: boxes below each other, their names before them, on a phone above them. */
#include "box.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"
#include "../canvas/place.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NARROW     560.0
#define LINE       19.0
#define HALF       11.0
#define ROW        34.0
#define LABEL_ROOM 50.0 /* above and below a box, for names of points */
#define LABEL_ROWS 12   /* boxes up to which points are named */
#define SCALE_ROWS 15   /* more have their scale at both ends */
#define EDGE       10.0 /* beside the axis, for half a point */

struct layout {
	double names;  /* their width */
	double median; /* right edges of the columns of figures; 0 where names stand above */
	double counts;
	double room; /* the height of a box with its labels */
	bool above;
	bool labels;
	double top;
	double bottom;
	struct axis axis;
};

static char *
median_text(const struct boxes *boxes, const struct box *box)
{
	struct buffer out = { 0 };

	if (box->count == 0)
		return xstrdup(box->held == 0 ? "\xe2\x80\x93" : "*");
	box_quartile(boxes, box->median, &out);
	return words_take(&out);
}

static bool
any_labels(const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		if (boxes->list[i].own != NULL
		    || (boxes->list[i].rows != NULL && box_outliers(&boxes->list[i]) != 0))
			return true;
	return false;
}

/* Above its box a name is a head. */
static bool
is_bold(const struct layout *layout, const struct box *box)
{
	return layout->above || box->own_box;
}

static void
lay(struct layout *layout, const struct boxes *boxes, double width)
{
	double figures = label_width(field_of("median"), THEME_TEXT, true);
	double names = 60;
	char n[24];

	layout->above = width < NARROW;
	layout->labels = boxes->count <= LABEL_ROWS && any_labels(boxes);
	layout->room = ROW + (layout->labels ? LABEL_ROOM : 0);
	layout->names = layout->above ? width - 2 * THEME_MARGIN : width * 0.28;
	for (size_t i = 0; i < boxes->count; i++) {
		char *median = median_text(boxes, &boxes->list[i]);
		struct label label;

		label_wrap(&label, boxes->list[i].name, THEME_TEXT,
		    is_bold(layout, &boxes->list[i]), layout->names, 4);
		names = fmax(names, label.width);
		figures = fmax(figures, label_width(field_of(median), THEME_TEXT, true));
		label_release(&label);
		free(median);
	}
	snprintf(n, sizeof(n), "%zu", boxes->most);
	layout->counts = width - THEME_MARGIN;
	layout->median = layout->counts - 18
	    - fmax(label_width(field_of(n), THEME_TEXT, false),
	        label_width(field_of("n"), THEME_TEXT, true));
	layout->axis.from = THEME_MARGIN + EDGE;
	layout->axis.to = width - THEME_MARGIN - EDGE;
	if (!layout->above) {
		layout->names = names;
		layout->axis.from = THEME_MARGIN + names + 24;
		layout->axis.to = layout->median - figures - 18 - EDGE;
	}
}

static double
draw_name(struct canvas *canvas, const struct layout *layout, const struct boxes *boxes,
    const struct box *box, double y)
{
	uint32_t colour = box->own_box ? canvas->theme->own : canvas->theme->ink;
	struct label label;
	double first;
	double height = layout->room;

	label_wrap(&label, box->name, THEME_TEXT, is_bold(layout, box), layout->names, 4);
	if (layout->above) {
		first = y + LINE / 2;
	} else {
		height = fmax(height, (double)label.count * LINE + 9);
		first = y + height / 2 - (double)(label.count - 1) / 2 * LINE;
	}
	if (box->own_box)
		canvas_pointer(canvas, THEME_MARGIN - 11, first, 6, canvas->theme->own);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, THEME_MARGIN, first + (double)i * LINE, CANVAS_LEFT, THEME_TEXT,
		    is_bold(layout, box), colour, label.lines[i]);
	if (layout->above) {
		struct buffer out = { 0 };
		char *median = median_text(boxes, box);
		char *text;

		buffer_format(&out, "median %s, n %zu", median, box->count);
		text = words_take(&out);
		canvas_word(canvas, THEME_MARGIN, first + (double)label.count * LINE, CANVAS_LEFT,
		    THEME_TEXT, false, colour, text);
		height += (double)(label.count + 1) * LINE;
		free(text);
		free(median);
	}
	label_release(&label);
	return height;
}

static double
draw_row(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    const struct boxes *boxes, const struct box *box, double y)
{
	double height = draw_name(canvas, layout, boxes, box, y);
	double middle = layout->above ? y + height - layout->room / 2 : y + height / 2;
	struct box_place place = { &layout->axis, middle, HALF, false };
	struct place_box bounds = { layout->axis.from - EDGE, middle - layout->room / 2 + 4,
		layout->axis.to + EDGE, middle + layout->room / 2 };

	box_shape(canvas, box, &place);
	if (layout->labels)
		box_labels(canvas, selection, box, &place, &bounds, true);
	if (!layout->above) {
		char *median = median_text(boxes, box);
		char n[24];

		snprintf(n, sizeof(n), "%zu", box->count);
		canvas_word(canvas, layout->median, middle, CANVAS_RIGHT, THEME_TEXT, true,
		    box->own_box ? canvas->theme->own : canvas->theme->ink, median);
		canvas_word(canvas, layout->counts, middle, CANVAS_RIGHT, THEME_TEXT, false,
		    canvas->theme->ink, n);
		free(median);
	} else if (box->count == 0) {
		canvas_line(canvas, layout->axis.from, middle, layout->axis.to, middle, 1,
		    canvas->theme->grid);
	}
	return y + height + (layout->above ? 8 : 0);
}

static double
draw_rows(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    const struct boxes *boxes, double y)
{
	for (size_t i = 0; i < boxes->count; i++)
		y = draw_row(canvas, selection, layout, boxes, &boxes->list[i], y);
	return y;
}

static void
draw_scale(struct canvas *canvas, const struct layout *layout, double y)
{
	double end = -INFINITY;

	for (size_t i = 0; i < axis_ticks(&layout->axis); i++) {
		double x = axis_pixel(&layout->axis, axis_tick(&layout->axis, i));
		char text[AXIS_LABEL_MAX];
		double half;

		axis_label(&layout->axis, i, text);
		half = label_width(field_of(text), THEME_TEXT, false) / 2;
		if (x - half < end + 8 || x - half < 4)
			continue;
		canvas_word(
		    canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, text);
		end = x + half;
	}
}

double
box_draw_lying(
    struct canvas *canvas, const struct selection *selection, const struct boxes *boxes, double y)
{
	struct canvas scratch = { .width = canvas->width, .theme = canvas->theme };
	struct layout layout = { 0 };
	bool figures = boxes->low <= boxes->high;
	double from;
	double to;

	lay(&layout, boxes, canvas->width);
	from = layout.axis.from;
	to = layout.axis.to;
	if (figures) {
		axis_make(&layout.axis, boxes->low, boxes->high, (size_t)fmax(2, (to - from) / 90));
		layout.axis.from = from;
		layout.axis.to = to;
		layout.axis.percent = boxes->percent;
	}
	if (!layout.above) {
		canvas_word(canvas, layout.median, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "median");
		canvas_word(canvas, layout.counts, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "n");
	}
	if (figures && boxes->count > SCALE_ROWS) {
		draw_scale(canvas, &layout, y);
	}
	layout.top = y + (layout.above && boxes->count <= SCALE_ROWS ? 0 : 18);
	layout.bottom = draw_rows(&scratch, selection, &layout, boxes, layout.top);
	canvas_release(&scratch);
	for (size_t i = 0; figures && i < axis_ticks(&layout.axis); i++) {
		double x = axis_pixel(&layout.axis, axis_tick(&layout.axis, i));

		canvas_line(canvas, x, layout.top, x, layout.bottom, 1, canvas->theme->grid);
	}
	draw_rows(canvas, selection, &layout, boxes, layout.top);
	if (figures)
		draw_scale(canvas, &layout, layout.bottom + 16);
	return layout.bottom + (figures ? 30 : 4);
}
