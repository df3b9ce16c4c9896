/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose: which chart is drawn, and what cannot stand in one. */
#include "choose.h"

#include "../../lib/memory.h"

#include <stdlib.h>

static bool
find_type(const char *typed, const struct chart **chart, struct fault *fault)
{
	struct buffer list = { 0 };
	const char *nearest;
	size_t count = 0;

	for (; charts[count] != NULL; count++)
		if (strcmp(typed, charts[count]->name) == 0) {
			*chart = charts[count];
			return true;
		}
	nearest = diag_nearest(typed, strlen(typed), chart_names, count);
	if (nearest != NULL)
		return fault_set(fault, "no chart type '%s': did you mean '%s'?", typed, nearest);
	for (size_t i = 0; i < count; i++)
		names_list(&list, i, charts[i]->name);
	fault_set(fault, "no chart type '%s': there are %.*s", typed, (int)list.length, list.data);
	buffer_release(&list);
	return false;
}

/* Single records are for few charts: the others draw figures that benchmark has made. */
static bool
fault_records(const struct chart *chart, struct fault *fault)
{
	struct buffer list = { 0 };
	size_t count = 0;

	for (size_t i = 0; charts[i] != NULL; i++)
		if (charts[i]->records)
			names_list(&list, count++, charts[i]->name);
	fault_set(fault,
	    "a %s chart draws figures, and these are single records: make figures with benchmark, "
	    "or choose another --type (of single records there is %.*s)",
	    chart->name, list.data != NULL ? (int)list.length : 4,
	    list.data != NULL ? list.data : "none");
	buffer_release(&list);
	return false;
}

bool
select_choose(struct selection *selection, const struct chart_counts *counts, struct fault *fault)
{
	bool records = selection->series->undisclosed;

	if (selection->wish->type != NULL) {
		if (!find_type(selection->wish->type, &selection->chart, fault))
			return false;
		return !records || selection->chart->records
		    || fault_records(selection->chart, fault);
	}
	for (size_t i = 0; charts[i] != NULL; i++)
		if (records ? charts[i]->records
		            : charts[i]->suits != NULL && charts[i]->suits(selection, counts)) {
			selection->chart = charts[i];
			return true;
		}
	/* there is always one that holds whatever there is */
	return fault_set(fault, "no chart suits this stream: choose one with --type");
}

bool
select_fault_measures(const struct series *series, const size_t *measures, size_t count,
    const char *type, struct fault *fault)
{
	struct buffer list = { 0 };

	for (size_t i = 0; i < count; i++)
		names_list(&list, i, series->measures.texts[measures[i]]);
	fault_set(fault, "a %s chart shows one measure: choose with --measure one of %.*s", type,
	    (int)list.length, list.data);
	buffer_release(&list);
	return false;
}

static bool
fault_lengths(
    const struct series *series, size_t measure, size_t one, size_t other, struct fault *fault)
{
	const struct series_period *periods[2] = { &series->calendar[one],
		&series->calendar[other] };

	return fault_set(fault,
	    "measure '%s' has periods of different lengths, such as %s and %s: choose one with "
	    "--show-period, or draw one length at a time",
	    series->measures.texts[measure], periods[0]->label, periods[1]->label);
}

bool
select_one_length(const struct selection *selection, struct fault *fault)
{
	const struct series *series = selection->series;
	size_t *first = xcalloc(series->measures.count + 1, sizeof(size_t));
	bool good = true;

	for (size_t i = 0; i < series->measures.count; i++)
		first[i] = NAMES_NONE;
	for (size_t i = 0; good && i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		size_t *known = &first[row->measure];

		if (!series->calendar[row->period].dated)
			continue;
		if (*known == NAMES_NONE)
			*known = row->period;
		else if (series_period_covers(&series->calendar[*known])
		    != series_period_covers(&series->calendar[row->period]))
			good = fault_lengths(series, row->measure, *known, row->period, fault);
	}
	free(first);
	return good;
}
