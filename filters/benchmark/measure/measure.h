/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure: what is counted or averaged: from measures.json or from options.
 */
#ifndef MHSW_MEASURE_H
#define MHSW_MEASURE_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct kind;
struct predicate;
struct standard;

/* Which values are good: it gives the direction of the rank. */
enum measure_polarity { MEASURE_HIGHER, MEASURE_LOWER, MEASURE_NEUTRAL };

/* A short list of texts, owned. */
struct measure_values {
	struct field *items;
	size_t count;
};

/* The columns that a kind may ask for. */
enum measure_column {
	MEASURE_ABOVE, /* what is averaged or counted; of two columns the numerator */
	MEASURE_BELOW, /* the denominator */
	MEASURE_STRATUM,
	MEASURE_WEIGHT, /* of a stratum: people of it in the standard population */
	MEASURE_LOWER_LIMIT,
	MEASURE_UPPER_LIMIT,
	MEASURE_NUMERATOR, /* beside a figure that is given */
	MEASURE_COLUMNS
};

/* The first columns, that predicates may stand in for. */
#define MEASURE_SIDES 2

struct measure {
	char *id;
	char *part_of; /* measures that share it are the parts of one whole; NULL: none */
	const struct kind *kind;
	char *columns[MEASURE_COLUMNS]; /* their names; NULL: not asked for */
	/* In place of a column of counts: which records count; owned. */
	struct predicate *sides[MEASURE_SIDES];
	struct measure_values values; /* of a proportion of records: its numerator */
	struct standard *standard;    /* of a dsr, owned; NULL: a column has the weights */
	double multiplier;            /* what a share, ratio or rate is shown times */
	unsigned interval;            /* which of the kind's interval methods */
	struct predicate *where;      /* owned; NULL: every record is meant */
	enum measure_polarity polarity;
	unsigned decimals;
	bool decimals_said;    /* or they are the kind's */
	bool typed;            /* as an option, not in a configuration */
	uint64_t minimum_base; /* a smaller denominator gives [u] */
	bool has_target;
	double target; /* in the units of the value */

	/* after measures_bind: the columns in the header, or READER_NONE */
	size_t fields[MEASURE_COLUMNS];

	/* of a ratio, after intake_find_parts: in no record of the whole input is the
	 * numerator under 0 or over the denominator */
	bool part;
};

/* {0} is the empty list. */
struct measures {
	struct measure *items;
	size_t count;
	struct measure_values missing; /* values that mean: no answer */
	bool conditional;              /* every measure has a condition */
	/* Borrowed.  A record belongs to the measure whose id it has there; NULL: to all. */
	const char *column;
	size_t column_field; /* after measures_bind */
};

#define MEASURES_MAX 1000

/* Adds the measures of a configuration file, in its order. */
bool measures_read(struct measures *measures, const char *path, struct fault *fault);
/* Adds a measure of that kind from the text of its option, which is its id. */
bool measures_add_typed(
    struct measures *measures, const struct kind *kind, const char *text, struct fault *fault);
void measures_add_missing(struct measures *measures, const char *code);
/* Finds the columns in the reader's header. */
bool measures_bind(struct measures *measures, const struct reader *reader, struct fault *fault);
void measures_release(struct measures *measures);

static inline bool
measure_values_have(const struct measure_values *values, struct field value)
{
	for (size_t i = 0; i < values->count; i++)
		if (field_equals(values->items[i], value))
			return true;
	return false;
}

#endif
