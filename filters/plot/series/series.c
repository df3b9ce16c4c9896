/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series: the stream of benchmark read into rows. */
#include "series.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "../canvas/label.h"
#include "binding.h"
#include "figure.h"

#include <stdlib.h>

static const char *
keep(struct series *series, struct field text)
{
	size_t number = names_add(&series->texts, text);

	return series->texts.texts[number];
}

/* Kinds, methods and signals are words of benchmark, shown as they are: cleaned, since any
 * text may stand there. */
static const char *
keep_column(struct series *series, const struct reader *reader, size_t column)
{
	char *clean;
	const char *kept;

	if (column == READER_NONE)
		return "";
	clean = label_clean(reader_value(reader, column));
	kept = keep(series, field_of(clean));
	free(clean);
	return kept;
}

static bool
read_figure(struct series *series, const struct reader *reader, size_t column,
    struct series_figure *figure, struct fault *fault)
{
	struct field value;
	struct decimal decimal;

	*figure = (struct series_figure){ SERIES_EMPTY, 0, "" };
	if (column == READER_NONE)
		return true;
	value = reader_value(reader, column);
	if (value.length == 0)
		return true;
	figure->text = keep(series, value);
	if (field_is_suppressed(value)) {
		figure->state = SERIES_SUPPRESSED;
	} else if (field_is_symbol(value)) {
		figure->state = SERIES_SYMBOL;
	} else if (decimal_parse(value, &decimal) == DECIMAL_OK) {
		figure->state = SERIES_NUMBER;
		figure->number = decimal_value(decimal);
	} else {
		struct reader_place place = reader_place(reader, column);
		struct field name = reader_column_name(reader, column);

		return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "column '%.*s' holds no plain decimal, no * and no symbol such as [z]",
		    (int)name.length, name.data);
	}
	return true;
}

/* The unit's number; the columns between period and measure are its further
 * parts, so that "Riverside" splits in "Riverside / carer" and others. */
static size_t
read_unit(struct series *series, const struct reader *reader, struct binding *binding)
{
	struct field unit = reader_value(reader, binding->unit);
	size_t base = names_add(&series->bases, unit);
	size_t before = series->units.count;
	size_t number;

	buffer_clear(&binding->name);
	if (series->part_count == 0 || !field_is(unit, "all"))
		buffer_append(&binding->name, unit.data, unit.length);
	for (size_t i = 0; i < series->part_count; i++) {
		struct field part = reader_value(reader, binding->period + 1 + i);

		if (binding->name.length != 0)
			buffer_append_text(&binding->name, " / ");
		buffer_append(&binding->name, part.data, part.length);
		series->parts[series->count * series->part_count + i] =
		    names_add(&series->part_values, part);
	}
	number =
	    names_add(&series->units, (struct field){ binding->name.data, binding->name.length });
	if (series->units.count > before) {
		if (number >= series->base_capacity) {
			series->base_capacity = (number + 8) * 2;
			series->base = xreallocarray(
			    series->base, series->base_capacity, sizeof(series->base[0]));
			series->first = xreallocarray(
			    series->first, series->base_capacity, sizeof(series->first[0]));
		}
		series->base[number] = base;
		series->first[number] = series->count;
	}
	return number;
}

static bool
read_row(struct series *series, const struct reader *reader, struct binding *binding,
    struct fault *fault)
{
	struct series_row *row;

