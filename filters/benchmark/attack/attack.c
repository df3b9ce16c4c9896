/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack: tries to undo published outputs. */
#include "attack.h"

#include "attack_table.h"

#include <stdlib.h>
#include <string.h>

/* Sums and pairs narrow each other; past so many turns little is left to find. */
#define TURNS_MAX 10
/* Counts of one table whose bounds are worked out exactly. */
#define EXACT_MAX 2000

static void
narrow(struct attack_table *table)
{
	bool changed = true;

	for (size_t turn = 0; changed && turn < TURNS_MAX; turn++) {
		if (!additive_solve(&table->additive, table->wide, EXACT_MAX, ADDITIVE_MOST)) {
			diag_warning("what is published contradicts itself: sums are left aside");
			table->additive.relation_count = 0;
		}
		changed = false;
		for (size_t i = 0; i < table->count; i++)
			if (pair_narrow(&table->additive, &table->rows[i].pair))
				changed = true;
	}
}

/* A count that adds up with no other is hidden for its own sake. */
static void
settle_lone(struct attack_table *table)
{
	const struct additive *additive = &table->additive;
	bool *adds_up = xcalloc(additive->count + 1, sizeof(*adds_up));

	for (size_t i = 0; i < additive->term_count; i++)
		adds_up[additive->terms[i].variable] = true;
	for (size_t i = 0; i < additive->count; i++)
		if (!adds_up[i])
			table->wide[i] = additive->ranges[i];
	free(adds_up);
}

/* What is sure, and what whoever takes hidden counts for small ones would find. */
static void
find(struct attack_table *table)
{
	size_t size = table->additive.count * sizeof(*table->wide);
	struct additive_range *small = xmalloc(size + 1);

	table->sure = xmalloc(size + 1);
	attack_relate(table);
	settle_lone(table);
	memcpy(small, table->additive.ranges, size);
	memcpy(table->additive.ranges, table->wide, size);
	narrow(table);
	memcpy(table->sure, table->additive.ranges, size);
	if (table->additive.relation_count != 0) {
		memcpy(table->additive.ranges, small, size);
		narrow(table);
	}
	free(small);
}

bool
attack_run(struct filter *filter, const struct attack_options *options, struct fault *fault)
{
	struct attack_table table = { .options = options };
	bool good = attack_read(&table, filter, fault);
	/* what a part of the input says is not what it says as a whole */
	bool whole = good && filter->status != STATUS_FAILED;

	if (whole && table.additive.count != 0)
		find(&table);
	if (whole)
		attack_report(&table, filter);
	attack_release(&table);
	return good;
}
