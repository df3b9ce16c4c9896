/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_names: who is outside, named at the points or by numbers. */
#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/place.h"
#include "funnel_layout.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NAME_WIDTH  190.0
#define NAME_LINES  2
#define SLIM_WIDTH  125.0 /* of a name that found no place */
#define SLIM_LINES  3
#define NAMED_ALL   10
#define NUMBERS_MAX 15 /* in a key below a narrow picture */
#define CURVE_STEP  12.0
#define STROKES_MAX 400

/* A point that is to be named, and its name as it is drawn. */
struct naming {
	const struct funnel_point **points;
	struct label *names;
	struct place_label *labels;
	size_t count;
};

static bool
is_outside(const struct funnel_point *point)
{
	return point->verdict == FUNNEL_OUTSIDE95 || point->verdict == FUNNEL_OUTSIDE998;
}

/* The own unit, then those outside; points are in that order but for the own one. */
static void
choose(struct naming *naming, const struct selection *selection, const struct funnel_layout *layout)
{
	naming->points = xcalloc(layout->count + 1, sizeof(const struct funnel_point *));
	naming->names = xcalloc(layout->count + 1, sizeof(struct label));
	naming->labels = xcalloc(layout->count + 1, sizeof(struct place_label));
	/* few are all named */
	for (int own = 1; own >= 0; own--)
		for (size_t i = 0; i < layout->count; i++) {
			const struct funnel_point *point = &layout->points[i];

			if (selection_own(selection, point->row->unit) == (own == 1)
			    && (own == 1 || layout->count <= NAMED_ALL || is_outside(point)))
				naming->points[naming->count++] = point;
		}
}

static void
name_one(struct naming *naming, const struct selection *selection,
    const struct funnel_layout *layout, size_t index, bool slim)
{
	const struct funnel_point *point = naming->points[index];
	bool own = selection_own(selection, point->row->unit);
	char *name = words_unit(selection, point->row->unit);
	char number[24];

	snprintf(number, sizeof(number), "%zu", index + 1);
	label_release(&naming->names[index]);
	label_wrap(&naming->names[index], layout->narrow ? number : name, THEME_TEXT, own,
	    slim ? SLIM_WIDTH : NAME_WIDTH, slim ? SLIM_LINES : NAME_LINES);
	naming->labels[index] = (struct place_label){
		.x = funnel_sizes_pixel(&layout->sizes, point->size),
		.y = axis_pixel(&layout->values, series_number(point->row, SERIES_VALUE)),
		.radius = own ? 14 : funnel_radius(point) + 1,
		.width = naming->names[index].width + 4,
		.height = (double)naming->names[index].count * 18,
	};
	free(name);
}

static double
limit_pixel(const struct funnel_layout *layout, double x, enum funnel_level level)
{
	return axis_pixel(&layout->values,
	    funnel_lines_at(&layout->lines, funnel_sizes_at(&layout->sizes, x), level));
}

/* Every point, and the lines as short strokes. */
static void
fill_room(struct place_room *room, struct place_box *boxes, struct place_line *lines,
    const struct selection *selection, const struct funnel_layout *layout)
{
	double centre = axis_pixel(&layout->values, layout->lines.centre);
	size_t strokes;

	room->bounds = (struct place_box){ layout->sizes.from + 1, layout->top, layout->sizes.to,
		layout->bottom - 1 };
	for (size_t i = 0; i < layout->count; i++) {
		const struct funnel_point *point = &layout->points[i];
		double x = funnel_sizes_pixel(&layout->sizes, point->size);
		double y = axis_pixel(&layout->values, series_number(point->row, SERIES_VALUE));
		double radius =
		    selection_own(selection, point->row->unit) ? 13 : funnel_radius(point);

		boxes[room->obstacle_count++] =
		    (struct place_box){ x - radius, y - radius, x + radius, y + radius };
	}
	if (!layout->lines.any)
		return;
	strokes = (size_t)((layout->sizes.to - layout->sizes.from) / CURVE_STEP);
	if (strokes > STROKES_MAX)
		strokes = STROKES_MAX;
	for (size_t i = 0; i < strokes; i++) {
		double x = layout->sizes.from + (double)i * CURVE_STEP;

		lines[room->line_count++] =
		    (struct place_line){ x, centre, x + CURVE_STEP, centre };
		for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++) {
			double from = limit_pixel(layout, x, level);
			double to = limit_pixel(layout, x + CURVE_STEP, level);

			if (isfinite(from) && isfinite(to))
				lines[room->line_count++] =
				    (struct place_line){ x, from, x + CURVE_STEP, to };
		}
	}
}

static size_t
place(struct naming *naming, const struct selection *selection, const struct funnel_layout *layout)
{
	struct place_box *boxes = xcalloc(layout->count + 1, sizeof(struct place_box));
	struct place_line *lines =
	    xcalloc((size_t)STROKES_MAX * (1 + FUNNEL_LEVELS), sizeof(struct place_line));
	struct place_room room = { .obstacles = boxes, .lines = lines };
	size_t placed;

	fill_room(&room, boxes, lines, selection, layout);
	placed = place_labels(&room, naming->labels, naming->count);
	free(boxes);
	free(lines);
	return placed;
}