	if (series->count == SERIES_ROWS_MAX)
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "more than %d rows: a chart holds no more, choose fewer units or periods "
		    "in benchmark",
		    SERIES_ROWS_MAX);
	if (series->count == series->capacity) {
		series->capacity = series->capacity == 0 ? 64 : series->capacity * 2;
		series->rows =
		    xreallocarray(series->rows, series->capacity, sizeof(series->rows[0]));
		if (series->part_count != 0)
			series->parts = xreallocarray(series->parts,
			    series->capacity * series->part_count, sizeof(series->parts[0]));
	}
	row = &series->rows[series->count];
	row->line = reader->line;
	row->unit = read_unit(series, reader, binding);
	row->period = names_add(&series->periods, reader_value(reader, binding->period));
	row->measure = names_add(&series->measures, reader_value(reader, binding->measure));
	row->kind = keep_column(series, reader, binding->kind);
	row->method = keep_column(series, reader, binding->method);
	row->signal = keep_column(series, reader, binding->signal);
	row->band = keep_column(series, reader, binding->band);
	row->variation = keep_column(series, reader, binding->variation);
	row->assurance = keep_column(series, reader, binding->assurance);
	row->too_few = strcmp(row->signal, "too_few") == 0;
	row->overlap = strcmp(row->signal, "overlap") == 0;
	/* a symbol in the column of signals is none */
	if (row->too_few || row->overlap || row->signal[0] == '*' || row->signal[0] == '[')
		row->signal = "";
	for (size_t i = 0; i < SERIES_COLUMNS; i++)
		if (!read_figure(series, reader, binding->figures[i], &row->figures[i], fault))
			return false;
	figure_hold_back(row);
	series->count++;
	return true;
}

static int
compare_rows(const void *left, const void *right)
{
	const struct series_row *a = *(const struct series_row *const *)left;
	const struct series_row *b = *(const struct series_row *const *)right;

	if (a->measure != b->measure)
		return a->measure < b->measure ? -1 : 1;
	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	if (a->period != b->period)
		return a->period < b->period ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

/* One figure for each unit, period and measure: two would be drawn over each other. */
static bool
check_twice(const struct series *series, const char *name, struct fault *fault)
{
	const struct series_row **sorted =
	    xcalloc(series->count + 1, sizeof(const struct series_row *));
	bool good = true;

	for (size_t i = 0; i < series->count; i++)
		sorted[i] = &series->rows[i];
	qsort(sorted, series->count, sizeof(const struct series_row *), compare_rows);
	for (size_t i = 1; good && i < series->count; i++)
		if (sorted[i]->measure == sorted[i - 1]->measure
		    && sorted[i]->unit == sorted[i - 1]->unit
		    && sorted[i]->period == sorted[i - 1]->period)
			good = fault_at(fault, name, (size_t)sorted[i]->line, 0,
			    "the same unit, period and measure as on line %llu",
			    (unsigned long long)sorted[i - 1]->line);
	free(sorted);
	return good;
}

bool
series_read(struct series *series, struct filter *filter, struct fault *fault)
{
	struct binding binding = { 0 };
	const struct reader *reader = &filter->reader;
	bool good = true;

	*series = (struct series){ 0 };
	if (reader->columns == 0)
		return true;
	if (!binding_make(&binding, reader, fault))
		return false;
	if (binding.period > binding.unit && binding.period + 1 < binding.measure)
		for (size_t i = binding.period + 1; i < binding.measure; i++)
			names_add(&series->part_names, reader_column_name(reader, i));
	series->part_count = series->part_names.count;
	while (good && filter_next(filter))
		good = read_row(series, reader, &binding, fault);
	buffer_release(&binding.name);
	if (!good)
		return false;
	for (size_t i = 0; i < SERIES_COLUMNS; i++)
		series->has[i] = binding.figures[i] != READER_NONE;
	series->has_signal = binding.signal != READER_NONE;
	series_calendar(series);
	return check_twice(series, reader->name, fault);
}

void
series_release(struct series *series)
{
	free(series->rows);
	free(series->base);
	free(series->first);
	free(series->calendar);
	free(series->parts);
	free(series->values);
	names_release(&series->part_names);
	names_release(&series->part_values);
	names_release(&series->units);
	names_release(&series->bases);
	names_release(&series->periods);
	names_release(&series->measures);
	names_release(&series->texts);
	*series = (struct series){ 0 };
}
