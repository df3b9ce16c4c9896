/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * column: the columns that comparisons write, in the order of the output.
 *
 * Two comparisons may write a column of one name.  What means the same in both (units,
 * the quartiles) stands once; else the column of the one that comes later in
 * comparers[] has that comparison's name in front, such as control_centre.
 */
#ifndef BENCHMARK_COLUMN_H
#define BENCHMARK_COLUMN_H

#include <stdbool.h>

enum compare_column {
	COLUMN_UNITS,
	COLUMN_CENTRE,
	COLUMN_Q1,
	COLUMN_MEDIAN,
	COLUMN_Q3,
	COLUMN_QUARTILE,
	COLUMN_MAD,
	COLUMN_MADS_FROM_MEDIAN,
	COLUMN_RANK,
	COLUMN_RANK_LOWER,
	COLUMN_RANK_UPPER,
	COLUMN_Z,
	COLUMN_P,
	COLUMN_Q, /* after the last comparison, of all that have a p (discovery.h) */
	COLUMN_LIMIT_LOWER95,
	COLUMN_LIMIT_UPPER95,
	COLUMN_LIMIT_LOWER998,
	COLUMN_LIMIT_UPPER998,
	COLUMN_PHI,
	COLUMN_TAU2,
	COLUMN_BAND,
	COLUMN_SIDE, /* of the target, that the figure's own limits lie on */
	COLUMN_SIGNAL,
	COLUMN_VARIATION,
	COLUMN_ASSURANCE,
	COLUMN_REFERENCE, /* the reference group's value */
	COLUMN_RATIO,
	COLUMN_RATIO_LOWER95,
	COLUMN_RATIO_UPPER95,
	COLUMN_RATIO_LOWER998,
	COLUMN_RATIO_UPPER998,
	COLUMN_DIFFERENCE,
	COLUMN_DIFFERENCE_LOWER95,
	COLUMN_DIFFERENCE_UPPER95,
	COLUMN_DIFFERENCE_LOWER998,
	COLUMN_DIFFERENCE_UPPER998,
	COLUMN_PREVIOUS, /* the value of the period before */
	COLUMN_CHANGE,
	COLUMN_CHANGE_LOWER95,
	COLUMN_CHANGE_UPPER95,
	COLUMN_CHANGE_LOWER998,
	COLUMN_CHANGE_UPPER998,
	COLUMN_METHOD,  /* joins the column method: how this figure's columns were made */
	COMPARE_COLUMNS /* how many; also ends lists */
};

/* How its numbers are written. */
enum column_form {
	COLUMN_AS_COUNT,
	COLUMN_AS_VALUE,     /* with the figure's decimals */
	COLUMN_AS_SUMMARY,   /* likewise; as a statistic where each figure has its own */
	COLUMN_AS_MEASURE,   /* with the measure's decimals, whatever the rule */
	COLUMN_AS_STATISTIC, /* with at least four decimals */
	COLUMN_AS_DIGITS,    /* and with six digits or more, however small it is */
	COLUMN_AS_PLACE,     /* one decimal where it needs one */
	COLUMN_AS_WORD,      /* the comparison writes it: struct comparer, word */
	COLUMN_AS_NOTE       /* likewise, and it stands in the column method */
};

struct column {
	const char *name;
	enum column_form form;
	bool common; /* the same in every comparison that writes it */
};

extern const struct column columns[COMPARE_COLUMNS];

#endif
