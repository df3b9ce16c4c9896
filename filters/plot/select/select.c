/* SPDX-License-Identifier: GPL-3.0-or-later */
/* select: which rows of the series a chart shows, and which chart that is. */
#include "select.h"

#include "../../lib/memory.h"
#include "../chart/chart.h"
#include "apart.h"
#include "choose.h"

#include <stdlib.h>

static size_t
part_of(const struct series_row *row, char part)
{
	return part == 'u' ? row->unit : part == 'p' ? row->period : row->measure;
}

/* The numbers that the rows hold of their units (u), periods (p) or measures (m),
 * in the order of the stream, or of the measures asked for; the caller frees them. */
static size_t *
distinct(const struct selection *selection, char part, size_t *count)
{
	const struct series *series = selection->series;
	size_t all = part == 'u' ? series->units.count
	    : part == 'p'        ? series->periods.count
	                         : series->measures.count;
	bool *seen = xcalloc(all + 1, sizeof(bool));
	size_t *numbers = xcalloc(all + 1, sizeof(size_t));
	bool wished = part == 'm' && selection->wish->measures.count != 0;

	*count = 0;
	for (size_t i = 0; i < selection->count; i++) {
		size_t number = part_of(selection->rows[i], part);

		if (wished && !seen[number])
			numbers[(*count)++] = number;
		seen[number] = true;
	}
	for (size_t i = 0; !wished && i < all; i++)
		if (seen[i])
			numbers[(*count)++] = i;
	free(seen);
	return numbers;
}

/* Leaves the rows of that period alone. */
static void
narrow_period(struct selection *selection, size_t period)
{
	size_t kept = 0;

	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i]->period == period)
			selection->rows[kept++] = selection->rows[i];
	selection->count = kept;
}

/* Leaves the rows of the measures asked for alone, in that order. */
static bool
narrow_measures(struct selection *selection, const struct filter_list *wished, struct fault *fault)
{
	const struct series *series = selection->series;
	size_t kept = 0;

	if (wished->count == 0)
		return true;
	for (size_t i = 0; i < wished->count; i++) {
		size_t measure;

		if (!names_require(
		        &series->measures, wished->values[i], "measure", &measure, fault))
			return false;
		for (size_t j = 0; j < i; j++)
			if (strcmp(wished->values[i], wished->values[j]) == 0)
				return fault_set(
				    fault, "--measure '%s' is there twice", wished->values[i]);
		for (size_t j = 0; j < series->count; j++)
			if (series->rows[j].measure == measure)
				selection->rows[kept++] = &series->rows[j];
	}
	selection->count = kept;
	return true;
}

/* A period with what its order hangs on; qsort takes no context. */
struct placed {
	const struct series *series;
	size_t period;
};

static int
compare_periods(const void *left, const void *right)
{
	const struct placed *a = left;
	const struct placed *b = right;

	return series_period_order(a->series, a->period, b->period);
}

static void
sort_periods(const struct series *series, size_t *periods, size_t count)
{
	struct placed *placed = xcalloc(count + 1, sizeof(placed[0]));

	for (size_t i = 0; i < count; i++)
		placed[i] = (struct placed){ series, periods[i] };
	qsort(placed, count, sizeof(placed[0]), compare_periods);
	for (size_t i = 0; i < count; i++)
		periods[i] = placed[i].period;
	free(placed);
}

static void
count_parts(struct selection *selection)
{
	free(selection->units);
	free(selection->measures);
	free(selection->periods);
	selection->units = distinct(selection, 'u', &selection->unit_count);
	selection->measures = distinct(selection, 'm', &selection->measure_count);
	selection->periods = distinct(selection, 'p', &selection->period_count);
	sort_periods(selection->series, selection->periods, selection->period_count);
}

