/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar_draw: the round part of a radar: rings, spokes, the peers' band, the own line. */
#include "../canvas/axis.h"
#include "../canvas/frame.h"
#include "../canvas/key.h"
#include "../canvas/place.h"
#include "../canvas/theme.h"
#include "radar_labels.h"

#include <math.h>
#include <stdlib.h>

#define NARROW      600.0
#define RADIUS      200.0
#define RADIUS_LESS 145.0 /* up to a width of LESS */
#define LESS        820.0
#define RINGS       4

/* All that drawing asks for. */
struct drawing {
	struct canvas *canvas;
	const struct radar *radar;
	const struct radar_room *room;
};

struct place {
	double x;
	double y;
};

static struct place
place_at(const struct drawing *drawing, size_t spoke, double share)
{
	double x, y;

	radar_direction(drawing->radar, spoke, &x, &y);
	return (struct place){ drawing->room->x + x * share * drawing->room->radius,
		drawing->room->y + y * share * drawing->room->radius };
}

/* The place of a figure on its spoke; false where it does not show. */
static bool
figure_at(
    const struct drawing *drawing, size_t spoke, enum series_column column, struct place *place)
{
	const struct radar_spoke *measure = &drawing->radar->spokes[spoke];

	if (measure->row == NULL || !series_shown(measure->row, column))
		return false;
	*place = place_at(drawing, spoke,
	    radar_share(drawing->radar, measure, series_number(measure->row, column)));
	return true;
}

static void
draw_ring(const struct drawing *drawing, double share, uint32_t colour)
{
	for (size_t i = 0; i < drawing->radar->count; i++) {
		struct place from = place_at(drawing, i, share);
		struct place to = place_at(drawing, (i + 1) % drawing->radar->count, share);

		canvas_line(drawing->canvas, from.x, from.y, to.x, to.y, 1, colour);
	}
}

/* The figures of a common scale's rings, or four rings without. */
static void
draw_rings(const struct drawing *drawing, const struct axis *axis)
{
	for (size_t i = 0; drawing->radar->common && i < axis_ticks(axis); i++) {
		double share = (axis_tick(axis, i) - axis->low) / (axis->high - axis->low);

		if (share > 1e-9)
			draw_ring(drawing, share, drawing->canvas->theme->grid);
	}
	for (size_t i = 1; !drawing->radar->common && i <= RINGS; i++)
		draw_ring(drawing, 0.15 + 0.85 * (double)i / RINGS, drawing->canvas->theme->grid);
	if (!drawing->radar->common)
		draw_ring(drawing, 0.15, drawing->canvas->theme->grid);
	for (size_t i = 0; i < drawing->radar->count; i++) {
		struct place end = place_at(drawing, i, 1);

		canvas_line(drawing->canvas, drawing->room->x, drawing->room->y, end.x, end.y, 1,
		    drawing->canvas->theme->grid);
	}
}

/* The box is free of the lines around and of their points. */
static bool
is_free(const struct drawing *drawing, const struct place_box *box)
{
	static const enum series_column columns[] = { SERIES_VALUE, SERIES_MEDIAN };
	struct place_box about = { box->x0 - 7, box->y0 - 7, box->x1 + 7, box->y1 + 7 };

	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < drawing->radar->count; j++) {
			struct place from, to;
			struct place_line line;

			if (!figure_at(drawing, j, columns[i], &from))
				continue;
			if (from.x > about.x0 && from.x < about.x1 && from.y > about.y0
			    && from.y < about.y1)
				return false;
			if (!figure_at(drawing, (j + 1) % drawing->radar->count, columns[i], &to))
				continue;
			line = (struct place_line){ from.x, from.y, to.x, to.y };
			if (place_crosses(&line, box))
				return false;
		}
	return true;
}

/* Under the ring, to the left or to the right of the first spoke, whichever is free. */
static void
draw_ring_label(const struct drawing *drawing, const char *text, double y)
{
	const struct theme *theme = drawing->canvas->theme;
	double width = label_width(field_of(text), THEME_TEXT, false);

	for (int right = 0; right < 2; right++) {
		double x = drawing->room->x + (right == 1 ? 4 : -4 - width);
		struct place_box box = { x - 1, y + 1, x + width + 1, y + 17 };

		if (!is_free(drawing, &box))
			continue;
		canvas_box(drawing->canvas, box.x0, box.y0, box.x1, box.y1, theme->paper);
		canvas_word(
		    drawing->canvas, x, y + 9, CANVAS_LEFT, THEME_TEXT, false, theme->ink, text);
		return;
	}
}

