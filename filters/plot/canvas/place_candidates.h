/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place_candidates: where a label may stand around its point (place.c's room). */
#ifndef MHSW_PLOT_PLACE_CANDIDATES_H
#define MHSW_PLOT_PLACE_CANDIDATES_H

#include "place.h"

#define PLACE_CANDIDATES_MAX 112

struct place_candidate {
	struct place_box box;
	struct place_line lead;
	struct place_box extent; /* of both */
	bool led;
	double cost; /* the lower the better: distance, side, lines covered */
};

/* Those within the bounds and off every obstacle, the cheapest first; returns how many. */
size_t place_candidates(const struct place_room *room, const struct place_label *label,
    struct place_candidate candidates[PLACE_CANDIDATES_MAX]);
/* The lines meet between their ends. */
bool place_meet(const struct place_line *one, const struct place_line *other);

#endif
