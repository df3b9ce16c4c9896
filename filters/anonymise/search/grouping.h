/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grouping: which rows agree in a set of columns, exactly: each row gets the number of
 * its group, from 0 in the order in which the groups come.
 */
#ifndef ANONYMISE_GROUPING_H
#define ANONYMISE_GROUPING_H

#include <stddef.h>
#include <stdint.h>

/* A column: of each row a value, which stands for map[value]; map NULL: for itself.  All
 * are below size. */
struct grouping_by {
	const uint32_t *values;
	const uint32_t *map;
	uint32_t size;
};

struct grouping_slot {
	uint64_t key; /* + 1; 0: free */
	uint32_t group;
};

/* {0} is ready; the room stays for the next time. */
struct grouping {
	uint32_t *groups; /* of each row */
	size_t groups_room;
	size_t count; /* of groups */
	struct grouping_slot *slots;
	size_t slots_count; /* a power of two */
	size_t slots_room;
	struct grouping_slot *spare; /* to grow into */
	size_t spare_room;
	uint32_t *direct; /* group + 1 by key, where there are few keys */
	size_t direct_room;
};

void
grouping_run(struct grouping *grouping, size_t rows, const struct grouping_by *by, size_t by_count);
void grouping_release(struct grouping *grouping);

#endif
