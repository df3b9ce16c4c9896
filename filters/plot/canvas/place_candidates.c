/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place_candidates: where a label may stand around its point. */
#include "place_candidates.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

#define DIRECTIONS 16

/* How far from the point's shape; past the first a line leads to the label. */
static const double distances[] = { 3, 16, 32, 52, 76, 106, 140 };
#define DISTANCES (sizeof(distances) / sizeof(distances[0]))

/* Beside the point reads best, right before left; straight above and below next. */
static const struct direction {
	double x;
	double y;
	double cost;
} directions[DIRECTIONS] = {
	{ 1, 0, 0 },
	{ -1, 0, 1 },
	{ 0.7, -0.7, 2 },
	{ 0.7, 0.7, 2.5 },
	{ -0.7, -0.7, 3 },
	{ -0.7, 0.7, 3.5 },
	{ 0, -1, 4 },
	{ 0, 1, 4.5 },
	{ 0.4, -0.9, 5 },
	{ 0.4, 0.9, 5.5 },
	{ -0.4, -0.9, 6 },
	{ -0.4, 0.9, 6.5 },
	{ 0.2, -1, 7 },
	{ -0.2, -1, 7.5 },
	{ 0.2, 1, 8 },
	{ -0.2, 1, 8.5 },
};

#define COST_DISTANCE 12.0
#define COST_LINE     7.0 /* a stroke of the chart under the text */
#define STROKES_MAX   5   /* of which more would take too much of a curve away */
#define NEAR          7.0 /* pixels: it might be taken for the label of another point */
#define COST_NEAR     10.0
#define COST_POINT    9.0 /* a point under the line that leads to it */

/* What of the room is near enough to the label to matter. */
struct near {
	struct place_box *obstacles;
	size_t obstacle_count;
	struct place_line *lines;
	size_t line_count;
};

bool
place_crosses(const struct place_line *line, const struct place_box *box)
{
	double from = 0;
	double to = 1;
	const double starts[2] = { line->x0, line->y0 };
	const double steps[2] = { line->x1 - line->x0, line->y1 - line->y0 };
	const double lows[2] = { box->x0, box->y0 };
	const double highs[2] = { box->x1, box->y1 };

	/* the part of the line that lies between the sides, first across and then down (Liang
	 * and Barsky 1984) */
	for (size_t i = 0; i < 2; i++) {
		double enter = lows[i] - starts[i];
		double leave = highs[i] - starts[i];

		if (fabs(steps[i]) < 1e-9) {
			if (enter >= 0 || leave <= 0)
				return false;
			continue;
		}
		enter /= steps[i];
		leave /= steps[i];
		from = fmax(from, fmin(enter, leave));
		to = fmin(to, fmax(enter, leave));
	}
	return from < to;
}

