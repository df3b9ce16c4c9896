/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure: which of a row's figures the charts draw. */
#include "figure.h"

static const enum series_column columns[] = { SERIES_VALUE, SERIES_RECORDS, SERIES_NUMERATOR,
	SERIES_DENOMINATOR };
static const char *const kinds[] = { "", "records_count", "numerator", "denominator" };
const char *const figure_names[] = { "value", "records", "numerator", "denominator", NULL };

/* The counts stay, since they are published beside the value; by the number of units totals
 * are known. */
static bool
of_value(enum series_column column)
{
	return column != SERIES_VALUE && column != SERIES_RECORDS && column != SERIES_NUMERATOR
	    && column != SERIES_DENOMINATOR && column != SERIES_UNITS;
}

static void
put(struct series *series, enum series_column column, const char *name)
{
	for (size_t i = 0; i < series->count; i++) {
		struct series_row *row = &series->rows[i];

		row->figures[SERIES_VALUE] = row->figures[column];
		row->kind = name;
		row->method = "";
		row->signal = "";
		row->band = "";
		row->variation = "";
		row->assurance = "";
		for (enum series_column j = 0; j < SERIES_COLUMNS; j++)
			if (of_value(j))
				row->figures[j] = (struct series_figure){ SERIES_EMPTY, 0, "" };
	}
	for (enum series_column j = 0; j < SERIES_COLUMNS; j++)
		series->has[j] = series->has[j] && !of_value(j);
	series->has_signal = false;
}

void
figure_hold_back(struct series_row *row)
{
	static const enum series_column parts[] = { SERIES_NUMERATOR, SERIES_LOWER, SERIES_UPPER,
		SERIES_LOWER998, SERIES_UPPER998, SERIES_RANK, SERIES_RANK_LOWER, SERIES_RANK_UPPER,
		SERIES_RATIO, SERIES_RATIO_LOWER, SERIES_RATIO_UPPER };

	if (row->figures[SERIES_VALUE].state != SERIES_SUPPRESSED)
		return;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (row->figures[parts[i]].state == SERIES_NUMBER)
			row->figures[parts[i]] = row->figures[SERIES_VALUE];
	row->band = "";
}

bool
figure_choose(struct series *series, const char *name, struct fault *fault)
{
	size_t chosen = 0;

	if (name == NULL)
		return true;
	while (figure_names[chosen] != NULL && strcmp(figure_names[chosen], name) != 0)
		chosen++;
	if (figure_names[chosen] == NULL)
		return fault_set(fault,
		    "no figure '%s': there are value, records, numerator and denominator", name);
	if (chosen == 0)
		return true;
	/* an empty stream is legal: nothing in it can be missed */
	if (series->count != 0 && !series->has[columns[chosen]])
		return fault_set(fault, "the input has no column '%s' for --figure", name);
	put(series, columns[chosen], kinds[chosen]);
	return true;
}