static void
draw_ring_labels(const struct drawing *drawing, const struct axis *axis)
{
	double before = INFINITY;

	for (size_t i = 0; drawing->radar->common && i < axis_ticks(axis); i++) {
		double share = (axis_tick(axis, i) - axis->low) / (axis->high - axis->low);
		double y = drawing->room->y - share * drawing->room->radius;
		char text[AXIS_LABEL_MAX];

		axis_label(axis, i, text);
		if (before - y < 20 || share < 0.05)
			continue;
		before = y;
		draw_ring_label(drawing, text, y);
	}
}

/* From the first to the third quartile, between each two spokes that have both. */
static void
draw_band(const struct drawing *drawing)
{
	const struct theme *theme = drawing->canvas->theme;

	for (int edges = 0; edges < 2; edges++)
		for (size_t i = 0; i < drawing->radar->count; i++) {
			size_t next = (i + 1) % drawing->radar->count;
			struct place a, b, c, d;

			if (!figure_at(drawing, i, SERIES_Q1, &a)
			    || !figure_at(drawing, i, SERIES_Q3, &b)
			    || !figure_at(drawing, next, SERIES_Q3, &c)
			    || !figure_at(drawing, next, SERIES_Q1, &d))
				continue;
			if (edges == 0) {
				canvas_quad(drawing->canvas, (const double[]){ a.x, b.x, c.x, d.x },
				    (const double[]){ a.y, b.y, c.y, d.y }, theme->band);
				continue;
			}
			canvas_line(drawing->canvas, a.x, a.y, d.x, d.y, 1, theme->edge);
			canvas_line(drawing->canvas, b.x, b.y, c.x, c.y, 1, theme->edge);
		}
}

/* A line around, broken where a spoke has no figure. */
static void
draw_line(const struct drawing *drawing, enum series_column column)
{
	const struct theme *theme = drawing->canvas->theme;
	bool own = column == SERIES_VALUE;

	for (size_t i = 0; i < drawing->radar->count; i++) {
		struct place from, to;

		if (!figure_at(drawing, i, column, &from)
		    || !figure_at(drawing, (i + 1) % drawing->radar->count, column, &to))
			continue;
		if (own)
			canvas_line(drawing->canvas, from.x, from.y, to.x, to.y, 2.5, theme->own);
		else if (hypot(to.x - from.x, to.y - from.y) > 0.5)
			canvas_dashed(
			    drawing->canvas, from.x, from.y, to.x, to.y, 2, 6, theme->ink);
	}
	for (size_t i = 0; i < drawing->radar->count; i++) {
		struct place at;

		if (!figure_at(drawing, i, column, &at))
			continue;
		if (own) {
			canvas_circle(drawing->canvas, at.x, at.y, 7, theme->paper);
			canvas_circle(drawing->canvas, at.x, at.y, 5.5, theme->own);
		} else {
			canvas_diamond(drawing->canvas, at.x, at.y, 5, theme->ink);
		}
	}
}

static void
own_sample(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x, y, x + KEY_SAMPLE, y, 2.5, entry->colour);
	canvas_circle(canvas, x + KEY_SAMPLE / 2, y, 5.5, entry->colour);
}

static double
draw_key(struct canvas *canvas, const struct selection *selection, double y)
{
	char *name = radar_unit(selection);
	const struct key_entry entries[] = {
		{ .colour = canvas->theme->own, .text = name, .draw = own_sample },
		{ .mark = KEY_DASHED, .colour = canvas->theme->ink, .text = "median of its peers" },
		{ .mark = KEY_BAND,
		    .colour = canvas->theme->band,
		    .text = "middle half of its peers" },
	};

	y = key_draw(canvas, entries, 3, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
	free(name);
	return y;
}

void
radar_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct radar_room room = { .narrow = canvas->width < NARROW, .x = canvas->width / 2 };
	double y = draw_key(canvas, selection, frame_head(canvas, words));
	struct radar radar;
	struct drawing drawing = { canvas, &radar, &room };
	struct axis axis;

	radar_make(&radar, selection);
	room.radius = room.narrow  ? fmin(RADIUS, canvas->width / 2 - THEME_MARGIN - 20)
	    : canvas->width < LESS ? RADIUS_LESS
	                           : RADIUS;
	radar_labels_measure(&room, &radar, selection, canvas->width);
	room.y = y + 6 - room.top;
	axis_make(&axis, radar.low, radar.common ? radar.high : radar.low + 1, 4);
	axis.percent = words_percent(selection);
	draw_band(&drawing);
	draw_rings(&drawing, &axis);
	draw_ring_labels(&drawing, &axis);
	draw_line(&drawing, SERIES_MEDIAN);
	draw_line(&drawing, SERIES_VALUE);
	radar_labels_draw(canvas, &room, &radar, selection);
	y = room.y + room.bottom + 10;
	if (room.narrow)
		y = radar_key_draw(canvas, &radar, selection, y + 12);
	frame_foot(canvas, words, y);
}
