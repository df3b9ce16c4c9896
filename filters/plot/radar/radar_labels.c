/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar_labels: what stands at the ends of the spokes. */
#include "radar_labels.h"

#include "../canvas/frame.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define OFF        26.0 /* from the rim to a label at the side */
#define OFF_ENDS   10.0 /* to one above or below */
#define BLOCK_GAP  12.0
#define LINE       20.0
#define NAME_LINES 3
#define NUMBER_OFF 18.0
#define MOVED_MAX  48.0 /* a label further off would not be found */

/* A spoke's name and figures. */
struct block {
	size_t spoke;
	struct label name;
	struct label figures;
	double y; /* of the middle, from the centre of the radar */
	double height;
};

/* Those on one side of the radar, from the top down. */
struct column {
	struct block blocks[RADAR_SPOKES_MAX];
	size_t count;
};

enum side { SIDE_RIGHT, SIDE_LEFT, SIDE_TOP, SIDE_BOTTOM, SIDES };

void
radar_direction(const struct radar *radar, size_t spoke, double *x, double *y)
{
	double angle = 2 * M_PI * (double)spoke / (double)radar->count;

	*x = sin(angle);
	*y = -cos(angle);
}

static enum side
side_of(const struct radar *radar, size_t spoke)
{
	if (spoke == 0)
		return SIDE_TOP;
	if (spoke * 2 == radar->count)
		return SIDE_BOTTOM;
	return spoke * 2 < radar->count ? SIDE_RIGHT : SIDE_LEFT;
}

static double
side_width(enum side side, double width, double radius)
{
	return side == SIDE_RIGHT || side == SIDE_LEFT ? width / 2 - radius - OFF - THEME_MARGIN
	                                               : 2 * (radius + OFF) - 24;
}

/* On one line, else the own figure on one and the median on the next. */
static void
wrap_figures(struct label *label, const char *figures, double width)
{
	const char *comma = strstr(figures, ", median");

	if (comma == NULL || label_width(field_of(figures), THEME_TEXT, true) <= width) {
		label_wrap(label, figures, THEME_TEXT, true, width, NAME_LINES);
		return;
	}
	*label = (struct label){ .count = 2 };
	label->lines[0] = xstrndup(figures, (size_t)(comma - figures));
	label->lines[1] = xstrdup(comma + 2);
}

static void
fill(struct column *column, enum side side, const struct radar *radar,
    const struct selection *selection, double width)
{
	column->count = 0;
	for (size_t i = 0; i < radar->count; i++) {
		/* the left side goes up as the clock goes */
		size_t spoke = side == SIDE_LEFT ? radar->count - 1 - i : i;
		struct block *block = &column->blocks[column->count];
		char *name, *figures;

		if (side_of(radar, spoke) != side)
			continue;
		name = radar_name(selection, &radar->spokes[spoke]);
		figures = radar_figures(&radar->spokes[spoke]);
		*block = (struct block){ .spoke = spoke };
		label_wrap(&block->name, name, THEME_TEXT, false, width, NAME_LINES);
		wrap_figures(&block->figures, figures, width);
		block->height = LINE * (double)(block->name.count + block->figures.count);
		column->count++;
		free(name);
		free(figures);
	}
}

static void
release(struct column *column)
{
	for (size_t i = 0; i < column->count; i++) {
		label_release(&column->blocks[i].name);
		label_release(&column->blocks[i].figures);
	}
}

/* Each as near to the end of its spoke as those above and below let it be: down where they
 * overlap, and all up again by the middle of what they were moved. */
static void
spread(struct column *column, enum side side, const struct radar *radar, double radius)
{
	double moved = 0;

	for (size_t i = 0; i < column->count; i++) {
		struct block *block = &column->blocks[i];
		double x, y;

		radar_direction(radar, block->spoke, &x, &y);
		block->y = y * radius;
		if (side == SIDE_TOP)
			block->y -= OFF_ENDS + block->height / 2;
		if (side == SIDE_BOTTOM)
			block->y += OFF_ENDS + block->height / 2;
		if (i != 0) {
			const struct block *before = &column->blocks[i - 1];
			double least = before->y + (before->height + block->height) / 2 + BLOCK_GAP;

			moved += fmax(0, least - block->y);
			block->y = fmax(block->y, least);
		}
	}
	for (size_t i = 0; i < column->count; i++)
		column->blocks[i].y -= moved / (double)column->count;
}

static void
lay(struct column columns[SIDES], const struct radar *radar, const struct selection *selection,
    double width, double radius)
{
	for (enum side side = 0; side < SIDES; side++) {
		fill(&columns[side], side, radar, selection, side_width(side, width, radius));
		spread(&columns[side], side, radar, radius);
	}
}

/* How far the label was moved off the end of its spoke. */
static double
moved(const struct block *block, const struct radar *radar, double radius)
{
	double x, y;

	radar_direction(radar, block->spoke, &x, &y);
	return fabs(block->y - y * radius);
}

