/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack: tries to undo published outputs. */
#include "attack.h"

#include "attack_table.h"

#include <stdlib.h>

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

bool
attack_run(struct filter *filter, const struct attack_options *options, struct fault *fault)
{
	struct attack_table table = { .options = options };
	bool good = attack_read(&table, filter, fault);

	if (good && table.count != 0) {
		attack_relate(&table);
		narrow(&table);
	}
	if (good)
		attack_report(&table, filter);
	attack_release(&table);
	return good;
}