/* The chart, and of the rows those that it shows. */
static bool
fit(struct selection *selection, struct fault *fault)
{
	struct chart_counts counts;
	enum chart_span span;

	count_parts(selection);
	counts = (struct chart_counts){ selection->measure_count, selection->period_count,
		selection->unit_count };
	if (!select_choose(selection, &counts, fault))
		return false;
	span = selection->chart->span;
	if (counts.measures > 1 && (span == CHART_UNITS || span == CHART_TIME))
		return select_fault_measures(selection->series, selection->measures,
		    counts.measures, selection->chart->name, fault);
	selection->by_period = span == CHART_TIME
	    || (span == CHART_GRID && counts.measures == 1 && counts.periods > 1);
	if (span != CHART_ALL && !selection->by_period && counts.periods > 1) {
		/* one period at a time: the latest unless another was chosen */
		narrow_period(selection, selection->periods[counts.periods - 1]);
		count_parts(selection);
	}
	selection->measure = selection->measure_count == 1 ? selection->measures[0] : NAMES_NONE;
	selection->period = selection->period_count == 1 ? selection->periods[0] : NAMES_NONE;
	selection->columns = selection->by_period ? selection->periods : selection->measures;
	selection->column_count =
	    selection->by_period ? selection->period_count : selection->measure_count;
	return selection->count == 0 || selection->chart->needs == NULL
	    || selection->chart->needs(selection, fault);
}

size_t
selection_place(const size_t *numbers, size_t count, size_t number)
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
		size_t unit = selection_place(selection->units, selection->unit_count, row->unit);
		size_t column = selection_place(selection->columns, selection->column_count,
		    selection->by_period ? row->period : row->measure);

		selection->grid[unit * selection->column_count + column] = row;
	}
	return true;
}

/* Counts what the rows hold. */
static void
count_rows(struct selection *selection)
{
	bool others = false;

	for (size_t i = 0; i < selection->count; i++)
		others |= !selection_apart(selection, selection->rows[i]->unit);
	if (!others) {
		free(selection->aparts);
		selection->aparts = NULL;
	}
	for (size_t i = 0; i < selection->count; i++) {
		enum series_state state = selection->rows[i]->figures[SERIES_VALUE].state;

		selection->suppressed += state == SERIES_SUPPRESSED;
		selection->absent += state == SERIES_SYMBOL || state == SERIES_EMPTY;
		selection->apart +=
		    state == SERIES_NUMBER && selection_apart(selection, selection->rows[i]->unit);
	}
}

bool
selection_make(struct selection *selection, const struct series *series,
    const struct select_wish *wish, struct fault *fault)
{
	size_t period = NAMES_NONE;
	bool good;

	*selection = (struct selection){ .series = series,
		.wish = wish,
		.highlight = NAMES_NONE,
		.rows = xcalloc(series->count + 1, sizeof(const struct series_row *)) };
	for (size_t i = 0; i < series->count; i++)
		selection->rows[selection->count++] = &series->rows[i];
	/* an empty stream is legal: nothing in it can be missed */
	good = series->count == 0
	    || (narrow_measures(selection, &wish->measures, fault)
	        && (wish->period == NULL
	            || names_require(&series->periods, wish->period, "period", &period, fault))
	        && (wish->highlight == NULL
	            || select_unit(selection, wish->highlight, &selection->highlight, fault)));
	if (good && period != NAMES_NONE)
		narrow_period(selection, period);
	good = good && (series->count == 0 || apart_find(selection, fault))
	    && select_one_length(selection, fault) && fit(selection, fault)
	    && (selection->chart->span == CHART_ALL || selection->chart->span == CHART_LEVELS
	        || lay_grid(selection, fault));
	if (!good)
		return false;
	/* an order may ask for them */
	count_rows(selection);
	if (selection->count != 0 && selection->chart->order != NULL)
		selection->chart->order(selection);
	return true;
}

void
selection_release(struct selection *selection)
{
	free(selection->rows);
	free(selection->units);
	free(selection->measures);
	free(selection->periods);
	free(selection->grid);
	free(selection->aparts);
	*selection = (struct selection){ 0 };
}

bool
selection_own(const struct selection *selection, size_t unit)
{
	return selection->highlight != NAMES_NONE
	    && selection->series->base[unit] == selection->highlight;
}
