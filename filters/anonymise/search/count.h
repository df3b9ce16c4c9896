/* SPDX-License-Identifier: GPL-3.0-or-later */
/* count: what a table is like when its quasi-identifiers stand at certain levels. */
#ifndef ANONYMISE_COUNT_H
#define ANONYMISE_COUNT_H

#include "metrics.h"
#include "rows.h"
#include "spread.h"

struct count {
	uint64_t suppressed; /* records in classes that fall short */
	/* Of them those that fall short in what no further generalisation can make worse:
	 * too few people, too few different values. */
	uint64_t surely;
	uint64_t smallest; /* people, of the classes that stay; 0: there is none */
	size_t classes;    /* all of them */
	struct metrics metrics;
};

struct node_counter {
	const struct privacy *privacy;
	const struct domain *domains;
	const struct spread *spreads;
	struct grouping classes;
	struct grouping pairs;
};

/* rows: at these levels or at finer ones. */
void node_counter_count(struct node_counter *counter, const struct rows *rows,
    const unsigned *levels, struct count *count);
void node_counter_release(struct node_counter *counter);

#endif
