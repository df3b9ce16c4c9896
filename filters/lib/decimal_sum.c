/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decimal: exact sums, and their figures rounded once.
 *
 * Values of either sign may run over on the way to a sum that fits, in one order and
 * not in another, so the sum is kept modulo 2^128, and whether it fits is asked of
 * what only grows: |sum| is at most sqrt(count squares) (Cauchy 1821), so that it
 * fits where count squares is below 2^254.
 */
#include "wide.h"

#include <math.h>

#define ROOM_BITS 254 /* for count squares */

static const struct decimal_squares largest = { ~(decimal_unsigned)0, ~(decimal_unsigned)0 };

static decimal_unsigned
magnitude(decimal_wide value)
{
	return value < 0 ? -(decimal_unsigned)value : (decimal_unsigned)value;
}

/* above / below, rounded once to the nearest double; below is under 2^127. */
static double
ratio(decimal_unsigned above, decimal_unsigned below)
{
	const decimal_unsigned enough = (decimal_unsigned)1 << 56;
	const decimal_unsigned exact = (decimal_unsigned)1 << 53;
	decimal_unsigned quotient;
	decimal_unsigned rest;
	int exponent = 0;

	if (above <= exact && below <= exact)
		return (double)(uint64_t)above / (double)(uint64_t)below;
	quotient = above / below;
	rest = above % below;
	while (quotient < enough && rest != 0) {
		rest <<= 1;
		quotient <<= 1;
		if (rest >= below) {
			rest -= below;
			quotient |= 1;
		}
		exponent--;
	}
	/* The last bit is far under those that a double keeps: it only says that
	 * the number lies above the tie. */
	if (rest != 0)
		quotient |= 1;
	return ldexp((double)quotient, exponent);
}

double
decimal_value(struct decimal decimal)
{
	double size =
	    ratio(magnitude(decimal.digits), (decimal_unsigned)decimal_powers[decimal.scale]);

	return decimal.digits < 0 ? -size : size;
}

static struct decimal_squares
multiply_squares(struct decimal_squares squares, decimal_unsigned factor)
{
	struct decimal_squares product = wide_product(squares.low, factor);
	decimal_unsigned high;

	if (__builtin_mul_overflow(squares.high, factor, &high)
	    || __builtin_add_overflow(product.high, high, &product.high))
		return largest;
	return product;
}

static struct decimal_squares
add_squares(struct decimal_squares a, struct decimal_squares b)
{
	bool carry = __builtin_add_overflow(a.low, b.low, &a.low);

	if (__builtin_add_overflow(a.high, b.high, &a.high)
	    || __builtin_add_overflow(a.high, carry, &a.high))
		return largest;
	return a;
}

/* Modulo 2^128. */
static decimal_wide
add(decimal_wide a, decimal_wide b)
{
	return (decimal_wide)((decimal_unsigned)a + (decimal_unsigned)b);
}

static void
raise_scale(struct decimal_sum *sum, unsigned scale)
{
	decimal_unsigned power = (decimal_unsigned)decimal_powers[scale - sum->scale];

	sum->sum = (decimal_wide)((decimal_unsigned)sum->sum * power);
	sum->squares = multiply_squares(sum->squares, power * power);
	sum->scale = scale;
}

void
decimal_sum_add(struct decimal_sum *sum, struct decimal decimal)
{
	decimal_wide value = decimal.digits;
	struct decimal_squares square = { 0 };

	if (decimal.scale > sum->scale)
		raise_scale(sum, decimal.scale);
	if (decimal.scale < sum->scale) {
		value *= decimal_powers[sum->scale - decimal.scale]; /* at most 10^33 */
		square = wide_product(magnitude(value), magnitude(value));
	} else {
		square.low = (decimal_unsigned)(value * value); /* at most 10^36 */
	}
	sum->count++;
	sum->sum = add(sum->sum, value);
	sum->squares = add_squares(sum->squares, square);
}

void
decimal_sum_merge(struct decimal_sum *sum, const struct decimal_sum *other)
{
	struct decimal_sum more = *other;

	if (more.scale > sum->scale)
		raise_scale(sum, more.scale);
	else if (more.scale < sum->scale)
		raise_scale(&more, sum->scale);
	sum->count += more.count;
	sum->sum = add(sum->sum, more.sum);
	sum->squares = add_squares(sum->squares, more.squares);
}

bool
decimal_sum_overflows(const struct decimal_sum *sum)
{
	return multiply_squares(sum->squares, sum->count).high >> (ROOM_BITS - 128) != 0;
}

bool
decimal_sum_possible(const struct decimal_sum *sum)
{
	struct decimal_squares most = multiply_squares(sum->squares, sum->count);
	struct decimal_squares square = wide_product(magnitude(sum->sum), magnitude(sum->sum));

	if (sum->count == 0)
		return sum->sum == 0 && sum->squares.high == 0 && sum->squares.low == 0;
	return decimal_sum_overflows(sum) || square.high < most.high
	    || (square.high == most.high && square.low <= most.low);
}

double
decimal_sum_total(const struct decimal_sum *sum)
{
	double size;

	if (decimal_sum_overflows(sum))
		return NAN;
	size = ratio(magnitude(sum->sum), (decimal_unsigned)decimal_powers[sum->scale]);
	return sum->sum < 0 ? -size : size;
}

double
decimal_sum_mean(const struct decimal_sum *sum)
{
	double size;

	if (sum->count == 0 || decimal_sum_overflows(sum))
		return NAN;
	size = ratio(magnitude(sum->sum),
	    (decimal_unsigned)sum->count * (decimal_unsigned)decimal_powers[sum->scale]);
	return sum->sum < 0 ? -size : size;
}

/* The nearest double. */
static double
approximate(struct decimal_squares number)
{
	int exponent = 0;

	for (; number.high != 0; exponent++) {
		number.low = (number.low >> 1) | (number.high << 127) | (number.low & 1);
		number.high >>= 1;
	}
	return ldexp((double)number.low, exponent);
}

double
decimal_sum_deviation(const struct decimal_sum *sum)
{
	struct decimal_squares above;
	struct decimal_squares square;
	decimal_unsigned below;

	if (sum->count < 2 || decimal_sum_overflows(sum))
		return NAN;
	/* (n * squares - sum^2) / (n (n - 1)): 256 bits hold both products, so the
	 * difference is exact whatever the figures are (no cancellation). */
	above = multiply_squares(sum->squares, sum->count);
	square = wide_product(magnitude(sum->sum), magnitude(sum->sum));
	above.high -= square.high + (above.low < square.low);
	above.low -= square.low;
	below = (decimal_unsigned)sum->count * (sum->count - 1);
	return sqrt(approximate(above) / (double)below) / (double)decimal_powers[sum->scale];
}
