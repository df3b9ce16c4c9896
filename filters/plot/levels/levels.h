/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * levels: the answers to a question, or the parts of a whole, in rows and in order.
 *
 * A level is a measure, a row then is a unit with its parts: the measures "rating=Good" and
 * "rating=Poor" are the levels Good and Poor of the item "rating", and where there are more
 * items each has rows of its own.  Or a level is a value of the last further column, a row
 * then is what is left of the unit, for each measure.  Figures are those of the stream;
 * they are added up for the order of rows and for what is drawn, and no sum is ever printed.
 */
#ifndef MHSW_PLOT_LEVELS_H
#define MHSW_PLOT_LEVELS_H

#include "../../lib/diag.h"
#include "../select/select.h"

/* More are no scale that a person can tell apart; of a series there may be more. */
#define LEVELS_MAX 11

enum levels_side {
	LEVELS_NEGATIVE,
	LEVELS_MIDDLE, /* half of it on either side of the centre */
	LEVELS_POSITIVE,
	LEVELS_APART /* neither, do not know, not applicable: in a column of their own */
};

struct level {
	char *name;       /* for people */
	const char *code; /* as the stream has it, or as it was typed; borrowed */
	enum levels_side side;
	size_t place; /* on its side, 0 nearest to the centre */
};

struct levels_row {
	char *name;
	size_t group; /* number in groups */
	bool own;
	bool total;                      /* no unit among the others: it stands last */
	const struct series_row **cells; /* one for each level, NULL where there is no row */
	/* a published share of all on the negative and on the positive side, or NULL */
	const struct series_row *sums[2];
};

struct levels {
	bool percent; /* it is a share of the row in per cent */
	/* the negative levels from the most negative on, then the middle, the positive ones,
	 * those apart */
	struct level *list;
	size_t count;
	struct levels_row *rows; /* in the order of the stream */
	size_t row_count;
	char **groups; /* items, where there are several of them and several units; else one, "" */
	size_t group_count;
	char *subject; /* what all rows are about: the item, or else the unit; or "" */
	bool by_item;  /* the rows are the items of one unit */
	bool ordered;  /* the sides are known: typed, well-known words, or numbers */
};

/* What the levels are for. */
enum levels_use {
	LEVELS_SCALE, /* a scale with sides; shares of one whole */
	LEVELS_WHOLE, /* parts of a whole, no sides where their order is not known */
	LEVELS_SERIES /* any figures beside each other */
};

/* False with a fault where the stream holds no levels, where a typed one cannot be meant or
 * one of the stream is missing among the typed ones, or where shares are of no one whole. */
bool levels_make(struct levels *levels, const struct selection *selection, enum levels_use use,
    struct fault *fault);
void levels_release(struct levels *levels);

/* --order: by value, or as the stream has them; where none was asked for, the chart's own way. */
bool levels_sorted(const struct selection *selection, bool own);
/* Best first: those with the greatest share of positive answers, of equal ones those with the
 * least of negative; rows without figures last; each group by itself. */
void levels_sort(struct levels *levels);

/* The greatest first figure first; or, turned, levels by their figure in the first row. */
void levels_sort_first(struct levels *levels, bool turned);

/* The figure of a cell, or NULL where there is none. */
static inline const struct series_figure *
levels_figure(const struct levels_row *row, size_t level)
{
	return row->cells[level] == NULL ? NULL : &row->cells[level]->figures[SERIES_VALUE];
}

static inline bool
levels_shown(const struct levels_row *row, size_t level)
{
	const struct series_figure *figure = levels_figure(row, level);

	return figure != NULL && figure->state == SERIES_NUMBER;
}

static inline bool
levels_held(const struct levels_row *row, size_t level)
{
	const struct series_figure *figure = levels_figure(row, level);

	return figure != NULL && figure->state == SERIES_SUPPRESSED;
}

/* The kind is one of the counts that --figure puts in the place of the value. */
bool levels_kind_counts(const char *kind);
/* The sum of what is shown on that side. */
double
levels_side(const struct levels *levels, const struct levels_row *row, enum levels_side side);
/* How many levels of the row show a figure, and how many are held back. */
size_t levels_count_shown(const struct levels *levels, const struct levels_row *row);
size_t levels_count_held(const struct levels *levels, const struct levels_row *row);
/* What the published shares leave of 100; 0 where the figures are no shares. */
double levels_rest(const struct levels *levels, const struct levels_row *row);
/* The records behind the row's shares, as published, or ""; NULL where its levels differ. */
const char *levels_records(const struct levels *levels, const struct levels_row *row);
/* The own unit's row, or the only one; NULL where there is neither. */
const struct levels_row *levels_own(const struct levels *levels);

#endif