static void
draw_name(struct canvas *canvas, const struct selection *selection, const struct naming *naming,
    size_t index)
{
	const struct place_label *label = &naming->labels[index];
	const struct label *name = &naming->names[index];
	bool own = selection_own(selection, naming->points[index]->row->unit);
	/* lines of text begin or end where the point is, or where the line to it ends */
	double near = label->led ? label->lead.x1 : label->x;
	double third = (label->box.x1 - label->box.x0) / 3;
	bool right = near < label->box.x0 + third;
	bool left = near > label->box.x1 - third;
	double x = right ? label->box.x0 + 2
	    : left       ? label->box.x1 - 2
	                 : (label->box.x0 + label->box.x1) / 2;

	if (label->led)
		canvas_line(canvas, label->lead.x0, label->lead.y0, label->lead.x1, label->lead.y1,
		    1, canvas->theme->ink);
	canvas_box(canvas, label->box.x0, label->box.y0 + 1, label->box.x1, label->box.y1 - 1,
	    canvas->theme->paper);
	for (size_t i = 0; i < name->count; i++)
		canvas_word(canvas, x, label->box.y0 + 9 + (double)i * 18,
		    right      ? CANVAS_LEFT
		        : left ? CANVAS_RIGHT
		               : CANVAS_CENTRE,
		    THEME_TEXT, own, own ? canvas->theme->own : canvas->theme->ink, name->lines[i]);
}

/* "1  Riverside: 82%, above the 95% limit" */
static double
draw_numbered(struct canvas *canvas, const struct selection *selection, const struct naming *naming,
    size_t index, double y)
{
	const struct series_row *row = naming->points[index]->row;
	bool own = selection_own(selection, row->unit);
	char *name = words_unit(selection, row->unit);
	struct buffer out = { 0 };
	char number[24];
	char *text;

	buffer_format(&out, "%s: ", name);
	words_figure(&out, row, SERIES_VALUE);
	buffer_format(&out, ", %s", funnel_verdict_words(row));
	text = words_take(&out);
	snprintf(number, sizeof(number), "%zu", index + 1);
	canvas_word(canvas, THEME_MARGIN + 18, y, CANVAS_RIGHT, THEME_TEXT, true,
	    own ? canvas->theme->own : canvas->theme->ink, number);
	y = frame_paragraph(canvas, THEME_MARGIN + 26, y, canvas->width - 2 * THEME_MARGIN - 26,
	    THEME_TEXT, own, own ? canvas->theme->own : canvas->theme->ink, text, 4);
	free(text);
	free(name);
	return y;
}

static double
say_rest(struct canvas *canvas, const struct funnel_layout *layout, size_t unnamed, size_t apart,
    double y)
{
	struct buffer out = { 0 };
	char *text;

	if (unnamed != 0)
		buffer_format(&out,
		    "%zu more outside the limits %s not named here; the table "
		    "lists %s. ",
		    unnamed, unnamed == 1 ? "is" : "are", unnamed == 1 ? "it" : "them");
	if (layout->unsized != 0)
		buffer_format(&out, "%zu %s no place: %s size is not published. ", layout->unsized,
		    layout->unsized == 1 ? "unit has" : "units have",
		    layout->unsized == 1 ? "its" : "their");
	if (apart != 0)
		buffer_format(&out, "%zu row%s of totals or of the nation %s not drawn. ", apart,
		    apart == 1 ? "" : "s", apart == 1 ? "is" : "are");
	if (!layout->lines.any)
		buffer_append_text(&out, "There are no limits: too few units for a funnel. ");
	text = words_take(&out);
	y = frame_paragraph(canvas, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN, THEME_TEXT,
	    false, canvas->theme->ink, text, 4);
	free(text);
	return y;
}

double
funnel_draw_names(struct canvas *canvas, const struct selection *selection,
    const struct funnel_layout *layout, double y)
{
	struct naming naming = { 0 };
	size_t unnamed = 0;
	size_t wanted;
	size_t placed;

	choose(&naming, selection, layout);
	wanted = naming.count;
	if (layout->narrow && naming.count > NUMBERS_MAX)
		naming.count = NUMBERS_MAX;
	for (size_t i = 0; i < naming.count; i++)
		name_one(&naming, selection, layout, i, false);
	placed = place(&naming, selection, layout);
	for (size_t i = 0; !layout->narrow && i < naming.count; i++)
		if (!naming.labels[i].placed)
			name_one(&naming, selection, layout, i, true);
	if (placed < naming.count)
		place(&naming, selection, layout);
	/* units within the limits are named as a favour alone */
	for (size_t i = 0; i < wanted; i++)
		unnamed += is_outside(naming.points[i]) && !naming.labels[i].placed;
	for (size_t i = 0; i < naming.count; i++) {
		if (naming.labels[i].placed)
			draw_name(canvas, selection, &naming, i);
		if (naming.labels[i].placed && layout->narrow)
			y = draw_numbered(canvas, selection, &naming, i, y);
		label_release(&naming.names[i]);
	}
	free(naming.points);
	free(naming.names);
	free(naming.labels);
	return say_rest(canvas, layout, unnamed, selection->apart, y + (layout->narrow ? 6 : 0));
}
