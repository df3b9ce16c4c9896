/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * type: the types of Table Schema that are known here, and what a value of each
 * looks like.  Nothing is guessed: a value is of its type or it is not.
 */
#ifndef VALIDATE_TYPE_H
#define VALIDATE_TYPE_H

#include "../finding/finding.h"
#include "texts.h"

enum type_kind {
	TYPE_STRING,
	TYPE_INTEGER,
	TYPE_NUMBER,
	TYPE_BOOLEAN,
	TYPE_DATE,
	TYPE_YEARMONTH,
	TYPE_KINDS
};

struct type {
	enum type_kind kind;
	struct texts yes; /* boolean: the words for true and for false */
	struct texts no;
};

const char *type_name(enum type_kind kind);
/* Reads "type", "format", "trueValues" and "falseValues" of a field. */
bool type_load(struct type *type, const struct config_node *field, struct fault *fault);
void type_release(struct type *type);

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
/* A mantissa and an exponent, such as 9.43E+09. */
bool type_looks_exponential(struct field value);

/* The three below take canonical values.
 * -1, 0 or 1 for two values of the type, exact at any length.  Strings and
 * booleans are compared by their bytes. */
int type_compare(const struct type *type, struct field a, struct field b);
/* Equal as values: 01 and 1, 1.50 and 1.5, true and TRUE. */
bool type_equal(const struct type *type, struct field a, struct field b);
/* Appends the value so that equal values give the same bytes. */
void type_key(const struct type *type, struct field value, struct buffer *out);

#endif
