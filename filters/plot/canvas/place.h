/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * place: labels beside their points, none over another, over a point or past the bounds.
 *
 * gnuplot moves no label out of another's way.  Each label has places around its point,
 * the near ones first; labels take theirs in their order (greedy), then a few passes move
 * them to better ones and make room for those left out.  No chance is in it: the same
 * labels always stand in the same places.
 */
#ifndef MHSW_PLOT_PLACE_H
#define MHSW_PLOT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

/* Pixels, y downwards. */
struct place_box {
	double x0;
	double y0;
	double x1;
	double y1;
};

struct place_line {
	double x0;
	double y0;
	double x1;
	double y1;
};

struct place_label {
	double x; /* its point, and how far the point's shape reaches */
	double y;
	double radius;
	double width; /* of its text */
	double height;
	/* found by place_labels */
	bool placed;
	struct place_box box;
	bool led; /* it stands so far off that a line is to lead to it */
	struct place_line lead;
};

struct place_room {
	struct place_box bounds;
	const struct place_box *obstacles; /* never covered; those of the labels' own points too */
	size_t obstacle_count;
	/* strokes of curves: few are covered, and only where nothing else is free */
	const struct place_line *lines;
	size_t line_count;
};

/* Finds the places of the labels, those that matter most first.  One that fits nowhere is
 * left out.  Returns how many are placed. */
size_t place_labels(const struct place_room *room, struct place_label *labels, size_t count);

/* The boxes share more than an edge. */
static inline bool
place_overlaps(const struct place_box *one, const struct place_box *other)
{
	return one->x0 < other->x1 && other->x0 < one->x1 && one->y0 < other->y1
	    && other->y0 < one->y1;
}

/* The line touches the inside of the box. */
bool place_crosses(const struct place_line *line, const struct place_box *box);

#endif
