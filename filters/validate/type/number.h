/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number: integers and decimals as files write them, and what they are as plain
 * decimals: [+-]digits[.digits], or NaN, INF, -INF.
 */
#ifndef VALIDATE_NUMBER_H
#define VALIDATE_NUMBER_H

#include "../../lib/field.h"
#include "../../lib/memory.h"

#define NUMBER_EXPANDED_MAX 60 /* digits that an exponent may unfold to */

struct type_cast;

/* How a field's numbers are written; {0}: plainly.  The texts are borrowed. */
struct number_style {
	const char *decimal; /* between whole and fraction; NULL: a point */
	const char *group;   /* between groups of digits; NULL: none */
	bool units;          /* what is no number may stand around it (bareNumber: false) */
};

static inline const char *
number_point(const struct number_style *style)
{
	return style->decimal != NULL ? style->decimal : ".";
}

/* The value, without blanks at its ends, as a number (whole: as an integer).
 * Where it is one, cast has the plain decimal (a view of the value or of
 * scratch, which is empty) and the note; else only false. */
bool number_cast(const struct number_style *style, bool whole, struct field value,
    struct buffer *scratch, struct type_cast *cast);
/* A mantissa and an exponent, such as 9.43E+09. */
bool number_is_exponential(struct field value);

/* These take plain decimals.  NaN equals itself and stands above all others. */
int number_compare(struct field a, struct field b);
bool number_is_nan(struct field value);
/* Appends the number so that equal numbers give the same bytes. */
void number_key(struct field value, struct buffer *out);

#endif
