/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decimal: numbers as the stream writes them (plain decimals with a point),
 * exact, and sums that do not depend on the order of the records.
 *
 * A decimal is digits / 10^scale.  Sums are kept in whole numbers, so any
 * partitioning gives the same bits; they are rounded once, at the end.
 */
#ifndef MHSW_DECIMAL_H
#define MHSW_DECIMAL_H

#include "field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DECIMAL_SCALE_MAX 15 /* decimals after the point */
#define DECIMAL_TEXT_MAX  64 /* bytes that decimal_write may need */

__extension__ typedef __int128 decimal_wide;
__extension__ typedef unsigned __int128 decimal_unsigned;

struct decimal {
	int64_t digits;
	unsigned scale; /* 0 .. DECIMAL_SCALE_MAX */
};

enum decimal_status {
	DECIMAL_OK,
	DECIMAL_NOT_A_NUMBER, /* not [+-]digits[.digits] as a whole */
	DECIMAL_TOO_LONG      /* a number, but past 18 digits or DECIMAL_SCALE_MAX decimals */
};

enum decimal_status decimal_parse(struct field field, struct decimal *decimal);
/* The same, but a number with too many decimals, as doubles are written out, is rounded
 * (half away from zero) to DECIMAL_SCALE_MAX of them, or to 17 digits in all. */
enum decimal_status decimal_parse_near(struct field field, struct decimal *decimal);
/* -1, 0, 1; exact for different scales. */
int decimal_compare(struct decimal a, struct decimal b);
double decimal_value(struct decimal decimal);
/* 10^0 .. 10^DECIMAL_SCALE_MAX. */
extern const int64_t decimal_powers[DECIMAL_SCALE_MAX + 1];

/* 256 bits; the largest number stands for all that are larger. */
struct decimal_squares {
	decimal_unsigned high;
	decimal_unsigned low;
};

/* count, sum and sum of squares of the values added.  {0} is the empty sum. */
struct decimal_sum {
	uint64_t count;
	unsigned scale;   /* of sum; squares has twice that */
	decimal_wide sum; /* modulo 2^128, which matters only where it overflows */
	struct decimal_squares squares;
};

void decimal_sum_add(struct decimal_sum *sum, struct decimal decimal);
void decimal_sum_merge(struct decimal_sum *sum, const struct decimal_sum *other);
/* The sum may be past 128 bits: the figures below are NaN then.  Any order of the
 * records gives the same answer, and 170,000 values of any size never overflow. */
bool decimal_sum_overflows(const struct decimal_sum *sum);
/* Some values have these sums, as far as their squares tell: for sums that were read. */
bool decimal_sum_possible(const struct decimal_sum *sum);
/* NaN when count is 0. */
double decimal_sum_mean(const struct decimal_sum *sum);
double decimal_sum_total(const struct decimal_sum *sum);
/* Sample standard deviation (n - 1), from the exact sums; NaN under 2 values. */
double decimal_sum_deviation(const struct decimal_sum *sum);

/* Writes value with a fixed number of decimals, point, no exponent, rounded
 * half away from zero on the shortest decimal that reads back as value (so
 * 0.125 gives 0.13 and 2.675 gives 2.68), "-0" written as "0", locale-free.
 * NaN and infinities write nothing.  Returns the length; out is NUL-terminated
 * and holds DECIMAL_TEXT_MAX bytes. */
size_t decimal_write(double value, unsigned decimals, char out[DECIMAL_TEXT_MAX]);
/* The same with no more decimals than it needs: 0.5 and 3 for 0.500 and 3.000. */
size_t decimal_write_short(double value, unsigned decimals, char out[DECIMAL_TEXT_MAX]);

#endif
