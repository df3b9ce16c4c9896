/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank: the units in order, 1 being the best by the measure's polarity. */
#include "comparer.h"
#include "comparers.h"
#include "peers.h"

static const enum compare_column written[] = { COLUMN_UNITS, COLUMN_RANK, COMPARE_COLUMNS };

static void
run(struct compare_set *set)
{
	double *ascending = set->numbers[1];
	size_t count = peers_collect(set, set->numbers[0]);

	peers_summarise(set->numbers[0], count, ascending);
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		compare_put(set, i, COLUMN_UNITS, (double)count);
		if (figure->state == FIGURE_SHOWN && set->measure->polarity != MEASURE_NEUTRAL)
			compare_put(set, i, COLUMN_RANK,
			    peers_rank(ascending, count, figure->exact,
			        set->measure->polarity == MEASURE_HIGHER, set->options->ties));
	}
}

const struct comparer rank_comparer = {
	.name = "rank", .over = COMPARE_UNITS, .columns = written, .run = run
};
