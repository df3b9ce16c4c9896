/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ratio: exact fractions of whole numbers, so that a score is rounded once, when it is
 * written, and never falls on the wrong side of a band's edge.
 *
 * What would not fit is never rounded in silence: the function says false.
 */
#ifndef SCORE_RATIO_H
#define SCORE_RATIO_H

#include "../../lib/decimal.h"

#include <stdbool.h>
#include <stddef.h>

#define RATIO_DECIMALS_MAX 6
/* Bytes that ratio_write may need: a sign, 38 digits, a point, decimals. */
#define RATIO_TEXT_MAX 64

struct ratio {
	decimal_wide numerator;
	decimal_wide divisor; /* above 0 */
};

/* Within the bounds that all functions here keep; divisor above 0. */
bool ratio_set(struct ratio *ratio, decimal_wide numerator, decimal_wide divisor);
struct ratio ratio_of(struct decimal decimal);

/* In its lowest terms: the same number, quicker to go on with. */
void ratio_reduce(struct ratio *ratio);

/* The left one becomes the result.  False: it does not fit; the left one is undefined. */
bool ratio_add(struct ratio *ratio, struct ratio other);
bool ratio_subtract(struct ratio *ratio, struct ratio other);
bool ratio_multiply(struct ratio *ratio, struct ratio other);
/* other is not 0. */
bool ratio_divide(struct ratio *ratio, struct ratio other);

/* -1, 0, 1; exact for any two. */
int ratio_compare(struct ratio a, struct ratio b);

/* The nearest decimal with so many places (DECIMAL_SCALE_MAX at most), half away from
 * zero; false where it has more than 18 digits. */
bool ratio_round(struct ratio ratio, unsigned places, struct decimal *out);
/* Writes it with so many decimals (RATIO_DECIMALS_MAX at most), half away from zero, as
 * decimal_write would write the quotient, without a detour by floating point.  Returns the
 * length; no NUL is written. */
size_t ratio_write(struct ratio ratio, unsigned decimals, char out[RATIO_TEXT_MAX]);
/* A whole number from 0 on, likewise. */
size_t ratio_write_count(uint64_t count, char out[RATIO_TEXT_MAX]);

#endif