/* Twice the area of the triangle, its sign the turn. */
static double
turn(double ax, double ay, double bx, double by, double cx, double cy)
{
	return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

bool
place_meet(const struct place_line *one, const struct place_line *other)
{
	double a = turn(one->x0, one->y0, one->x1, one->y1, other->x0, other->y0);
	double b = turn(one->x0, one->y0, one->x1, one->y1, other->x1, other->y1);
	double c = turn(other->x0, other->y0, other->x1, other->y1, one->x0, one->y0);
	double d = turn(other->x0, other->y0, other->x1, other->y1, one->x1, one->y1);

	return a * b < 0 && c * d < 0;
}

static bool
within(const struct place_box *inner, const struct place_box *outer)
{
	return inner->x0 >= outer->x0 && inner->y0 >= outer->y0 && inner->x1 <= outer->x1
	    && inner->y1 <= outer->y1;
}

static void
find_near(const struct place_room *room, const struct place_label *label, struct near *near)
{
	double reach = distances[DISTANCES - 1] + label->radius;
	struct place_box all = { label->x - reach - label->width, label->y - reach - label->height,
		label->x + reach + label->width, label->y + reach + label->height };

	near->obstacles = xcalloc(room->obstacle_count + 1, sizeof(near->obstacles[0]));
	near->lines = xcalloc(room->line_count + 1, sizeof(near->lines[0]));
	for (size_t i = 0; i < room->obstacle_count; i++)
		if (place_overlaps(&room->obstacles[i], &all))
			near->obstacles[near->obstacle_count++] = room->obstacles[i];
	for (size_t i = 0; i < room->line_count; i++)
		if (place_crosses(&room->lines[i], &all))
			near->lines[near->line_count++] = room->lines[i];
}

/* The label's side towards the point is that far off its shape. */
static struct place_box
box_at(const struct place_label *label, const struct direction *direction, double distance)
{
	double off = label->radius + distance;
	double x = label->x + direction->x * off
	    + fmin(1, fmax(-1, direction->x * 1.5)) * label->width / 2;
	double y = label->y + direction->y * off
	    + fmin(1, fmax(-1, direction->y * 1.5)) * label->height / 2;

	return (struct place_box){ x - label->width / 2, y - label->height / 2,
		x + label->width / 2, y + label->height / 2 };
}

/* From the edge of the point's shape to the nearest place of the box. */
static struct place_line
lead_to(const struct place_label *label, const struct place_box *box)
{
	double x = fmin(fmax(label->x, box->x0), box->x1);
	double y = fmin(fmax(label->y, box->y0), box->y1);
	double length = hypot(x - label->x, y - label->y);
	double share = length > 0 ? fmin(1, (label->radius + 1) / length) : 0;

	return (struct place_line){ label->x + (x - label->x) * share,
		label->y + (y - label->y) * share, x, y };
}

static struct place_box
extent_of(const struct place_candidate *candidate)
{
	const struct place_box *box = &candidate->box;
	const struct place_line *lead = &candidate->lead;

	if (!candidate->led)
		return *box;
	/* it ends at the box */
	return (struct place_box){ fmin(box->x0, lead->x0), fmin(box->y0, lead->y0),
		fmax(box->x1, lead->x0), fmax(box->y1, lead->y0) };
}

/* The obstacle is the label's own point. */
static bool
holds(const struct place_box *box, const struct place_label *label)
{
	return label->x > box->x0 && label->x < box->x1 && label->y > box->y0 && label->y < box->y1;
}

/* False where it covers an obstacle, or much of the lines. */
static bool
weigh(const struct near *near, const struct place_label *label, struct place_candidate *candidate)
{
	const struct place_box *box = &candidate->box;
	struct place_box about = { box->x0 - NEAR, box->y0 - NEAR, box->x1 + NEAR, box->y1 + NEAR };
	size_t covered = 0;

	for (size_t i = 0; i < near->obstacle_count; i++) {
		if (!place_overlaps(&near->obstacles[i], &about))
			continue;
		if (place_overlaps(&near->obstacles[i], &candidate->box))
			return false;
		if (!holds(&near->obstacles[i], label))
			candidate->cost += COST_NEAR;
	}
	for (size_t i = 0; i < near->line_count && covered <= STROKES_MAX; i++)
		covered += place_crosses(&near->lines[i], &candidate->box);
	if (covered > STROKES_MAX)
		return false;
	candidate->cost += COST_LINE * (double)covered;
	for (size_t i = 0; candidate->led && i < near->obstacle_count; i++) {
		const struct place_box *point = &near->obstacles[i];

		if (place_overlaps(point, &candidate->extent) && !holds(point, label)
		    && place_crosses(&candidate->lead, point))
			candidate->cost += COST_POINT;
	}
	return true;
}

static int
compare(const void *left, const void *right)
{
	const struct place_candidate *a = left;
	const struct place_candidate *b = right;

	if (a->cost < b->cost || a->cost > b->cost)
		return a->cost < b->cost ? -1 : 1;
	/* no two stand in the same place */
	if (a->box.x0 < b->box.x0 || a->box.x0 > b->box.x0)
		return a->box.x0 < b->box.x0 ? -1 : 1;
	return a->box.y0 < b->box.y0 ? -1 : a->box.y0 > b->box.y0;
}

size_t
place_candidates(const struct place_room *room, const struct place_label *label,
    struct place_candidate candidates[PLACE_CANDIDATES_MAX])
{
	struct near near = { 0 };
	size_t count = 0;

	find_near(room, label, &near);
	for (size_t i = 0; i < DISTANCES; i++)
		for (size_t j = 0; j < DIRECTIONS; j++) {
			struct place_candidate candidate = { .box = box_at(label, &directions[j],
				                                 distances[i]),
				.led = i > 0,
				.cost = (double)i * COST_DISTANCE + directions[j].cost };

			if (!within(&candidate.box, &room->bounds))
				continue;
			candidate.lead = lead_to(label, &candidate.box);
			candidate.extent = extent_of(&candidate);
			if (weigh(&near, label, &candidate))
				candidates[count++] = candidate;
		}
	free(near.obstacles);
	free(near.lines);
	qsort(candidates, count, sizeof(candidates[0]), compare);
	return count;
}
