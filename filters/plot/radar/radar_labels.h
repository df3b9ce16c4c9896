/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar_labels: what stands at the ends of the spokes (radar_draw.c's room). */
#ifndef MHSW_PLOT_RADAR_LABELS_H
#define MHSW_PLOT_RADAR_LABELS_H

#include "../canvas/label.h"
#include "radar.h"

#define RADAR_LINES_MAX 7

/* The room of the round part, in pixels. */
struct radar_room {
	bool narrow; /* numbers at the spokes, and a key below */
	double x;
	double y;
	double radius;
	double top; /* of all that stands around it */
	double bottom;
};

/* The direction of a spoke from the centre, the first upwards, then as the clock goes. */
void radar_direction(const struct radar *radar, size_t spoke, double *x, double *y);

/* Lays the labels out around a centre at 0 and finds how far up and down all reaches; sets
 * narrow where they would stand too far off their spokes.  Then draws them with the centre
 * where the room has it. */
void radar_labels_measure(struct radar_room *room, const struct radar *radar,
    const struct selection *selection, double width);
void radar_labels_draw(struct canvas *canvas, const struct radar_room *room,
    const struct radar *radar, const struct selection *selection);
/* The key of the numbers, from y on; returns the y of the next line. */
double radar_key_draw(
    struct canvas *canvas, const struct radar *radar, const struct selection *selection, double y);

#endif
