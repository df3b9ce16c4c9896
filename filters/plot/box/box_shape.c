/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_shape: one box with its whiskers, its outliers and the own unit's point. */
#include "box.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"
#include "../canvas/place.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

#define POINT       4.5
#define OWN         7.0
#define LABEL_MAX   260.0
#define LABEL_SHARE 0.75 /* of the room that there is, at most */
#define OUTLIER_MAX 3    /* of a box whose names are told */

/* The pixel of a value across the axis: x and y are swapped where boxes stand upright. */
struct spot {
	double x;
	double y;
};

static struct spot
spot(const struct box_place *place, double value, double across)
{
	double along = axis_pixel(place->axis, value);

	return place->upright ? (struct spot){ place->middle + across, along }
	                      : (struct spot){ along, place->middle + across };
}

static void
stroke(struct canvas *canvas, struct spot from, struct spot to, double width, uint32_t colour)
{
	canvas_line(canvas, from.x, from.y, to.x, to.y, width, colour);
}

static void
hollow(struct canvas *canvas, struct spot at)
{
	canvas_circle(canvas, at.x, at.y, POINT, canvas->theme->figure);
	canvas_circle(canvas, at.x, at.y, POINT - 1.7, canvas->theme->paper);
}

static void
draw_whisker(struct canvas *canvas, const struct box_place *place, double from, double to)
{
	uint32_t ink = canvas->theme->ink;

	stroke(canvas, spot(place, from, 0), spot(place, to, 0), 1.5, ink);
	stroke(
	    canvas, spot(place, to, -place->half / 2), spot(place, to, place->half / 2), 1.5, ink);
}

static void
draw_box(struct canvas *canvas, const struct box *box, const struct box_place *place)
{
	struct spot low = spot(place, box->q1, -place->half);
	struct spot high = spot(place, box->q3, place->half);
	double left = fmin(low.x, high.x);
	double right = fmax(low.x, high.x);
	double top = fmin(low.y, high.y);
	double bottom = fmax(low.y, high.y);

	draw_whisker(canvas, place, box->q1, box->values[box->first]);
	draw_whisker(canvas, place, box->q3, box->values[box->last]);
	canvas_box(canvas, left, top, right, bottom, canvas->theme->band);
	canvas_frame(canvas, left, top, right, bottom, 1.5,
	    box->own_box ? canvas->theme->own : canvas->theme->ink);
	stroke(canvas, spot(place, box->median, -place->half),
	    spot(place, box->median, place->half), 4,
	    box->own_box ? canvas->theme->own : canvas->theme->figure);
}

void
box_shape(struct canvas *canvas, const struct box *box, const struct box_place *place)
{
	bool whole = box->count >= BOX_LEAST;

	if (whole)
		draw_box(canvas, box, place);
	for (size_t i = 0; i < box->count; i++)
		if (!whole || i < box->first || i > box->last)
			hollow(canvas, spot(place, box->values[i], 0));
	if (box->own != NULL) {
		struct spot at = spot(place, series_number(box->own, SERIES_VALUE), 0);

		canvas_diamond(canvas, at.x, at.y, OWN + 2, canvas->theme->paper);
		canvas_diamond(canvas, at.x, at.y, OWN, canvas->theme->own);
	}
}

static char *
label_text(const struct selection *selection, const struct series_row *row, double width)
{
	struct buffer out = { 0 };
	char *name = words_unit(selection, row->unit);
	struct label label;

	label_wrap(&label, name, THEME_TEXT, selection_own(selection, row->unit), width, 1);
	buffer_format(&out, "%s ", label.lines[0]);
	words_figure(&out, row, SERIES_VALUE);
	label_release(&label);
	free(name);
	return words_take(&out);
}

/* The rows to be named: the own unit's, then few outliers. */
static size_t
named_rows(const struct box *box, bool outliers, const struct series_row *rows[OUTLIER_MAX + 1])
{
	size_t count = 0;

	if (box->own != NULL)
		rows[count++] = box->own;
	if (!outliers || box->rows == NULL || box_outliers(box) > OUTLIER_MAX)
		return count;
	for (size_t i = 0; i < box->count; i++)
		if ((i < box->first || i > box->last) && box->rows[i] != box->own
		    && count <= OUTLIER_MAX)
			rows[count++] = box->rows[i];
	return count;
}

/* What no label may cover: the box, its whiskers, and each point. */
static size_t
obstacles_of(const struct box *box, const struct box_place *place, struct place_box *obstacles)
{
	size_t count = 0;

	if (box->count >= BOX_LEAST) {
		struct spot low = spot(place, box->values[box->first], -place->half - 2);
		struct spot high = spot(place, box->values[box->last], place->half + 2);

		obstacles[count++] = (struct place_box){ fmin(low.x, high.x), fmin(low.y, high.y),
			fmax(low.x, high.x), fmax(low.y, high.y) };
	}
	for (size_t i = 0; i < box->count; i++)
		if (box->count < BOX_LEAST || i < box->first || i > box->last) {
			struct spot at = spot(place, box->values[i], 0);

			obstacles[count++] = (struct place_box){ at.x - POINT - 1, at.y - POINT - 1,
				at.x + POINT + 1, at.y + POINT + 1 };
		}
	return count;
}

void
box_labels(struct canvas *canvas, const struct selection *selection, const struct box *box,
    const struct box_place *place, const struct place_box *bounds, bool outliers)
{
	const struct series_row *rows[OUTLIER_MAX + 1];
	size_t count = named_rows(box, outliers, rows);
	struct place_label labels[OUTLIER_MAX + 1] = { 0 };
	struct place_box *obstacles = xcalloc(box->count + 2, sizeof(*obstacles));
	struct place_room room = { .bounds = *bounds, .obstacles = obstacles };
	char *texts[OUTLIER_MAX + 1];

	room.obstacle_count = obstacles_of(box, place, obstacles);
	for (size_t i = 0; i < count; i++) {
		bool own = rows[i] == box->own;
		struct spot at = spot(place, series_number(rows[i], SERIES_VALUE), 0);

		texts[i] = label_text(
		    selection, rows[i], fmin(LABEL_MAX, LABEL_SHARE * (bounds->x1 - bounds->x0)));
		labels[i] = (struct place_label){ .x = at.x,
			.y = at.y,
			.radius = own ? OWN : POINT,
			.width = label_width(field_of(texts[i]), THEME_TEXT, own),
			.height = THEME_TEXT };
	}
	place_labels(&room, labels, count);
	for (size_t i = 0; i < count; i++) {
		bool own = rows[i] == box->own;
		uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;

		if (labels[i].placed && labels[i].led)
			canvas_line(canvas, labels[i].lead.x0, labels[i].lead.y0, labels[i].lead.x1,
			    labels[i].lead.y1, 1, colour);
		if (labels[i].placed)
			canvas_word(canvas, labels[i].box.x0,
			    (labels[i].box.y0 + labels[i].box.y1) / 2, CANVAS_LEFT, THEME_TEXT, own,
			    colour, texts[i]);
		free(texts[i]);
	}
	free(obstacles);
}
