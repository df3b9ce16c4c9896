/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups: a tally of all records, and one of each value of a column. */
#ifndef ROLE_GROUPS_H
#define ROLE_GROUPS_H

#include "tally.h"

/* With more values a column is no grouping, and a report of it no reading. */
#define GROUPS_MAX 100

struct group {
	char *value; /* owned; NULL: all records */
	size_t length;
	struct tally tally;
};

struct groups {
	const struct scheme *scheme; /* borrowed */
	struct group *list;          /* all records, then the values */
	size_t count;
};

void groups_init(struct groups *groups, const struct scheme *scheme);
void groups_release(struct groups *groups);
/* NULL: there are too many values. */
struct tally *groups_find(struct groups *groups, struct field value);
/* Values in byte order. */
void groups_sort(struct groups *groups);

#endif
