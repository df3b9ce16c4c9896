/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * series: the stream of benchmark read into rows.
 *
 * A chart needs all its rows at once, so the whole input is kept: at most
 * SERIES_ROWS_MAX rows of under 400 bytes each.
 */
#ifndef MHSW_PLOT_SERIES_H
#define MHSW_PLOT_SERIES_H

#include "../lib/date.h"
#include "../lib/filter.h"
#include "names.h"

#define SERIES_ROWS_MAX 100000

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

enum series_column {
	SERIES_VALUE,
	SERIES_RECORDS,
	SERIES_DENOMINATOR,
	SERIES_LOWER,
	SERIES_UPPER,
	SERIES_Q1,
	SERIES_MEDIAN,
	SERIES_Q3,
	SERIES_RANK,
	SERIES_CENTRE,
	SERIES_LIMIT_LOWER,
	SERIES_LIMIT_UPPER,
	SERIES_COLUMNS
};

struct series_row {
	size_t unit; /* numbers in the series' names */
	size_t period;
	size_t measure;
	uint64_t line;
	const char *kind;   /* mean, proportion, ratio, or "" */
	const char *method; /* or "" */
	const char *signal; /* rules joined by blanks, "" where there is none */
	bool too_few;       /* points for limits and rules */
	bool overlap;       /* of its periods, so likewise none */
	struct series_figure figures[SERIES_COLUMNS];
};

struct series_period {
	bool dated; /* date and length are set */
	struct date date;
	enum date_period length;
	char label[DATE_TEXT_MAX + 8]; /* for people: Apr 2024 */
};

struct series {
	struct series_row *rows;
	size_t count;
	size_t capacity;
	struct names units; /* a unit with the values of the further columns */
	struct names bases; /* the units alone */
	size_t *base;       /* of each unit: its number in bases */
	size_t base_capacity;
	struct names periods; /* as in the stream; order by series_period_order */
	struct names measures;
	struct names texts;
	struct series_period *calendar; /* of each period */
	bool dated;                     /* every period is a date of the stream */
	bool controlled;                /* there are columns of a control chart */
};

/* Reads all records of the opened filter.  False with a fault where a column
 * is missing, a figure is none, a figure stands twice or the rows are too many. */
bool series_read(struct series *series, struct filter *filter, struct fault *fault);
void series_release(struct series *series);
/* -1, 0, 1: earlier periods first. */
int series_period_order(const struct series *series, size_t a, size_t b);

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
