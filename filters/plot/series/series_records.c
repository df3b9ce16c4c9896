/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series_records: single records read into rows, with all their values. */
#include "series.h"

#include "../../lib/decimal.h"
#include "../../lib/quantile.h"

#include <stdlib.h>

/* One value of 16 bytes, so that a million take 16 MB. */
struct record {
	double value;
	uint32_t unit;
	uint32_t period;
};

struct intake {
	struct series *series;
	const struct reader *reader;
	size_t unit; /* columns, or READER_NONE */
	size_t period;
	size_t value;
	bool shortened; /* periods are written as those of length */
	enum date_period length;
	struct record *records;
	size_t count;
	unsigned decimals; /* the most that a value has */
};

/* COLUMN:LENGTH, unless a column has that whole name. */
static bool
bind_period(struct intake *intake, const char *text, struct fault *fault)
{
	const char *colon = strrchr(text, ':');
	char *name;
	bool good;

	intake->period = reader_column(intake->reader, field_of(text));
	if (intake->period != READER_NONE)
		return true;
	if (colon == NULL)
		return reader_require(intake->reader, text, &intake->period, fault);
	if (!date_period_named(field_of(colon + 1), &intake->length))
		return fault_set(fault,
		    "--period %s: after the colon stands day, month, quarter, year, fquarter or "
		    "fyear",
		    text);
	intake->shortened = true;
	name = xstrndup(text, (size_t)(colon - text));
	good = reader_require(intake->reader, name, &intake->period, fault);
	free(name);
	return good;
}

static bool
bind(struct intake *intake, const struct series_records *columns, struct fault *fault)
{
	const struct reader *reader = intake->reader;

	if (reader_column(reader, field_of("measure")) != READER_NONE
	    && reader_column(reader, field_of("value")) != READER_NONE
	    && reader_column(reader, field_of("method")) != READER_NONE)
		return fault_at(fault, reader->name, 1, 0,
		    "this is the output of benchmark, not single records: draw it without "
		    "--undisclosed");
	intake->unit = READER_NONE;
	intake->period = READER_NONE;
	return reader_require(reader, columns->value, &intake->value, fault)
	    && (columns->unit == NULL
	        || reader_require(reader, columns->unit, &intake->unit, fault))
	    && (columns->period == NULL || bind_period(intake, columns->period, fault));
}

static bool
fault_here(const struct intake *intake, size_t column, const char *what, struct fault *fault)
{
	struct reader_place place = reader_place(intake->reader, column);
	struct field name = reader_column_name(intake->reader, column);

	return fault_at(fault, intake->reader->name, (size_t)place.line, (size_t)place.column,
	    "column '%.*s' holds %s", (int)name.length, name.data, what);
}

static bool
read_period(struct intake *intake, size_t *number, struct fault *fault)
{
	struct field text = intake->period == READER_NONE
	    ? field_of("all")
	    : reader_value(intake->reader, intake->period);
	char written[DATE_TEXT_MAX];

	if (intake->shortened) {
		struct date date;
		enum date_period length;

		if (!date_parse_period(text, &date, &length)
		    || !date_period_contains(intake->length, length))
			return fault_here(
			    intake, intake->period, "no date in a period of that length", fault);
		text = (struct field){ written, date_period_write(date, intake->length, written) };
	}
	*number = names_add(&intake->series->periods, text);
	return true;
}

static void
note_decimals(struct intake *intake, struct field value)
{
	const char *point = memchr(value.data, '.', value.length);

	if (point != NULL) {
		size_t decimals = value.length - (size_t)(point + 1 - value.data);

		if (decimals > intake->decimals)
			intake->decimals = decimals > 9 ? 9 : (unsigned)decimals;
	}
}

static bool
read_record(struct intake *intake, struct fault *fault)
{
	struct field value = reader_value(intake->reader, intake->value);
	struct decimal decimal;
	struct field unit;
	size_t period = NAMES_NONE;
	double number;

	if (value.length == 0 || field_is_suppressed(value) || field_is_symbol(value))
		return true;
	if (decimal_parse(value, &decimal) != DECIMAL_OK)
		return fault_here(
		    intake, intake->value, "no plain decimal and no symbol such as [z]", fault);
	if (intake->count == SERIES_RECORDS_MAX)
		return fault_at(fault, intake->reader->name, (size_t)intake->reader->line, 0,
		    "more than %d values: a chart of single records holds no more",
		    SERIES_RECORDS_MAX);
	number = decimal_value(decimal);
	note_decimals(intake, value);
	if (!read_period(intake, &period, fault))
		return false;
	unit = intake->unit == READER_NONE ? field_of("all")
	                                   : reader_value(intake->reader, intake->unit);
	intake->records = xgrow(intake->records, intake->count, sizeof(intake->records[0]));
	intake->records[intake->count++] = (struct record){ number,
		(uint32_t)names_add(&intake->series->units, unit), (uint32_t)period };
	return true;
}

