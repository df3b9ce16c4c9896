/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place: labels beside their points, none over another. */
#include "place.h"

#include "../../lib/memory.h"
#include "place_candidates.h"

#include <math.h>
#include <stdlib.h>

#define PASSES 4
#define NONE   ((size_t)-1)

/* A label's places and the one that it has. */
struct seat {
	struct place_candidate *candidates;
	size_t count;
	size_t taken; /* NONE: it is left out */
};

static bool
clash(const struct place_candidate *one, const struct place_candidate *other)
{
	if (!place_overlaps(&one->extent, &other->extent))
		return false;
	return place_overlaps(&one->box, &other->box)
	    || (one->led && place_crosses(&one->lead, &other->box))
	    || (other->led && place_crosses(&other->lead, &one->box))
	    || (one->led && other->led && place_meet(&one->lead, &other->lead));
}

/* The labels whose places the candidate would not leave free, up to two of them; own is no
 * hindrance, nor is spared. */
static size_t
hindrances(const struct seat *seats, size_t count, size_t own, size_t spared,
    const struct place_candidate *candidate, size_t *first)
{
	size_t found = 0;

	for (size_t i = 0; i < count && found < 2; i++) {
		if (i == own || i == spared || seats[i].taken == NONE)
			continue;
		if (clash(candidate, &seats[i].candidates[seats[i].taken]) && found++ == 0)
			*first = i;
	}
	return found;
}

/* The label's cheapest place that is free, or NONE; beside holds, where it is given, the
 * place that another is about to take. */
static size_t
cheapest(const struct seat *seats, size_t count, size_t own, size_t spared,
    const struct place_candidate *beside)
{
	const struct seat *seat = &seats[own];
	size_t first;

	for (size_t i = 0; i < seat->count; i++)
		if ((beside == NULL || !clash(&seat->candidates[i], beside))
		    && hindrances(seats, count, own, spared, &seat->candidates[i], &first) == 0)
			return i;
	return NONE;
}

/* Room for one that is left out, where one other label is in its way that has another
 * place. */
static bool
make_room(struct seat *seats, size_t count, size_t own)
{
	struct seat *seat = &seats[own];

	for (size_t i = 0; i < seat->count; i++) {
		size_t other = NONE;
		size_t place;

		if (hindrances(seats, count, own, NONE, &seat->candidates[i], &other) != 1)
			continue;
		place = cheapest(seats, count, other, own, &seat->candidates[i]);
		if (place == NONE)
			continue;
		seats[other].taken = place;
		seat->taken = i;
		return true;
	}
	return false;
}

static bool
improve(struct seat *seats, size_t count)
{
	bool moved = false;

	for (size_t i = 0; i < count; i++) {
		size_t place = cheapest(seats, count, i, NONE, NULL);

		if (place < seats[i].taken) {
			seats[i].taken = place;
			moved = true;
		} else if (seats[i].taken == NONE) {
			moved |= make_room(seats, count, i);
		}
	}
	return moved;
}

size_t
place_labels(const struct place_room *room, struct place_label *labels, size_t count)
{
	struct place_candidate *all =
	    xcalloc(count * PLACE_CANDIDATES_MAX + 1, sizeof(struct place_candidate));
	struct seat *seats = xcalloc(count + 1, sizeof(struct seat));
	size_t placed = 0;

	for (size_t i = 0; i < count; i++) {
		seats[i].candidates = all + i * PLACE_CANDIDATES_MAX;
		seats[i].count = place_candidates(room, &labels[i], seats[i].candidates);
		seats[i].taken = NONE;
		seats[i].taken = cheapest(seats, i, i, NONE, NULL);
	}
	for (size_t pass = 0; pass < PASSES && improve(seats, count); pass++)
		;
	for (size_t i = 0; i < count; i++) {
		labels[i].placed = seats[i].taken != NONE;
		if (!labels[i].placed)
			continue;
		labels[i].box = seats[i].candidates[seats[i].taken].box;
		labels[i].lead = seats[i].candidates[seats[i].taken].lead;
		labels[i].led = seats[i].candidates[seats[i].taken].led;
		placed++;
	}
	free(seats);
	free(all);
	return placed;
}
