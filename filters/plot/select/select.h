/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * select: which rows of the series a chart shows, and which chart that is.
 */
#ifndef MHSW_PLOT_SELECT_H
#define MHSW_PLOT_SELECT_H

#include "../../lib/labels.h"
#include "../series/series.h"

/* More than a person can read; the limits also bound the memory. */
#define SELECT_UNITS_MAX   400
#define SELECT_COLUMNS_MAX 400

struct chart;

/* What the user asked for; NULL and empty lists where nothing was said. */
struct select_wish {
	const char *type;
	struct filter_list measures;
	const char *period;
	const char *highlight;
	struct filter_list levels;   /* of answers, the most negative first */
	struct filter_list apart;    /* those that stand on neither side */
	const char *order;           /* value, stream, or NULL: the chart's own */
	struct filter_list totals;   /* units that are no unit of their own kind */
	const struct labels *labels; /* names of codes, or NULL */
	const char *sides;           /* of a pyramid: two values, a comma between */
	const char *scale;           /* of a heat map: column or all */
	const char *mark;            /* bars or points */
	const char *interval;        /* 95 or 998 */
	size_t rows;                 /* of a long ranking so many at each end; 0: all */
	const char *limits;          /* of a control chart: outer or both; NULL is outer */
};

struct selection {
	const struct series *series;
	const struct select_wish *wish; /* borrowed, for what a chart alone asks of it */
	const struct chart *chart;
	const struct series_row **rows; /* in the order of the chart */
	size_t count;
	size_t *units; /* those of the rows, in the order of the stream */
	size_t unit_count;
	size_t *measures; /* those of the rows, in the order of the stream, or of the wish */
	size_t measure_count;
	size_t *periods; /* those of the rows, earlier ones first */
	size_t period_count;
	/* either of the two: what stands across the grid; borrowed from them */
	const size_t *columns;
	size_t column_count;
	/* unit by column, NULL where there is no row; of CHART_ALL there is none */
	const struct series_row **grid;
	bool by_period;    /* the columns are periods */
	size_t highlight;  /* number in bases, or NAMES_NONE */
	size_t measure;    /* the only one, or NAMES_NONE */
	size_t period;     /* the only one, or NAMES_NONE */
	bool ranks;        /* ordered by the column rank, else by value */
	size_t suppressed; /* rows that hold no figure because of small numbers */
	size_t absent;     /* rows that hold no figure for another reason */
	bool *aparts;      /* of each of the series' bases; NULL: none is apart */
	size_t apart;      /* rows that show a figure and are apart */
};

/* An unknown type, measure, period or unit is a fault with the nearest name. */
bool selection_make(struct selection *selection, const struct series *series,
    const struct select_wish *wish, struct fault *fault);
void selection_release(struct selection *selection);

/* Where the number stands among those of the selection's units, columns or periods; count where
 * it does not. */
size_t selection_place(const size_t *numbers, size_t count, size_t number);

/* The row of the units' unit-th and the columns' column-th, or NULL. */
static inline const struct series_row *
selection_cell(const struct selection *selection, size_t unit, size_t column)
{
	return selection->grid[unit * selection->column_count + column];
}

/* The unit is the one to highlight, or a part of it. */
bool selection_own(const struct selection *selection, size_t unit);

/* The unit is no unit among the others, but a total, the nation, or one that benchmark
 * compared with none: a chart sets it apart and ranks it not.  Known by its column units, [z]
 * where others have a number, or by --total.  Where all rows are such, none is. */
bool selection_apart(const struct selection *selection, size_t unit);

#endif
