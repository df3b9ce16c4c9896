/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare: sets each figure beside those of the other units (peers) or of the
 * same unit in other periods (control).
 */
#ifndef MHSW_COMPARE_H
#define MHSW_COMPARE_H

#include "control.h"
#include "../disclosure/disclosure.h"
#include "../group/group.h"
#include "../measure/measure.h"
#include "peers.h"

#include <stdbool.h>
#include <stddef.h>

struct compare_options {
	bool peers;
	bool control;
	enum peers_ties ties;
	enum control_zone zone;
};

/* The place of one cell among its peers. */
struct compare_peer {
	struct peers among;
	int quartile; /* 0: not shown or too few units */
	double rank;  /* 0: not shown, or no direction is the good one */
};

/* One cell in its series. */
struct compare_point {
	struct control_limits limits;
	size_t points;         /* of the series that show */
	unsigned char signals; /* control_signal as a set */
};

/* For cell m of group g: index g * measures + m.  NULL where not asked for. */
struct comparison {
	struct compare_peer *peers;
	struct compare_point *points;
};

/* groups are sorted. */
void compare_all(struct comparison *comparison, const struct compare_options *options,
    const struct groups *groups, const struct measures *measures, const struct disclosure *rule);
void compare_release(struct comparison *comparison);

#endif
