/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * type: the types of Table Schema for flat files, and what a value of each
 * looks like.  Nothing is guessed: a value is of its type or it is not.
 */
#ifndef VALIDATE_TYPE_H
#define VALIDATE_TYPE_H

#include "../finding/finding.h"
#include "format.h"
#include "layout.h"
#include "number.h"
#include "texts.h"

enum type_kind {
	TYPE_STRING,
	TYPE_INTEGER,
	TYPE_NUMBER,
	TYPE_BOOLEAN,
	TYPE_DATE,
	TYPE_YEARMONTH,
	TYPE_ANY,
	TYPE_DATETIME,
	TYPE_TIME,
	TYPE_YEAR,
	TYPE_DURATION,
	TYPE_LIST,
	TYPE_KINDS
};

/* What is 0 beside the kind is the default form. */
struct type {
	enum type_kind kind;
	const char *form;           /* the format as the schema has it; NULL: default */
	enum format format;         /* string */
	struct number_style number; /* integer, number */
	struct texts yes;           /* boolean: the words for true and for false */
	struct texts no;
	struct layout *layout; /* date, time, datetime; NULL: ISO 8601 */
	const char *delimiter; /* list: between its items; NULL: a comma */
	struct type *item;     /* list: the type of its items; NULL: strings */
};

const char *type_name(enum type_kind kind);
/* Reads "type", "format" and what else a field says of its values' form. */
bool type_load(struct type *type, const struct config_node *field, struct fault *fault);
void type_release(struct type *type);

/* Some values of the type are less than others: there may be bounds. */
bool type_is_ordered(enum type_kind kind);
/* What stands between the items of a list. */
static inline const char *
type_delimiter(const struct type *type)
{
	return type->delimiter != NULL ? type->delimiter : ",";
}

/* What a value becomes in the stream. */
struct type_cast {
	struct field canonical; /* a view of the value or of scratch; numbers are plain
	                           decimals, dates and times ISO 8601 */
	enum finding_code code; /* of its type: the note under which a changed value is
	                           counted (W107, W111, W112, W201) or FINDING_NONE;
	                           else what it looks like */
};

/* The value is of the type; if not, cast->code says what it looks like.
 * scratch is empty, and the caller's to clear. */
bool type_cast(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast);

/* The three below take canonical values.
 * -1, 0 or 1 for two values of the type, exact at any length.  Strings and
 * booleans are compared by their bytes, lists item by item. */
int type_compare(const struct type *type, struct field a, struct field b);
/* Equal as values: 01 and 1, 1.50 and 1.5, true and TRUE, 12:00Z and 13:00+01:00. */
bool type_equal(const struct type *type, struct field a, struct field b);
/* Appends the value so that equal values give the same bytes. */
void type_key(const struct type *type, struct field value, struct buffer *out);

#endif
