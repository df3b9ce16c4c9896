/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_order: the order of a ranking, and when it is the chart to draw. */
#include "ranked.h"

#include <stdlib.h>

static int
compare_ranked(const void *left, const void *right)
{
	const struct series_row *a = *(const struct series_row *const *)left;
	const struct series_row *b = *(const struct series_row *const *)right;

	if (series_shown(a, SERIES_VALUE) != series_shown(b, SERIES_VALUE))
		return series_shown(a, SERIES_VALUE) ? -1 : 1;
	if (series_shown(a, SERIES_RANK) && series_shown(b, SERIES_RANK)
	    && series_number(a, SERIES_RANK) != series_number(b, SERIES_RANK))
		return series_number(a, SERIES_RANK) < series_number(b, SERIES_RANK) ? -1 : 1;
	if (!series_shown(a, SERIES_RANK) && series_shown(a, SERIES_VALUE)
	    && series_number(a, SERIES_VALUE) != series_number(b, SERIES_VALUE))
		return series_number(a, SERIES_VALUE) > series_number(b, SERIES_VALUE) ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

static bool
by_rank(const struct selection *selection)
{
	bool ranks = false;

	for (size_t i = 0; i < selection->count; i++) {
		if (!series_shown(selection->rows[i], SERIES_VALUE))
			continue;
		if (!series_shown(selection->rows[i], SERIES_RANK))
			return false;
		ranks = true;
	}
	return ranks;
}

static void
order(struct selection *selection)
{
	selection->ranks = by_rank(selection);
	qsort(selection->rows, selection->count, sizeof(const struct series_row *), compare_ranked);
}

static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	(void)selection;
	return counts->measures <= 1 && counts->periods <= 1;
}

static const enum series_column figures[] = { SERIES_RANK, SERIES_Q1, SERIES_MEDIAN, SERIES_Q3,
	SERIES_COLUMNS };

const struct chart chart_ranked = { .name = "ranked",
	.summary = "bars with their intervals, best first",
	.words = "Ranked bar chart",
	.span = CHART_UNITS,
	.suits = suits,
	.order = order,
	.title = ranked_title,
	.subtitle = ranked_subtitle,
	.alternative = ranked_alternative,
	.draw = ranked_draw,
	.text = ranked_text,
	.figures = figures };
