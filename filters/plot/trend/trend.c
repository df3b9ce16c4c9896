/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend: figures over time in small panels with shared axes. */
#include "trend.h"

#include "../words/words.h"

#include <stdlib.h>

void
trend_make(struct trend *trend, const struct selection *selection)
{
	bool by_measure = selection->measure_count > 1;

	*trend = (struct trend){ .by_measure = by_measure,
		.count = by_measure ? selection->measure_count : selection->unit_count };
	trend->rows =
	    xcalloc(trend->count * selection->period_count + 1, sizeof(const struct series_row *));
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		size_t panel = by_measure
		    ? selection_place(selection->measures, trend->count, row->measure)
		    : selection_place(selection->units, trend->count, row->unit);
		size_t period =
		    selection_place(selection->periods, selection->period_count, row->period);

		trend->rows[panel * selection->period_count + period] = row;
	}
}

void
trend_release(struct trend *trend)
{
	free(trend->rows);
	*trend = (struct trend){ 0 };
}

const struct series_row *const *
trend_rows(const struct trend *trend, const struct selection *selection, size_t panel)
{
	return &trend->rows[panel * selection->period_count];
}

char *
trend_name(const struct trend *trend, const struct selection *selection, size_t panel)
{
	return trend->by_measure ? words_measure(selection, selection->measures[panel])
	                         : words_unit(selection, selection->units[panel]);
}

bool
trend_own(const struct trend *trend, const struct selection *selection, size_t panel)
{
	return !trend->by_measure && selection_own(selection, selection->units[panel]);
}

int
trend_change(const struct series_row *first, const struct series_row *last)
{
	if (first == NULL || last == NULL || first == last || !series_shown(first, SERIES_LOWER)
	    || !series_shown(first, SERIES_UPPER) || !series_shown(last, SERIES_LOWER)
	    || !series_shown(last, SERIES_UPPER))
		return 0;
	if (series_number(last, SERIES_LOWER) > series_number(first, SERIES_UPPER))
		return 1;
	return series_number(last, SERIES_UPPER) < series_number(first, SERIES_LOWER) ? -1 : 0;
}

static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	(void)selection;
	return counts->periods > 1
	    && (counts->measures <= 1 ? counts->units <= TREND_LARGE_MAX : counts->units == 1);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	size_t panels =
	    selection->measure_count > 1 ? selection->measure_count : selection->unit_count;

	if (selection->measure_count > 1 && selection->unit_count > 1)
		return fault_set(fault,
		    "a trend chart shows one measure, or the measures of one unit: choose one with "
		    "--measure");
	if (panels > SELECT_UNITS_MAX || selection->period_count > SELECT_COLUMNS_MAX)
		return fault_set(fault,
		    "%zu panels of %zu periods are more than the %d of %d that a chart holds: "
		    "choose a "
		    "larger --unit or a longer --period in benchmark",
		    panels, selection->period_count, SELECT_UNITS_MAX, SELECT_COLUMNS_MAX);
	return true;
}

/* Of very many panels those without any figure are listed, and not hatched. */
static const char *
held(const struct selection *selection)
{
	struct trend trend;
	bool hatched = false;

	trend_make(&trend, selection);
	for (size_t i = 0; i < trend.count * selection->period_count && !hatched; i++) {
		size_t panel = i / selection->period_count;
		const struct series_row *row = trend.rows[i];

		hatched = row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED
		    && (trend.count <= TREND_LARGE_MAX
		        || panel_end(selection, trend_rows(&trend, selection, panel), true)
		            != NULL);
	}
	trend_release(&trend);
	return hatched ? chart_hatched(selection) : NULL;
}

static const enum series_column figures[] = { SERIES_MEDIAN, SERIES_COLUMNS };

const struct chart chart_trend = { .name = "trend",
	.summary = "figures over time, a small panel for each unit or measure",
	.words = "Line chart over time",
	.span = CHART_ALL,
	.suits = suits,
	.needs = needs,
	.title = trend_title,
	.subtitle = trend_subtitle,
	.alternative = trend_alternative,
	.held = held,
	.draw = trend_draw,
	.text = trend_text,
	.figures = figures };
