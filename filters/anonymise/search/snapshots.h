/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * snapshots: the rows as they are at nodes that were looked at, of which coarser nodes
 * are counted sooner than of all rows (as Flash does: Kohlmayer et al., 2012).
 */
#ifndef ANONYMISE_SNAPSHOTS_H
#define ANONYMISE_SNAPSHOTS_H

#include "bounds.h"
#include "rows.h"

#define SNAPSHOTS_MAX 64
/* So many times the rows that there are, at most, in all snapshots together. */
#define SNAPSHOTS_TIMES 4

struct snapshot {
	struct node node;
	struct rows rows;
	uint64_t used; /* when, to let go of the one that was not for longest */
};

struct snapshots {
	const struct domain *domains;
	const struct rows *all; /* borrowed */
	struct snapshot list[SNAPSHOTS_MAX];
	size_t count;
	size_t rows; /* in all of the list */
	uint64_t now;
};

/* The fewest rows that still tell the node; they live until the next snapshots_keep. */
const struct rows *snapshots_find(struct snapshots *snapshots, const struct node *node);
/* Takes the rows over; where they are not kept it wipes and frees them. */
void snapshots_keep(struct snapshots *snapshots, const struct node *node, struct rows *rows);
void snapshots_release(struct snapshots *snapshots);

#endif
