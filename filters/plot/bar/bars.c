/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bars: which figures stand side by side. */
#include "bar.h"

bool
bars_make(struct bars *bars, const struct selection *selection, struct fault *fault)
{
	bool sorted = levels_sorted(selection, false);
	struct levels *levels = &bars->levels;

	*bars = (struct bars){ 0 };
	if (!levels_make(levels, selection, LEVELS_SERIES, fault))
		return false;
	/* the parts of one unit, or many parts of a few, are rows themselves */
	bars->turned = levels->group_count == 1
	    && (levels->row_count == 1
	        || (levels->count > THEME_SERIES && levels->row_count <= THEME_SERIES));
	bars->row_count = bars->turned ? levels->count : levels->row_count;
	bars->series_count = bars->turned ? levels->row_count : levels->count;
	if (bars->series_count > THEME_SERIES)
		return fault_set(fault,
		    "%zu figures side by side are more than the %d that can be told apart: choose "
		    "with --measure, or draw a heatmap",
		    bars->series_count, THEME_SERIES);
	if (sorted)
		levels_sort_first(levels, bars->turned);
	return true;
}

void
bars_release(struct bars *bars)
{
	levels_release(&bars->levels);
}

const struct series_row *
bars_cell(const struct bars *bars, size_t row, size_t series)
{
	return bars->turned ? bars->levels.rows[series].cells[row]
	                    : bars->levels.rows[row].cells[series];
}

const char *
bars_name(const struct bars *bars, size_t row)
{
	return bars->turned ? bars->levels.list[row].name : bars->levels.rows[row].name;
}

const char *
bars_series(const struct bars *bars, size_t series)
{
	return bars->turned ? bars->levels.rows[series].name : bars->levels.list[series].name;
}

bool
bars_own(const struct bars *bars, size_t row)
{
	return !bars->turned && bars->levels.rows[row].own;
}

const char *
bars_records(const struct bars *bars, size_t row)
{
	const struct series_row *cell = bars_cell(bars, row, 0);

	if (bars->series_count != 1 || cell == NULL
	    || (!bars->levels.percent && strcmp(cell->kind, "mean") != 0))
		return "";
	return words_count(cell)->text;
}
