/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_order: the order of a ranking, what stands in it, and when it is the chart to draw. */
#include "ranked.h"

#include <math.h>
#include <stdlib.h>

/* Figures from 60 to 75 are points: their range is at most this share of the greatest. */
#define POINTS_RANGE 0.5
/* Rows on either side of the own unit that --rows leaves. */
#define NEIGHBOURS ((size_t)1)

struct ranked_counts
ranked_counts(const struct selection *selection)
{
	struct ranked_counts counts = { 0 };

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE))
			counts.held++;
		else if (selection_apart(selection, row->unit))
			counts.apart++;
		else
			counts.shown++;
	}
	return counts;
}

/* What a row is sorted by; qsort takes no context. */
struct sorted {
	const struct series_row *row;
	unsigned part; /* ranking, no figure, apart */
	enum series_column column;
	bool ascending;
};

static int
compare_ranked(const void *left, const void *right)
{
	const struct sorted *one = left;
	const struct sorted *other = right;
	const struct series_row *a = one->row;
	const struct series_row *b = other->row;

	if (one->part != other->part)
		return one->part < other->part ? -1 : 1;
	if (series_shown(a, one->column) && series_shown(b, one->column)
	    && series_number(a, one->column) != series_number(b, one->column))
		return (series_number(a, one->column) < series_number(b, one->column))
		        == one->ascending
		    ? -1
		    : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

/* All rows of the ranking have a rank. */
static bool
by_rank(const struct sorted *sorted, size_t count)
{
	bool ranks = false;

	for (size_t i = 0; i < count; i++) {
		if (sorted[i].part != 0)
			continue;
		if (!series_shown(sorted[i].row, SERIES_RANK))
			return false;
		ranks = true;
	}
	return ranks;
}

bool
ranked_ascending(const struct selection *selection)
{
	return selection->ranks || words_polarity(selection, selection->measure) == LABELS_LOWER;
}

static void
order(struct selection *selection)
{
	struct sorted *sorted = xcalloc(selection->count + 1, sizeof(sorted[0]));

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		sorted[i] = (struct sorted){ .row = row,
			.part = !series_shown(row, SERIES_VALUE)    ? 1
			    : selection_apart(selection, row->unit) ? 2
			                                            : 0 };
	}
	selection->ranks = by_rank(sorted, selection->count);
	for (size_t i = 0; i < selection->count; i++) {
		bool ranked = selection->ranks && sorted[i].part == 0;

		sorted[i].column = ranked ? SERIES_RANK : SERIES_VALUE;
		sorted[i].ascending = ranked || ranked_ascending(selection);
	}
	qsort(sorted, selection->count, sizeof(sorted[0]), compare_ranked);
	for (size_t i = 0; i < selection->count; i++)
		selection->rows[i] = sorted[i].row;
	free(sorted);
}

bool
ranked_points(const struct selection *selection)
{
	const char *kind = words_kind(selection);
	double low = INFINITY;
	double high = -INFINITY;

	if (selection->wish->mark != NULL)
		return strcmp(selection->wish->mark, "points") == 0;
	if (kind != NULL
	    && (strcmp(kind, "proportion") == 0 || strcmp(kind, "rate") == 0
	        || strcmp(kind, "dsr") == 0))
		return false;
	for (size_t i = 0; i < selection->count; i++) {
		static const enum series_column ends[] = { SERIES_VALUE, SERIES_LOWER,
			SERIES_UPPER };
		const struct series_row *row = selection->rows[i];

		for (size_t j = 0; j < 3; j++)
			if (series_shown(row, ends[j])) {
				low = fmin(low, series_number(row, ends[j]));
				high = fmax(high, series_number(row, ends[j]));
			}
	}
	return low > 0 && high > low && high - low <= high * POINTS_RANGE;
}

bool
ranked_wide_intervals(const struct selection *selection)
{
	return selection->wish->interval != NULL && strcmp(selection->wish->interval, "998") == 0;
}

static bool
near_own(const struct selection *selection, size_t place, size_t shown)
{
	size_t first = place < NEIGHBOURS ? 0 : place - NEIGHBOURS;

	for (size_t i = first; i < shown && i <= place + NEIGHBOURS; i++)
		if (selection_own(selection, selection->rows[i]->unit))
			return true;
	return false;
}

bool
ranked_drawn(const struct selection *selection, size_t place, size_t shown)
{
	size_t ends = selection->wish->rows;

	return ends == 0 || place < ends || place + ends >= shown
	    || near_own(selection, place, shown);
}

size_t
ranked_left_out(const struct selection *selection)
{
	size_t shown = selection->wish->rows == 0 ? 0 : ranked_counts(selection).shown;
	size_t left_out = 0;

	for (size_t i = 0; i < shown; i++)
		left_out += !ranked_drawn(selection, i, shown);
	return left_out;
}

static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	(void)selection;
	return counts->measures <= 1 && counts->periods <= 1;
}

static const enum series_column figures[] = { SERIES_RANK, SERIES_Q1, SERIES_MEDIAN, SERIES_Q3,
	SERIES_TARGET, SERIES_COLUMNS };

const struct chart chart_ranked = { .name = "ranked",
	.summary = "bars or points with their intervals, best first",
	.words = "Ranked chart",
	.span = CHART_UNITS,
	.suits = suits,
	.order = order,
	.title = ranked_title,
	.subtitle = ranked_subtitle,
	.alternative = ranked_alternative,
	.held = ranked_held,
	.draw = ranked_draw,
	.text = ranked_text,
	.figures = figures };
