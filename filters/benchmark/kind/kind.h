/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kind: what a mean, a proportion or a rate is, one file for each: how its measure is
 * written, what a record adds to its cell, and which figure the cell makes.
 */
#ifndef BENCHMARK_KIND_H
#define BENCHMARK_KIND_H

#include "../../lib/config.h"
#include "../../lib/interval.h"
#include "../../lib/memory.h"
#include "../cell/cell.h"
#include "../disclosure/disclosure.h"
#include "../figure/figure.h"
#include "../measure/measure.h"
#include "taken.h"

#include <stdbool.h>
#include <stdint.h>

/* What a record is, which says what its number gives away. */
enum kind_record {
	KIND_RECORD_ANSWER, /* an answer, of a person as a rule: how many there are is a count */
	KIND_RECORD_TABLE,  /* or, where a column holds counts, a row of a table: how many there
	                     * are tells of nobody, and the rule goes by the counts alone */
	KIND_RECORD_FIGURE  /* a figure that is published already: no rule applies again */
};

struct tally;

struct kind {
	const char *name;      /* in configurations and in the column kind; its option is --name */
	const char *option;    /* how that option's text is written: COLUMN, NUM/DEN */
	unsigned decimals;     /* unless said */
	double multiplier;     /* unless said */
	bool takes_multiplier; /* a configuration may say another */
	/* in a configuration: the keys of this kind besides those of all; NULL ends them */
	const char *const *keys;
	/* names of interval methods, the first unless said; NULL ends them */
	const char *const *intervals;
	/* For each of these, the kind that reckons so, where it is not this one for all. */
	const struct kind *const *by_interval;
	enum kind_record record;

	/* The member nodes of the measure's object; the keys are known to be the kind's. */
	bool (*read)(const struct config_node *node, struct measure *measure, struct fault *fault);
	/* The text of the option; the id is set. */
	bool (*type)(struct measure *measure, const char *text, struct fault *fault);

	/* Adds the record's answer to the cell.  Where it cannot be used, *column is the one of
	 * the reader to blame. */
	enum kind_taken (*take)(const struct measure *measure, const struct measure_values *missing,
	    const struct reader *reader, struct cell *cell, size_t *column);
	/* After a record that clashed with those before it (other is NULL), and before a merge:
	 * where nobody knows which record is right none can be used, so that their order is of
	 * no matter, and those that had counted as another outcome count as invalid.  NULL: no
	 * records clash. */
	void (*clash)(struct cell *cell, struct cell *other, struct tally *tally);
	/* What a run says then; NULL: that a sum is too large to be exact. */
	const char *overflow;
	/* Sums may be past what is exact, and no figure may be made of them then. */
	bool (*overflows)(const struct cell *cell);
	/* Adds what another partition counted. */
	void (*merge)(struct cell *cell, const struct cell *other);
	/* What the cell points to. */
	void (*release)(struct cell *cell);
	/* Appends what the cell holds besides records, count, sum and squares as one text of
	 * printable ASCII without a comma or a quote; empty where it holds nothing. */
	void (*save)(const struct cell *cell, struct buffer *text);
	/* Reads what save wrote into a cell that has the numbers besides already and points to
	 * nothing.  False where the text is no such thing; what it points to is for release. */
	bool (*load)(struct cell *cell, struct field text);

	/* Fills the exact figure and its parts; NaN where there is none. */
	void (*reckon)(
	    const struct measure *measure, const struct cell *cell, struct figure *figure);
	/* The rule hides the figure, going by the counts it is made of, beyond its records and
	 * its denominator. */
	bool (*hides)(const struct measure *measure, const struct cell *cell,
	    const struct figure *figure, const struct disclosure *rule);
	/* Of a figure that shows: what is published, and what limits are reckoned from. */
	void (*publish)(const struct measure *measure, const struct cell *cell,
	    const struct disclosure *rule, struct figure *figure);
	/* The limits of a figure that shows, in the units of its value; false where there are
	 * none. */
	bool (*limits)(const struct measure *measure, const struct figure *figure,
	    double confidence, struct interval *limits);
	/* The name of the interval's method. */
	const char *(*method)(const struct measure *measure);
	/* And that of one figure, where it hangs on the figure; else NULL. */
	const char *(*method_of)(const struct measure *measure, const struct figure *figure);
};

extern const struct kind kind_mean, kind_proportion, kind_ratio, kind_rate, kind_dsr, kind_median,
    kind_given;
/* Of the same names, but of counts in columns: kinds that the ones above hand over to. */
extern const struct kind kind_proportion_of_counts, kind_ratio_of_counts;

/* All of them; NULL ends them. */
extern const struct kind *const kinds[];
/* NULL: there is none of that name. */
const struct kind *kind_named(const char *name);

/* Each record is a row of a table of counts. */
static inline bool
kind_is_of_table(const struct measure *measure)
{
	return measure->kind->record == KIND_RECORD_TABLE
	    && (measure->columns[MEASURE_ABOVE] != NULL || measure->columns[MEASURE_BELOW] != NULL);
}

#endif
