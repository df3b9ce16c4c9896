/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_figures: the values of each box and what is worked out of them. */
#include "box.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "../../lib/quantile.h"

#include <math.h>
#include <stdlib.h>

#define WHISKER 1.5 /* times the box's length */

static int
compare_rows(const void *left, const void *right)
{
	const struct series_row *a = *(const struct series_row *const *)left;
	const struct series_row *b = *(const struct series_row *const *)right;
	double one = series_number(a, SERIES_VALUE);
	double other = series_number(b, SERIES_VALUE);

	if (one < other || one > other)
		return one < other ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

void
box_measure(struct box *box)
{
	double reach;

	box->first = 0;
	box->last = box->count == 0 ? 0 : box->count - 1;
	if (box->count == 0)
		return;
	box->median = quantile_type7(box->values, box->count, 0.5);
	if (box->count < BOX_LEAST)
		return;
	box->q1 = quantile_type7(box->values, box->count, 0.25);
	box->q3 = quantile_type7(box->values, box->count, 0.75);
	reach = WHISKER * (box->q3 - box->q1);
	while (box->values[box->first] < box->q1 - reach)
		box->first++;
	while (box->values[box->last] > box->q3 + reach)
		box->last--;
}

size_t
box_outliers(const struct box *box)
{
	return box->count < BOX_LEAST ? 0 : box->first + (box->count - 1 - box->last);
}

/* The units' values of one column; totals are no unit among them. */
static void
take_column(struct box *box, const struct selection *selection, size_t column)
{
	box->rows = xcalloc(selection->unit_count + 1, sizeof(const struct series_row *));
	box->values = xcalloc(selection->unit_count + 1, sizeof(double));
	for (size_t i = 0; i < selection->unit_count; i++) {
		const struct series_row *row = selection_cell(selection, i, column);

		if (row == NULL || selection_apart(selection, row->unit))
			continue;
		box->held += row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
		if (!series_shown(row, SERIES_VALUE))
			continue;
		if (selection_own(selection, row->unit))
			box->own = row;
		box->rows[box->count++] = row;
	}
	qsort(box->rows, box->count, sizeof(const struct series_row *), compare_rows);
	for (size_t i = 0; i < box->count; i++)
		box->values[i] = series_number(box->rows[i], SERIES_VALUE);
	if (selection->by_period)
		box->name = xstrdup(words_period_short(selection, selection->columns[column]));
	else
		box->name = words_measure_head(selection, selection->columns[column]);
}

static void
take_records(struct box *box, const struct selection *selection, const struct series_row *row)
{
	struct buffer out = { 0 };
	char *name = words_unit(selection, row->unit);

	box->values = xcalloc(row->value_count + 1, sizeof(double));
	box->count = row->value_count;
	memcpy(box->values, row->values, row->value_count * sizeof(double));
	box->own_box = selection_own(selection, row->unit);
	if (selection->unit_count > 1 || !selection->by_period)
		buffer_append_text(&out, name);
	if (selection->by_period)
		buffer_format(&out, "%s%s", out.length == 0 ? "" : ", ",
		    words_period_short(selection, row->period));
	box->name = words_take(&out);
	free(name);
}

static unsigned
decimals_of(const struct series_row *row)
{
	const char *point = strchr(row->figures[SERIES_VALUE].text, '.');
	size_t decimals = point == NULL ? 0 : strlen(point + 1);

	return decimals > 9 ? 9 : (unsigned)decimals;
}

/* As many decimals as the published figures have; of whole numbers one where a quartile
 * falls between them. */
static void
choose_decimals(struct boxes *boxes, const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], SERIES_VALUE)
		    && decimals_of(selection->rows[i]) > boxes->decimals)
			boxes->decimals = decimals_of(selection->rows[i]);
	for (size_t i = 0; i < boxes->count && boxes->decimals == 0; i++) {
		const struct box *box = &boxes->list[i];

		if (fabs(box->q1 - round(box->q1)) > 1e-9
		    || fabs(box->median - round(box->median)) > 1e-9
		    || fabs(box->q3 - round(box->q3)) > 1e-9)
			boxes->decimals = 1;
	}
}

void
boxes_make(struct boxes *boxes, const struct selection *selection)
{
	bool records = selection->series->undisclosed;

	boxes->count = records ? selection->count : selection->column_count;
	boxes->list = xcalloc(boxes->count + 1, sizeof(struct box));
	boxes->percent = words_percent(selection);
	boxes->low = INFINITY;
	boxes->high = -INFINITY;
	for (size_t i = 0; i < boxes->count; i++) {
		struct box *box = &boxes->list[i];

		if (records)
			take_records(box, selection, selection->rows[i]);
		else
			take_column(box, selection, i);
		box_measure(box);
		boxes->most = box->count > boxes->most ? box->count : boxes->most;
		if (box->count != 0) {
			boxes->low = fmin(boxes->low, box->values[0]);
			boxes->high = fmax(boxes->high, box->values[box->count - 1]);
		}
	}
	choose_decimals(boxes, selection);
}

void
boxes_release(struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		free(boxes->list[i].name);
		free(boxes->list[i].values);
		free(boxes->list[i].rows);
	}
	free(boxes->list);
}

void
box_quartile(const struct boxes *boxes, double value, struct buffer *out)
{
	char text[DECIMAL_TEXT_MAX];

	decimal_write(value, boxes->decimals, text);
	words_number(out, text);
	buffer_append_text(out, boxes->percent ? "%" : "");
}
