/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: labels beside their points, none over another. */
#include "../../filters/plot/canvas/place.h"
#include "unit.h"

#include <stdint.h>
#include <stdlib.h>

#define POINTS 300

static struct place_label labels[POINTS];
static struct place_label again[POINTS];
static struct place_box points[POINTS];
static uint64_t state;

/* Numbers from 0 to 1 that are the same on every machine (Knuth's MMIX). */
static double
number(void)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (double)(state >> 11) / (double)(1ull << 53);
}

static struct place_label
label_at(double x, double y, double width)
{
	return (struct place_label){ .x = x, .y = y, .radius = 5, .width = width, .height = 21 };
}

static struct place_box
point_at(double x, double y)
{
	return (struct place_box){ x - 5, y - 5, x + 5, y + 5 };
}

static void
scatter(size_t count, double width, double height)
{
	state = 7;
	for (size_t i = 0; i < count; i++) {
		double x = number() * width;
		double y = number() * height;

		labels[i] = label_at(x, y, 30 + number() * 90);
		points[i] = point_at(x, y);
	}
}

/* How many things are wrong with the labels that are placed. */
static size_t
wrongs(const struct place_room *room, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		const struct place_box *box = &labels[i].box;

		if (!labels[i].placed)
			continue;
		wrong += box->x0 < room->bounds.x0 || box->y0 < room->bounds.y0
		    || box->x1 > room->bounds.x1 || box->y1 > room->bounds.y1;
		for (size_t j = 0; j < room->obstacle_count; j++)
			wrong += place_overlaps(box, &room->obstacles[j]);
		for (size_t j = 0; j < count; j++) {
			if (j == i || !labels[j].placed)
				continue;
			wrong += place_overlaps(box, &labels[j].box);
			wrong += labels[i].led && place_crosses(&labels[i].lead, &labels[j].box);
		}
	}
	return wrong;
}

static void
test_geometry(void)
{
	struct place_box box = { 10, 10, 20, 20 };
	struct place_line through = { 0, 0, 30, 30 };
	struct place_line beside = { 0, 12, 9, 12 };
	struct place_line along = { 0, 10, 30, 10 };
	struct place_line upright = { 15, 0, 15, 30 };

	CHECK(place_overlaps(&box, &(struct place_box){ 19, 19, 25, 25 }));
	CHECK(!place_overlaps(&box, &(struct place_box){ 20, 10, 25, 20 }));
	CHECK(place_crosses(&through, &box));
	CHECK(place_crosses(&upright, &box));
	CHECK(!place_crosses(&beside, &box));
	CHECK(!place_crosses(&along, &box));
}

static void
test_one(void)
{
	struct place_room room = { .bounds = { 0, 0, 300, 100 } };

	/* to the right, where there is room */
	labels[0] = label_at(50, 50, 80);
	CHECK(place_labels(&room, labels, 1) == 1);
	CHECK(labels[0].placed && !labels[0].led);
	CHECK_NUMBER(labels[0].box.x0, 58, 1e-12);
	CHECK_NUMBER(labels[0].box.y0, 39.5, 1e-12);
	/* to the left at the right edge */
	labels[0] = label_at(290, 50, 80);
	CHECK(place_labels(&room, labels, 1) == 1);
	CHECK_NUMBER(labels[0].box.x1, 282, 1e-12);
	/* one that is wider than the room is left out */
	labels[0] = label_at(50, 50, 400);
	CHECK(place_labels(&room, labels, 1) == 0);
	CHECK(!labels[0].placed);
	CHECK(place_labels(&room, labels, 0) == 0);
}

/* A line is covered only where nothing else is free. */
static void
test_lines(void)
{
	struct place_line line = { 55, 50, 300, 50 };
	struct place_room room = { .bounds = { 0, 0, 300, 100 }, .lines = &line, .line_count = 1 };

	labels[0] = label_at(100, 46, 40);
	CHECK(place_labels(&room, labels, 1) == 1);
	CHECK(!place_crosses(&line, &labels[0].box));
	room.bounds = (struct place_box){ 60, 35, 180, 57 };
	CHECK(place_labels(&room, labels, 1) == 1);
	CHECK(place_crosses(&line, &labels[0].box));
}

/* Points beside each other: a label that stands off has a line to it. */
static void
test_leads(void)
{
	struct place_room room = {
		.bounds = { 0, 0, 400, 300 }, .obstacles = points, .obstacle_count = 12
	};
	size_t led = 0;

	for (size_t i = 0; i < 12; i++) {
		labels[i] = label_at(200 + (double)(i % 4) * 6, 150 + (double)(i / 4) * 6, 60);
		points[i] = point_at(labels[i].x, labels[i].y);
	}
	CHECK(place_labels(&room, labels, 12) >= 8);
	CHECK(wrongs(&room, 12) == 0);
	for (size_t i = 0; i < 12; i++)
		led += labels[i].placed && labels[i].led;
	CHECK(led > 0);
}

/* The first label's only place and the second's best one are the same: the second moves. */
static void
test_room_is_made(void)
{
	struct place_room room = { .bounds = { 0, 0, 200, 21 } };

	labels[0] = label_at(60, 10.5, 50);
	labels[1] = label_at(130, 10.5, 56);
	labels[0].height = 21;
	/* the first goes right and leaves the second the right edge alone, which is too narrow
	 * for it */
	labels[1].width = 64;
	CHECK(place_labels(&room, labels, 2) == 2);
	CHECK(wrongs(&room, 2) == 0);
}

static void
test_many(void)
{
	struct place_room room = {
		.bounds = { -10, -10, 810, 510 }, .obstacles = points, .obstacle_count = POINTS
	};
	size_t placed;
	size_t left_out = 0;
	size_t differ = 0;

	scatter(POINTS, 800, 500);
	memcpy(again, labels, sizeof(labels));
	placed = place_labels(&room, labels, POINTS);
	CHECK(placed >= 60);
	CHECK(placed < POINTS);
	CHECK(wrongs(&room, POINTS) == 0);
	for (size_t i = 0; i < POINTS; i++)
		left_out += !labels[i].placed;
	CHECK(placed + left_out == POINTS);
	/* the same again */
	CHECK(place_labels(&room, again, POINTS) == placed);
	for (size_t i = 0; i < POINTS; i++)
		differ += labels[i].placed != again[i].placed
		    || memcmp(&labels[i].box, &again[i].box, sizeof(labels[i].box)) != 0;
	CHECK(differ == 0);
	/* few in much room are all placed */
	scatter(20, 800, 500);
	room.obstacle_count = 20;
	CHECK(place_labels(&room, labels, 20) == 20);
	CHECK(wrongs(&room, 20) == 0);
}

int
main(void)
{
	test_geometry();
	test_one();
	test_lines();
	test_leads();
	test_room_is_made();
	test_many();
	return unit_done();
}
