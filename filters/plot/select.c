/* SPDX-License-Identifier: GPL-3.0-or-later */
/* select: which rows of the series a chart shows, and which chart that is. */
#include "select.h"

#include "../lib/memory.h"

#include <stdlib.h>

const char *const select_names[] = { "ranked", "control", "heatmap", NULL };

static bool
find_type(const char *typed, enum select_type *type, struct fault *fault)
{
	const char *nearest;

	for (size_t i = 0; i < SELECT_TYPES; i++)
		if (strcmp(typed, select_names[i]) == 0) {
			*type = (enum select_type)i;
			return true;
		}
	nearest = diag_nearest(typed, strlen(typed), select_names, SELECT_TYPES);
	if (nearest != NULL)
		return fault_set(fault, "no chart type '%s': did you mean '%s'?", typed, nearest);
	return fault_set(fault, "no chart type '%s': there are ranked, control and heatmap", typed);
}

static size_t
part_of(const struct series_row *row, char part)
{
	return part == 'u' ? row->unit : part == 'p' ? row->period : row->measure;
}

/* The numbers that the rows hold of their units (u), periods (p) or measures (m),
 * in the order of the stream; the caller frees them. */
static size_t *
distinct(const struct selection *selection, char part, size_t *count)
{
	const struct series *series = selection->series;
	size_t all = part == 'u' ? series->units.count
	    : part == 'p'        ? series->periods.count
	                         : series->measures.count;
	bool *seen = xcalloc(all + 1, sizeof(bool));
	size_t *numbers = xcalloc(all + 1, sizeof(size_t));

	*count = 0;
	for (size_t i = 0; i < selection->count; i++)
		seen[part_of(selection->rows[i], part)] = true;
	for (size_t i = 0; i < all; i++)
		if (seen[i])
			numbers[(*count)++] = i;
	free(seen);
	return numbers;
}

/* Leaves the rows of that measure or period alone. */
static void
narrow(struct selection *selection, char part, size_t number)
{
	size_t kept = 0;

	for (size_t i = 0; i < selection->count; i++)
		if (part_of(selection->rows[i], part) == number)
			selection->rows[kept++] = selection->rows[i];
	selection->count = kept;
}

static bool
fault_measures(const struct series *series, const size_t *measures, size_t count, const char *type,
    struct fault *fault)
{
	struct buffer list = { 0 };

	for (size_t i = 0; i < count; i++)
		names_list(&list, i, series->measures.texts[measures[i]]);
	fault_set(fault, "a %s chart shows one measure: choose with --measure one of %.*s", type,
	    (int)list.length, list.data);
	buffer_release(&list);
	return false;
}

static void
sort_periods(const struct series *series, size_t *periods, size_t count)
{
	/* insertion: few, and mostly in order */
	for (size_t i = 1; i < count; i++)
		for (size_t j = i;
		     j > 0 && series_period_order(series, periods[j], periods[j - 1]) < 0; j--) {
			size_t swap = periods[j];

			periods[j] = periods[j - 1];
			periods[j - 1] = swap;
		}
}

static bool
choose(struct selection *selection, const struct select_wish *wish, size_t measures, size_t periods,
    size_t units, struct fault *fault)
{
	if (wish->type != NULL) {
		if (!find_type(wish->type, &selection->type, fault))
			return false;
		if (selection->type == SELECT_CONTROL && selection->count != 0
		    && !selection->series->controlled)
			return fault_set(fault,
			    "no column 'centre' for a control chart: run benchmark with "
			    "--compare control");
		return true;
	}
	if (measures <= 1 && periods <= 1)
		selection->type = SELECT_RANKED;
	else if (measures <= 1 && (selection->series->controlled || units == 1))
		selection->type = SELECT_CONTROL;
	else
		selection->type = SELECT_HEATMAP;
	return true;
}

