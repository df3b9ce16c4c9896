/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * comparer: one way to set figures beside each other, and the figures that it is given.
 */
#ifndef BENCHMARK_COMPARER_H
#define BENCHMARK_COMPARER_H

#include "../../lib/memory.h"
#include "../figure/figure.h"
#include "../group/group.h"
#include "column.h"
#include "options.h"

#include <stdbool.h>
#include <stddef.h>

/* Which figures a comparison sets beside each other, always of one measure. */
enum compare_over {
	COMPARE_UNITS, /* the units of one period and further columns */
	COMPARE_TIME,  /* the periods of one unit and further columns, in time */
	COMPARE_PARTS, /* the values of the last further column, all else being the same */
	COMPARE_ALONE  /* none: each figure is held against what its measure says */
};

/* Limits that were reckoned for a member, which stands in the sets of many units where each
 * has peers of its own. */
struct compare_limits {
	size_t among; /* the number of figures that they hold together for; 0: none yet */
	bool found;
	struct interval limits;
};

/* One figure of the set; it lives while the comparer runs. */
struct compare_member {
	const struct group *group;
	struct compare_limits *joint;
	struct figure figure; /* of any state: a comparer passes over what does not show */
};

struct comparison;

struct compare_set {
	const struct compare_options *options;
	const struct measure *measure;
	const struct disclosure *rule;
	const struct compare_member *members;
	size_t count;
	/* The member whose place is asked for, where each has peers of its own; else
	 * COMPARE_EVERY.  What is put for others is left out. */
	size_t focus;
	/* For the comparer's own reckoning: room for count numbers each. */
	double *numbers[4];
	/* The exact values of members that show, once one has asked for them (peers.h). */
	double *ascending;
	size_t ascending_count; /* COMPARE_EVERY: nobody has */

	/* where compare_put puts */
	struct comparison *comparison;
	size_t comparer;
	size_t index; /* of the measure */
};

#define COMPARE_EVERY ((size_t)-1)

/* What is put for the member is kept. */
static inline bool
compare_wants(const struct compare_set *set, size_t member)
{
	return set->focus == COMPARE_EVERY || set->focus == member;
}

struct comparer {
	const char *name; /* as in --compare */
	enum compare_over over;
	/* What it writes; COMPARE_COLUMNS ends them. */
	const enum compare_column *columns;
	/* Puts the columns of the members.  What is not put is [z], or the symbol of a figure
	 * that does not show. */
	void (*run)(struct compare_set *set);
	/* Appends what stands in the column method, such as "quantile7"; NULL: nothing. */
	void (*method)(const struct compare_options *options, const struct measure *measure,
	    struct buffer *method);
	/* Appends the text of a column of words for the number that was put; NULL: it has none. */
	void (*word)(const struct compare_options *options, enum compare_column column, double put,
	    struct buffer *text);
	/* Says at the end what the user has to know, where compare_count was called: how many
	 * sets, and how many that lack what they should be compared with; NULL: nothing. */
	void (*report)(const struct compare_options *options, size_t sets, size_t lacking);
};

/* In the order of their say over a column's plain name. */
extern const struct comparer *const comparers[];
/* How many there are. */
#define COMPARERS_MAX 16

/* The number of a column for a member; NaN is the same as not putting it. */
void compare_put(struct compare_set *set, size_t member, enum compare_column column, double number);
/* Counts the set for the comparer's report. */
void compare_count(struct compare_set *set, bool lacks);

#endif
