/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wide: whole numbers from 0 on of 256 bits (struct decimal_squares), for sums
 * of products that are the same bits in any order of the records.
 */
#ifndef MHSW_WIDE_H
#define MHSW_WIDE_H

#include "decimal.h"

/* Bytes that wide_write may need: 78 digits and a point. */
#define WIDE_TEXT_MAX 96

struct decimal_squares wide_product(decimal_unsigned a, decimal_unsigned b);
/* False where it does not fit; the number is undefined then. */
bool wide_add(struct decimal_squares *sum, struct decimal_squares more);
bool wide_multiply(struct decimal_squares *number, decimal_unsigned factor);
/* -1, 0, 1. */
int wide_compare(struct decimal_squares a, struct decimal_squares b);
/* a - b; a is not below b. */
struct decimal_squares wide_difference(struct decimal_squares a, struct decimal_squares b);
/* The nearest double. */
double wide_value(struct decimal_squares number);

/* Writes number / 10^places as a plain decimal, without zeros at its end.  Returns the
 * length; no NUL is written. */
size_t wide_write(struct decimal_squares number, unsigned places, char out[WIDE_TEXT_MAX]);
/* Reads what wide_write writes, and nothing else. */
bool wide_read(struct field text, unsigned places, struct decimal_squares *number);

#endif
