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

enum measure_kind { MEASURE_MEAN, MEASURE_PROPORTION, MEASURE_RATIO };

/* Which values are good: it gives the direction of the rank. */
enum measure_polarity { MEASURE_HIGHER, MEASURE_LOWER, MEASURE_NEUTRAL };

/* A short list of texts, owned. */
struct measure_values {
	struct field *items;
	size_t count;
};

struct measure {
	char *id;
	enum measure_kind kind;
	char *column;                 /* of a ratio: its numerator */
	char *below;                  /* of a ratio: the column of its denominator, else NULL */
	uint64_t multiplier;          /* of a ratio */
	struct measure_values values; /* of a proportion: its numerator */
	char *where_column;           /* NULL: every record is meant */
	struct measure_values where_values;
	enum measure_polarity polarity;
	unsigned decimals;
	bool typed;            /* as an option, not in a configuration */
	uint64_t minimum_base; /* a smaller denominator gives [u] */

	size_t field; /* after measures_bind: the columns in the header */
	size_t below_field;
	size_t where_field; /* READER_NONE: every record is meant */

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
};

#define MEASURES_MAX 1000

/* Adds the measures of a configuration file, in its order. */
bool measures_read(struct measures *measures, const char *path, struct fault *fault);
/* Adds the mean of a column; its id is the column's name. */
bool measures_add_mean(struct measures *measures, const char *column, struct fault *fault);
/* Adds the share of values in a column from COLUMN=VALUE|VALUE; its id is that text. */
bool measures_add_proportion(struct measures *measures, const char *text, struct fault *fault);
/* Adds the ratio of two columns' sums from NUM/DEN; its id is that text. */
bool measures_add_ratio(struct measures *measures, const char *text, struct fault *fault);
void measures_add_missing(struct measures *measures, const char *code);
/* Finds the columns in the reader's header. */
bool measures_bind(struct measures *measures, const struct reader *reader, struct fault *fault);
void measures_release(struct measures *measures);

const char *measure_kind_name(enum measure_kind kind);

static inline bool
measure_values_have(const struct measure_values *values, struct field value)
{
	for (size_t i = 0; i < values->count; i++)
		if (field_equals(values->items[i], value))
			return true;
	return false;
}

#endif
