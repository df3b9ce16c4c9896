/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bounds: nodes of the lattice of which it is known how they come out, so that others
 * need not be counted: what is finer than a node that fails does so too, what is coarser
 * than one that holds holds.
 *
 * A node is for each column the place of its level in the order of their loss
 * (domain_close), as one byte.
 */
#ifndef ANONYMISE_BOUNDS_H
#define ANONYMISE_BOUNDS_H

#include "../policy/privacy.h"
#include "domain.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BOUNDS_NONE ((size_t)-1)

struct node {
	unsigned char place[PRIVACY_COLUMNS_MAX];
};

/* Of each column and place a set of the nodes that are met there; who is met in all
 * columns is met. */
struct bounds {
	const struct domain *domains;
	size_t columns;
	bool upper;                             /* met: by what is finer; else by what is coarser */
	size_t starts[PRIVACY_COLUMNS_MAX + 1]; /* of each column among the sets */
	struct node *nodes;
	size_t count;
	size_t words; /* of each set */
	uint64_t *sets;
};

static inline unsigned
node_level(const struct node *node, const struct domain *domains, size_t column)
{
	return domains[column].order[node->place[column]];
}

void bounds_init(struct bounds *bounds, const struct domain *domains, size_t columns, bool upper);
void bounds_release(struct bounds *bounds);
void bounds_add(struct bounds *bounds, const struct node *node);
/* The first of them from index on that is coarser (upper) or finer than the node, or the
 * same; or BOUNDS_NONE. */
size_t bounds_find(const struct bounds *bounds, const struct node *node, size_t from);

#endif