static int
compare_records(const void *left, const void *right)
{
	const struct record *a = left;
	const struct record *b = right;

	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	if (a->period != b->period)
		return a->period < b->period ? -1 : 1;
	return a->value < b->value ? -1 : a->value > b->value;
}

/* A figure worked out of values: their decimals, and two more where it lies between two. */
static struct series_figure
figure(struct series *series, double number, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write_short(number, decimals + 2, text);
	size_t place = names_add(&series->texts, (struct field){ text, length });

	return (struct series_figure){ SERIES_NUMBER, number, series->texts.texts[place] };
}

static void
add_row(struct intake *intake, size_t first, size_t end)
{
	struct series *series = intake->series;
	const double *values = series->values + first;
	size_t count = end - first;
	struct series_row *row;

	series->rows = xgrow(series->rows, series->count, sizeof(series->rows[0]));
	row = &series->rows[series->count++];
	*row = (struct series_row){ .unit = intake->records[first].unit,
		.period = intake->records[first].period,
		.line = series->count,
		.kind = "records",
		.method = "",
		.signal = "",
		.band = "",
		.variation = "",
		.assurance = "",
		.values = values,
		.value_count = count };
	for (size_t i = 0; i < SERIES_COLUMNS; i++)
		row->figures[i].text = "";
	row->figures[SERIES_RECORDS] = figure(series, (double)count, 0);
	row->figures[SERIES_Q1] =
	    figure(series, quantile_type7(values, count, 0.25), intake->decimals);
	row->figures[SERIES_VALUE] =
	    figure(series, quantile_type7(values, count, 0.5), intake->decimals);
	row->figures[SERIES_Q3] =
	    figure(series, quantile_type7(values, count, 0.75), intake->decimals);
}

/* Of the records a row for each unit and period, in the order of first sight. */
static bool
make_rows(struct intake *intake, struct fault *fault)
{
	struct series *series = intake->series;
	size_t end;

	qsort(intake->records, intake->count, sizeof(intake->records[0]), compare_records);
	series->values = xcalloc(intake->count + 1, sizeof(double));
	for (size_t i = 0; i < intake->count; i++)
		series->values[i] = intake->records[i].value;
	for (size_t first = 0; first < intake->count; first = end) {
		const struct record *record = &intake->records[first];

		for (end = first + 1; end < intake->count
		     && intake->records[end].unit == record->unit
		     && intake->records[end].period == record->period;)
			end++;
		if (series->count == SERIES_ROWS_MAX)
			return fault_set(fault,
			    "more than %d units by periods: a chart holds no more, choose a larger "
			    "--unit or a longer --period",
			    SERIES_ROWS_MAX);
		add_row(intake, first, end);
	}
	/* units have no parts here: each is its own base */
	series->base = xcalloc(series->units.count + 1, sizeof(size_t));
	series->first = xcalloc(series->units.count + 1, sizeof(size_t));
	for (size_t i = 0; i < series->units.count; i++)
		series->base[i] = names_add(&series->bases, field_of(series->units.texts[i]));
	for (size_t i = series->count; i-- > 0;)
		series->first[series->rows[i].unit] = i;
	return true;
}

bool
series_read_records(struct series *series, struct filter *filter,
    const struct series_records *columns, struct fault *fault)
{
	struct intake intake = { .series = series, .reader = &filter->reader };
	bool good = true;

	*series = (struct series){ .undisclosed = true };
	if (filter->reader.columns == 0)
		return true;
	good = bind(&intake, columns, fault);
	while (good && filter_next(filter))
		good = read_record(&intake, fault);
	if (good && intake.count != 0) {
		names_add(&series->measures, field_of(columns->value));
		good = make_rows(&intake, fault);
		series->has[SERIES_VALUE] = true;
		series->has[SERIES_RECORDS] = true;
		series->has[SERIES_Q1] = true;
		series->has[SERIES_Q3] = true;
	}
	if (good)
		series_calendar(series);
	free(intake.records);
	return good;
}
