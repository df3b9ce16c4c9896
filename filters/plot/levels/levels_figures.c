/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_figures: what the figures of a row come to, for lengths and for the order of rows. */
#include "levels.h"

#include "../words/words.h"

#include <math.h>
#include <stdlib.h>

bool
levels_kind_counts(const char *kind)
{
	return strcmp(kind, "records_count") == 0 || strcmp(kind, "numerator") == 0
	    || strcmp(kind, "denominator") == 0;
}

double
levels_side(const struct levels *levels, const struct levels_row *row, enum levels_side side)
{
	double sum = 0;

	for (size_t i = 0; i < levels->count; i++)
		if (levels->list[i].side == side && levels_shown(row, i))
			sum += levels_figure(row, i)->number;
	return sum;
}

size_t
levels_count_shown(const struct levels *levels, const struct levels_row *row)
{
	size_t count = 0;

	for (size_t i = 0; i < levels->count; i++)
		count += levels_shown(row, i);
	return count;
}

size_t
levels_count_held(const struct levels *levels, const struct levels_row *row)
{
	size_t count = 0;

	for (size_t i = 0; i < levels->count; i++)
		count += levels_held(row, i);
	return count;
}

double
levels_rest(const struct levels *levels, const struct levels_row *row)
{
	double sum = 0;

	if (!levels->percent)
		return 0;
	for (size_t side = 0; side < 4; side++)
		sum += levels_side(levels, row, (enum levels_side)side);
	return sum < 100 ? 100 - sum : 0;
}

const char *
levels_records(const struct levels *levels, const struct levels_row *row)
{
	const char *records = NULL;

	/* what counts the records of one part says nothing of the row */
	if (!levels->percent)
		return "";
	for (size_t i = 0; i < levels->count; i++) {
		const char *count;

		if (row->cells[i] == NULL)
			continue;
		count = words_count(row->cells[i])->text;
		if (records != NULL && strcmp(records, count) != 0)
			return NULL;
		records = count;
	}
	return records == NULL ? "" : records;
}

bool
levels_sorted(const struct selection *selection, bool own)
{
	const char *order = selection->wish->order;

	return order == NULL ? own : strcmp(order, "value") == 0;
}

static double
positive(const struct levels *levels, const struct levels_row *row)
{
	const struct series_row *sum = row->sums[1];

	return sum != NULL && series_shown(sum, SERIES_VALUE)
	    ? series_number(sum, SERIES_VALUE)
	    : levels_side(levels, row, LEVELS_POSITIVE);
}

static int
compare(const struct levels *levels, const struct levels_row *a, const struct levels_row *b)
{
	bool shown[] = { levels_count_shown(levels, a) != 0, levels_count_shown(levels, b) != 0 };
	double share[] = { positive(levels, a), positive(levels, b) };
	double against[] = { levels_side(levels, a, LEVELS_NEGATIVE),
		levels_side(levels, b, LEVELS_NEGATIVE) };

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->total != b->total)
		return a->total ? 1 : -1;
	if (shown[0] != shown[1])
		return shown[0] ? -1 : 1;
	if (share[0] != share[1])
		return share[0] > share[1] ? -1 : 1;
	return against[0] < against[1] ? -1 : against[0] > against[1];
}

void
levels_sort(struct levels *levels)
{
	/* insertion keeps the stream's order among equal rows; there are at most some hundreds */
	for (size_t i = 1; i < levels->row_count; i++)
		for (size_t j = i;
		     j > 0 && compare(levels, &levels->rows[j], &levels->rows[j - 1]) < 0; j--) {
			struct levels_row swap = levels->rows[j];

			levels->rows[j] = levels->rows[j - 1];
			levels->rows[j - 1] = swap;
		}
}

static double
figure_or(const struct levels_row *row, size_t level)
{
	return levels_shown(row, level) ? levels_figure(row, level)->number : -INFINITY;
}

/* The level-th of the list and all its cells take the place of the one before. */
static void
swap_levels(struct levels *levels, size_t level)
{
	struct level swap = levels->list[level];

	levels->list[level] = levels->list[level - 1];
	levels->list[level - 1] = swap;
	for (size_t i = 0; i < levels->row_count; i++) {
		const struct series_row **cells = levels->rows[i].cells;
		const struct series_row *cell = cells[level];

		cells[level] = cells[level - 1];
		cells[level - 1] = cell;
	}
}

void
levels_sort_first(struct levels *levels, bool turned)
{
	for (size_t i = 1; turned && levels->row_count != 0 && i < levels->count; i++)
		for (size_t j = i;
		     j > 0 && figure_or(&levels->rows[0], j) > figure_or(&levels->rows[0], j - 1);
		     j--)
			swap_levels(levels, j);
	for (size_t i = 1; !turned && i < levels->row_count; i++)
		for (size_t j = i; j > 0; j--) {
			struct levels_row *row = &levels->rows[j];
			struct levels_row swap = *row;

			if (row->group != row[-1].group || row->total > row[-1].total
			    || (row->total == row[-1].total
			        && figure_or(row, 0) <= figure_or(&row[-1], 0)))
				break;
			*row = row[-1];
			row[-1] = swap;
		}
}

const struct levels_row *
levels_own(const struct levels *levels)
{
	for (size_t i = 0; i < levels->row_count; i++)
		if (levels->rows[i].own || levels->row_count == 1)
			return &levels->rows[i];
	return NULL;
}
