/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * series: the stream of benchmark read into rows.
 *
 * A chart needs all its rows at once, so the whole input is kept: at most
 * SERIES_ROWS_MAX rows of under 1,100 bytes each.  Of single records only the values are
 * kept, at most SERIES_RECORDS_MAX.
 */
#ifndef MHSW_PLOT_SERIES_H
#define MHSW_PLOT_SERIES_H

#include "../../lib/date.h"
#include "../../lib/filter.h"
#include "../../lib/names.h"

#define SERIES_ROWS_MAX    100000
#define SERIES_RECORDS_MAX 1000000

enum series_state {
	SERIES_EMPTY,      /* no figure, or no such column */
	SERIES_NUMBER,     /* number is set */
	SERIES_SUPPRESSED, /* "*" */
	SERIES_SYMBOL      /* [z], [c], ...: a labelled missing value */
};

struct series_figure {
	enum series_state state;
	double number;
	const char *text; /* as it stands in the stream */
};

/* The figures of a row, each under the name that its column has in the stream; where two
 * comparisons share a name (centre), CONTROL_ and FUNNEL_ are a chart's own. */
enum series_column {
	SERIES_VALUE,
	SERIES_RECORDS,
	SERIES_NUMERATOR,
	SERIES_DENOMINATOR,
	SERIES_LOWER, /* lower95 */
	SERIES_UPPER,
	SERIES_LOWER998,
	SERIES_UPPER998,
	SERIES_UNITS,
	SERIES_Q1,
	SERIES_MEDIAN,
	SERIES_Q3,
	SERIES_RANK,
	SERIES_RANK_LOWER,
	SERIES_RANK_UPPER,
	SERIES_PHI,
	SERIES_TAU2,
	/* of a control chart: two sigma in limit_*95, three in limit_*998 */
	SERIES_CENTRE,
	SERIES_LIMIT_LOWER95,
	SERIES_LIMIT_UPPER95,
	SERIES_LIMIT_LOWER, /* limit_lower998 */
	SERIES_LIMIT_UPPER,
	/* of a funnel, where those of a control chart are there too */
	SERIES_FUNNEL_CENTRE,
	SERIES_FUNNEL_LOWER95,
	SERIES_FUNNEL_UPPER95,
	SERIES_FUNNEL_LOWER998,
	SERIES_FUNNEL_UPPER998,
	SERIES_TARGET, /* target_centre */
	SERIES_RATIO,
	SERIES_RATIO_LOWER,
	SERIES_RATIO_UPPER,
	SERIES_REFERENCE,
	SERIES_COLUMNS
};

struct series_row {
	size_t unit; /* numbers in the series' names; with its parts */
	size_t period;
	size_t measure;
	uint64_t line;
	const char *kind;      /* mean, proportion, ratio, or "" */
	const char *method;    /* or "" */
	const char *signal;    /* rules joined by blanks, "" where there is none */
	const char *band;      /* of the funnel, such as higher_998, or "" */
	const char *variation; /* of a control chart, or "" */
	const char *assurance;
	bool too_few; /* points for limits and rules */
	bool overlap; /* of its periods, so likewise none */
	struct series_figure figures[SERIES_COLUMNS];
	/* of single records (--undisclosed): their values, ascending; NULL and 0 where the
	 * figures are benchmark's */
	const double *values;
	size_t value_count;
};

#define SERIES_PERIOD_MAX (2 * DATE_TEXT_MAX + 8)

struct series_period {
	bool dated; /* date and length are set */
	struct date date;
	enum date_period length;
	/* of a window, such as 2024-02/2024-04, which is dated by its begin: how many months,
	 * or days where length is DATE_DAY; else 0 */
	long window;
	char label[SERIES_PERIOD_MAX]; /* for people: Apr 2024, Jan to Mar 2024 */
	/* for heads and axes: Apr 2024, Q1 2024, 2025/26 Q1, Feb–Apr 2024 */
	char brief[SERIES_PERIOD_MAX];
	const char *text; /* as in the stream, cleaned (label.h) */
};

struct series {
	struct series_row *rows;
	size_t count;
	size_t capacity;
	struct names units; /* a unit with the values of the further columns */
	struct names bases; /* the units alone */
	size_t *base;       /* of each unit: its number in bases */
	size_t *first;      /* of each unit: the number of its first row */
	size_t base_capacity;
	/* the columns between period and measure split the units: their names, and the values
	 * of each row, part_count for each */
	struct names part_names;
	struct names part_values;
	size_t *parts;
	size_t part_count;
	struct names periods; /* as in the stream; order by series_period_order */
	struct names measures;
	struct names texts;
	struct series_period *calendar; /* of each period */
	bool dated;                     /* every period is a date of the stream */
	bool has[SERIES_COLUMNS];       /* the stream has the column */
	/* Made of single records: a row for each unit and period, of kind "records", whose value
	 * is the median, q1 and q3 the quartiles (type 7) and records the count of its values. */
	bool undisclosed;
	double *values; /* of all rows */
	bool has_signal;
};

/* The stream holds a control chart: a centre, and the column of its signals. */
static inline bool
series_controlled(const struct series *series)
{
	return series->has[SERIES_CENTRE] && series->has_signal;
}

/* Reads all records of the opened filter.  False with a fault where a column
 * is missing, a figure is none, a figure stands twice or the rows are too many. */
bool series_read(struct series *series, struct filter *filter, struct fault *fault);
/* Where single records have what is drawn: the names of their columns. */
struct series_records {
	const char *unit;   /* NULL: all are one unit */
	const char *period; /* COLUMN or COLUMN:LENGTH, as benchmark takes it; NULL: one period */
	const char *value;
};

/* Reads single records instead.  Those without a value, or with a symbol in its place, are
 * passed over. */
bool series_read_records(struct series *series, struct filter *filter,
    const struct series_records *columns, struct fault *fault);
void series_release(struct series *series);
/* What a column is called in a stream where no two comparisons share its name. */
const char *series_column_name(enum series_column column);
/* The text as a date and for people; a text that is no period of the stream is not dated. */
void series_period_read(struct series_period *period, const char *text);
/* The last day of a dated period. */
struct date series_period_end(const struct series_period *period);
/* What a dated period covers: months above 0, or days below. */
long series_period_covers(const struct series_period *period);
/* Sets calendar and dated, once all periods are there. */
void series_calendar(struct series *series);
/* -1, 0, 1: earlier periods first, then texts that are none. */
int series_period_order(const struct series *series, size_t a, size_t b);

/* The row's value of the part-th further column, below part_count. */
static inline const char *
series_part(const struct series *series, const struct series_row *row, size_t part)
{
	size_t number = (size_t)(row - series->rows) * series->part_count + part;

	return series->part_values.texts[series->parts[number]];
}

/* The value of the part-th further column that makes the unit one. */
static inline const char *
series_unit_part(const struct series *series, size_t unit, size_t part)
{
	return series_part(series, &series->rows[series->first[unit]], part);
}

static inline bool
series_shown(const struct series_row *row, enum series_column column)
{
	return row->figures[column].state == SERIES_NUMBER;
}

static inline double
series_number(const struct series_row *row, enum series_column column)
{
	return row->figures[column].number;
}

#endif