static bool
fit(struct selection *selection, const struct select_wish *wish, struct fault *fault)
{
	size_t counts[3];
	size_t *measures = distinct(selection, 'm', &counts[0]);
	size_t *periods = distinct(selection, 'p', &counts[1]);
	size_t *units = distinct(selection, 'u', &counts[2]);
	bool good = choose(selection, wish, counts[0], counts[1], counts[2], fault);

	sort_periods(selection->series, periods, counts[1]);
	if (good && selection->type != SELECT_HEATMAP && counts[0] > 1)
		good = fault_measures(
		    selection->series, measures, counts[0], select_names[selection->type], fault);
	selection->measure = counts[0] == 1 ? measures[0] : NAMES_NONE;
	selection->by_period = selection->type == SELECT_CONTROL
	    || (selection->type == SELECT_HEATMAP && counts[0] == 1 && counts[1] > 1);
	if (good && !selection->by_period && counts[1] > 1) {
		/* one period at a time: the latest unless another was chosen */
		periods[0] = periods[counts[1] - 1];
		narrow(selection, 'p', periods[0]);
		counts[1] = 1;
	}
	selection->period = counts[1] == 1 ? periods[0] : NAMES_NONE;
	free(units);
	selection->units = distinct(selection, 'u', &selection->unit_count);
	selection->columns = selection->by_period ? periods : measures;
	selection->column_count = selection->by_period ? counts[1] : counts[0];
	free(selection->by_period ? measures : periods);
	return good;
}

static size_t
position(const size_t *numbers, size_t count, size_t number)
{
	size_t at = 0;

	while (at < count && numbers[at] != number)
		at++;
	return at;
}

static bool
lay_grid(struct selection *selection, struct fault *fault)
{
	if (selection->unit_count > SELECT_UNITS_MAX)
		return fault_set(fault,
		    "%zu units are more than the %d that a chart holds: choose a larger --unit in "
		    "benchmark",
		    selection->unit_count, SELECT_UNITS_MAX);
	if (selection->column_count > SELECT_COLUMNS_MAX)
		return fault_set(fault,
		    "%zu %s are more than the %d that a chart holds: choose a longer --period in "
		    "benchmark",
		    selection->column_count, selection->by_period ? "periods" : "measures",
		    SELECT_COLUMNS_MAX);
	selection->grid = xcalloc(
	    selection->unit_count * selection->column_count + 1, sizeof(const struct series_row *));
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		size_t unit = position(selection->units, selection->unit_count, row->unit);
		size_t column = position(selection->columns, selection->column_count,
		    selection->by_period ? row->period : row->measure);

		selection->grid[unit * selection->column_count + column] = row;
	}
	return true;
}

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

bool
selection_make(struct selection *selection, const struct series *series,
    const struct select_wish *wish, struct fault *fault)
{
	size_t measure = NAMES_NONE;
	size_t period = NAMES_NONE;
	bool good;

	*selection = (struct selection){ .series = series,
		.highlight = NAMES_NONE,
		.rows = xcalloc(series->count + 1, sizeof(const struct series_row *)) };
	for (size_t i = 0; i < series->count; i++)
		selection->rows[selection->count++] = &series->rows[i];
	/* an empty stream is legal: nothing in it can be missed */
	good = series->count == 0
	    || ((wish->measure == NULL
	            || names_require(&series->measures, wish->measure, "measure", &measure, fault))
	        && (wish->period == NULL
	            || names_require(&series->periods, wish->period, "period", &period, fault))
	        && (wish->highlight == NULL
	            || names_require(
	                &series->bases, wish->highlight, "unit", &selection->highlight, fault)));
	if (measure != NAMES_NONE)
		narrow(selection, 'm', measure);
	if (period != NAMES_NONE)
		narrow(selection, 'p', period);
	good = good && fit(selection, wish, fault) && lay_grid(selection, fault);
	if (good && selection->type == SELECT_RANKED) {
		selection->ranks = by_rank(selection);
		qsort(selection->rows, selection->count, sizeof(const struct series_row *),
		    compare_ranked);
	}
	for (size_t i = 0; i < selection->count; i++) {
		enum series_state state = selection->rows[i]->figures[SERIES_VALUE].state;

		selection->suppressed += state == SERIES_SUPPRESSED;
		selection->absent += state == SERIES_SYMBOL || state == SERIES_EMPTY;
	}
	return good;
}

void
selection_release(struct selection *selection)
{
	free(selection->rows);
	free(selection->units);
	free(selection->columns);
	free(selection->grid);
	*selection = (struct selection){ 0 };
}

bool
selection_own(const struct selection *selection, size_t unit)
{
	return selection->highlight != NAMES_NONE
	    && selection->series->base[unit] == selection->highlight;
}
