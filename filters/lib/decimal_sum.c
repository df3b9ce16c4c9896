/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decimal: exact sums, and their figures rounded once.
 *
 * On overflow the sums have lost their value, so their figures are NaN.  The
 * squares only grow, and they run over before the sum can: whether there is an
 * overflow does not depend on the order either.
 */
#include "decimal.h"

#include <math.h>

__extension__ typedef unsigned __int128 wide;

/* An unsigned number of 256 bits. */
struct double_wide {
	wide high;
	wide low;
};

static const int64_t powers[2 * DECIMAL_SCALE_MAX + 1] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
	10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
	100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
	1000000000000000000 };

static wide
magnitude(decimal_wide value)
{
	return value < 0 ? -(wide)value : (wide)value;
}

/* above / below, rounded once to the nearest double; below is under 2^127. */
static double
ratio(wide above, wide below)
{
	const wide enough = (wide)1 << 56;
	const wide exact = (wide)1 << 53;
	wide quotient;
	wide rest;
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
	double size = ratio(magnitude(decimal.digits), (wide)powers[decimal.scale]);

	return decimal.digits < 0 ? -size : size;
}

static void
raise_scale(struct decimal_sum *sum, unsigned scale)
{
	size_t more = scale - sum->scale;

	sum->overflow |= __builtin_mul_overflow(sum->sum, powers[more], &sum->sum);
	sum->overflow |= __builtin_mul_overflow(sum->squares, powers[2 * more], &sum->squares);
	sum->scale = scale;
}

void
decimal_sum_add(struct decimal_sum *sum, struct decimal decimal)
{
	decimal_wide value = decimal.digits;
	decimal_wide square = value * value; /* at most 10^36 */
	bool over = false;

	if (decimal.scale > sum->scale) {
		raise_scale(sum, decimal.scale);
	} else if (decimal.scale < sum->scale) {
		value *= powers[sum->scale - decimal.scale];
		over = __builtin_mul_overflow(value, value, &square);
	}
	sum->count++;
	over |= __builtin_add_overflow(sum->sum, value, &sum->sum);
	over |= __builtin_add_overflow(sum->squares, square, &sum->squares);
	if (over)
		sum->overflow = true;
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
	sum->overflow |= more.overflow;
	sum->overflow |= __builtin_add_overflow(sum->sum, more.sum, &sum->sum);
	sum->overflow |= __builtin_add_overflow(sum->squares, more.squares, &sum->squares);
}

double
decimal_sum_total(const struct decimal_sum *sum)
{
	double size;

	if (sum->overflow)
		return NAN;
	size = ratio(magnitude(sum->sum), (wide)powers[sum->scale]);
	return sum->sum < 0 ? -size : size;
}

double
decimal_sum_mean(const struct decimal_sum *sum)
{
	double size;

	if (sum->overflow || sum->count == 0)
		return NAN;
	size = ratio(magnitude(sum->sum), (wide)sum->count * (wide)powers[sum->scale]);
	return sum->sum < 0 ? -size : size;
}

static struct double_wide
multiply(wide a, wide b)
{
	const wide half = UINT64_MAX;
	wide low = (a & half) * (b & half);
	wide middle = (a >> 64) * (b & half) + (low >> 64);
	wide other = (a & half) * (b >> 64) + (middle & half);

	return (struct double_wide){
		.high = (a >> 64) * (b >> 64) + (middle >> 64) + (other >> 64),
		.low = (other << 64) | (low & half),
	};
}

/* The nearest double. */
static double
approximate(struct double_wide number)
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
	struct double_wide above;
	struct double_wide square;
	wide below;

	if (sum->overflow || sum->count < 2)
		return NAN;
	/* (n * squares - sum^2) / (n (n - 1)): 256 bits hold both products, so the
	 * difference is exact whatever the figures are (no cancellation). */
	above = multiply(sum->count, (wide)sum->squares);
	square = multiply(magnitude(sum->sum), magnitude(sum->sum));
	above.high -= square.high + (above.low < square.low);
	above.low -= square.low;
	below = (wide)sum->count * (sum->count - 1);
	return sqrt(approximate(above) / (double)below) / (double)powers[sum->scale];
}