static void
measure_numbers(struct radar_room *room, const struct radar *radar)
{
	room->top = 0;
	room->bottom = 0;
	for (size_t i = 0; i < radar->count; i++) {
		double x, y;

		radar_direction(radar, i, &x, &y);
		room->top = fmin(room->top, y * (room->radius + NUMBER_OFF) - 10);
		room->bottom = fmax(room->bottom, y * (room->radius + NUMBER_OFF) + 10);
	}
}

void
radar_labels_measure(struct radar_room *room, const struct radar *radar,
    const struct selection *selection, double width)
{
	struct column columns[SIDES];

	measure_numbers(room, radar);
	if (room->narrow)
		return;
	lay(columns, radar, selection, width, room->radius);
	for (enum side side = 0; side < SIDES; side++)
		for (size_t i = 0; i < columns[side].count; i++) {
			const struct block *block = &columns[side].blocks[i];
			bool beside = side == SIDE_LEFT || side == SIDE_RIGHT;

			room->narrow |= beside && moved(block, radar, room->radius) > MOVED_MAX;
		}
	for (enum side side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < columns[side].count && !room->narrow; i++) {
			const struct block *block = &columns[side].blocks[i];

			room->top = fmin(room->top, block->y - block->height / 2);
			room->bottom = fmax(room->bottom, block->y + block->height / 2);
		}
		release(&columns[side]);
	}
}

static void
draw_block(struct canvas *canvas, const struct radar_room *room, const struct radar *radar,
    const struct block *block, enum side side)
{
	double middle = room->y + block->y;
	double y = middle - block->height / 2 + LINE / 2;
	double sign = side == SIDE_LEFT ? -1 : 1;
	bool beside = side == SIDE_LEFT || side == SIDE_RIGHT;
	double x = beside ? room->x + sign * (room->radius + OFF) : room->x;
	enum canvas_align align = side == SIDE_RIGHT ? CANVAS_LEFT
	    : side == SIDE_LEFT                      ? CANVAS_RIGHT
	                                             : CANVAS_CENTRE;
	double dx, dy;

	radar_direction(radar, block->spoke, &dx, &dy);
	if (beside)
		canvas_line(canvas, room->x + dx * (room->radius + 3),
		    room->y + dy * (room->radius + 3), x - sign * 5, middle, 1,
		    canvas->theme->edge);
	for (size_t i = 0; i < block->name.count; i++)
		canvas_word(canvas, x, y + LINE * (double)i, align, THEME_TEXT, false,
		    canvas->theme->ink, block->name.lines[i]);
	y += LINE * (double)block->name.count;
	for (size_t i = 0; i < block->figures.count; i++)
		canvas_word(canvas, x, y + LINE * (double)i, align, THEME_TEXT, true,
		    canvas->theme->own, block->figures.lines[i]);
}

static void
draw_numbers(struct canvas *canvas, const struct radar_room *room, const struct radar *radar)
{
	for (size_t i = 0; i < radar->count; i++) {
		char number[24];
		double x, y;

		radar_direction(radar, i, &x, &y);
		snprintf(number, sizeof(number), "%zu", i + 1);
		canvas_word(canvas, room->x + x * (room->radius + NUMBER_OFF),
		    room->y + y * (room->radius + NUMBER_OFF), CANVAS_CENTRE, THEME_TEXT, true,
		    canvas->theme->ink, number);
	}
}

void
radar_labels_draw(struct canvas *canvas, const struct radar_room *room, const struct radar *radar,
    const struct selection *selection)
{
	struct column columns[SIDES];

	if (room->narrow) {
		draw_numbers(canvas, room, radar);
		return;
	}
	lay(columns, radar, selection, canvas->width, room->radius);
	for (enum side side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < columns[side].count; i++)
			draw_block(canvas, room, radar, &columns[side].blocks[i], side);
		release(&columns[side]);
	}
}

double
radar_key_draw(
    struct canvas *canvas, const struct radar *radar, const struct selection *selection, double y)
{
	double width = canvas->width - 2 * THEME_MARGIN - 28;

	for (size_t i = 0; i < radar->count; i++) {
		char *name = radar_name(selection, &radar->spokes[i]);
		char *figures = radar_figures(&radar->spokes[i]);
		char number[24];

		snprintf(number, sizeof(number), "%zu", i + 1);
		canvas_word(canvas, THEME_MARGIN + 20, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, number);
		y = frame_paragraph(canvas, THEME_MARGIN + 28, y, width, THEME_TEXT, false,
		    canvas->theme->ink, name, NAME_LINES);
		y = frame_paragraph(canvas, THEME_MARGIN + 28, y, width, THEME_TEXT, true,
		    canvas->theme->own, figures, 2);
		y += 4;
		free(name);
		free(figures);
	}
	return y;
}
