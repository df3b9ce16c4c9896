/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * walk: from the finest node on to the one with the least loss that keeps the policy.
 *
 * Nodes wait in the order of their loss.  One that fails is climbed from, as long as what
 * is above it fails too; the summit tells of all nodes below it that they fail, and
 * whatever is better has to be coarser than it in some column: only those neighbours
 * wait from then on.  (The search for a least hitting set, Reiter, 1987, over the
 * monotonicity of Samarati, 2001; the climb is that of Flash, Kohlmayer et al., 2012.)
 * So few of the lattice's nodes are ever looked at, and the first that holds is the best.
 */
#ifndef ANONYMISE_WALK_H
#define ANONYMISE_WALK_H

#include "bounds.h"
#include "count.h"
#include "search.h"

#include <stdbool.h>

struct walk {
	struct node_counter *counter;
	const struct domain *domains;
	const struct rows *rows;
	const uint32_t *sensitive; /* the number of values of each sensitive column */
	size_t columns;
	double limit; /* records that may be suppressed */
	uint64_t counted;
};

/* False: no node holds.  levels and count are of the best. */
bool walk_best(struct walk *walk, unsigned *levels, struct count *count);

#endif
