/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ratio: exact fractions in 128 bits.
 *
 * Numerator and divisor stay within 10^36, so that ten times either, and the sum of
 * two, fit in 127 bits without a check.
 *
 * Nearly all scores are small, and 128-bit division is slow: what fits in 31 bits is
 * worked out in 64, and is reduced only where it has grown past 31.
 */
#include "ratio.h"

static const decimal_wide largest =
    (decimal_wide)1000000000000000000 * (decimal_wide)1000000000000000000;

static decimal_wide
size_of(decimal_wide number)
{
	return number < 0 ? -number : number;
}

static bool
is_small(struct ratio ratio)
{
	const decimal_wide limit = (decimal_wide)1 << 31;

	return ratio.numerator < limit && ratio.numerator > -limit && ratio.divisor < limit;
}

/* Of two numbers of small ratios. */
static int64_t
product(decimal_wide a, decimal_wide b)
{
	return (int64_t)a * (int64_t)b;
}

/* Of two numbers from 0 on, not both 0. */
static decimal_wide
greatest_divisor(decimal_wide a, decimal_wide b)
{
	uint64_t one, two;

	while (b > INT64_MAX || (a > INT64_MAX && b != 0)) {
		decimal_wide rest = a % b;

		a = b;
		b = rest;
	}
	if (b == 0)
		return a;
	for (one = (uint64_t)a, two = (uint64_t)b; two != 0;) {
		uint64_t rest = one % two;

		one = two;
		two = rest;
	}
	return (decimal_wide)one;
}

bool
ratio_set(struct ratio *ratio, decimal_wide numerator, decimal_wide divisor)
{
	*ratio = (struct ratio){ numerator, divisor };
	return divisor > 0 && divisor <= largest && numerator >= -largest && numerator <= largest;
}

struct ratio
ratio_of(struct decimal decimal)
{
	struct ratio ratio = { decimal.digits, 1 };

	for (unsigned i = 0; i < decimal.scale; i++)
		ratio.divisor *= 10;
	return ratio;
}

void
ratio_reduce(struct ratio *ratio)
{
	decimal_wide common = greatest_divisor(ratio->divisor, size_of(ratio->numerator));

	ratio->numerator /= common;
	ratio->divisor /= common;
}

bool
ratio_multiply(struct ratio *ratio, struct ratio other)
{
	struct ratio one, two;
	decimal_wide numerator, divisor;

	if (is_small(*ratio) && is_small(other)) {
		ratio->numerator = product(ratio->numerator, other.numerator);
		ratio->divisor = product(ratio->divisor, other.divisor);
		if (!is_small(*ratio))
			ratio_reduce(ratio);
		return true;
	}
	/* what is common goes first, crosswise too: the products are the smallest there are */
	ratio_reduce(ratio);
	ratio_reduce(&other);
	one = (struct ratio){ ratio->numerator, other.divisor };
	two = (struct ratio){ other.numerator, ratio->divisor };
	ratio_reduce(&one);
	ratio_reduce(&two);
	if (__builtin_mul_overflow(one.numerator, two.numerator, &numerator)
	    || __builtin_mul_overflow(one.divisor, two.divisor, &divisor))
		return false;
	return ratio_set(ratio, numerator, divisor);
}

bool
ratio_divide(struct ratio *ratio, struct ratio other)
{
	struct ratio turned = { other.divisor, other.numerator };

	if (turned.divisor < 0)
		turned = (struct ratio){ -turned.numerator, -turned.divisor };
	return ratio_multiply(ratio, turned);
}

bool
ratio_add(struct ratio *ratio, struct ratio other)
{
	decimal_wide common, left, right, divisor;

	if (is_small(*ratio) && is_small(other)) {
		if (ratio->divisor != other.divisor) {
			ratio->numerator = product(ratio->numerator, other.divisor);
			other.numerator = product(other.numerator, ratio->divisor);
			ratio->divisor = product(ratio->divisor, other.divisor);
		}
		ratio->numerator += other.numerator;
		if (!is_small(*ratio))
			ratio_reduce(ratio);
		return true;
	}
	ratio_reduce(ratio);
	ratio_reduce(&other);
	common = greatest_divisor(ratio->divisor, other.divisor);
	if (__builtin_mul_overflow(ratio->numerator, other.divisor / common, &left)
	    || __builtin_mul_overflow(other.numerator, ratio->divisor / common, &right)
	    || __builtin_add_overflow(left, right, &left)
	    || __builtin_mul_overflow(ratio->divisor, other.divisor / common, &divisor))
		return false;
	*ratio = (struct ratio){ left, divisor };
	ratio_reduce(ratio);
	return ratio_set(ratio, ratio->numerator, ratio->divisor);
}

bool
ratio_subtract(struct ratio *ratio, struct ratio other)
{
	other.numerator = -other.numerator;
	return ratio_add(ratio, other);
}

/* The whole part, towards minus infinity; the rest is left in the numerator. */
static decimal_wide
take_whole(struct ratio *ratio)
{
	decimal_wide whole = ratio->numerator / ratio->divisor;
	decimal_wide rest = ratio->numerator % ratio->divisor;

	if (rest < 0) {
		rest += ratio->divisor;
		whole--;
	}
	ratio->numerator = rest;
	return whole;
}

static bool
fits_64(struct ratio ratio)
{
	return ratio.numerator <= INT64_MAX && ratio.numerator >= -INT64_MAX
	    && ratio.divisor <= INT64_MAX;
}

/* The large ones by continued fractions: the whole parts are compared, then what is left,
 * turned over; nothing is multiplied, so nothing overflows. */
int
ratio_compare(struct ratio a, struct ratio b)
{
	int sign = 1;

	if (fits_64(a) && fits_64(b)) {
		decimal_wide left = a.numerator * b.divisor, right = b.numerator * a.divisor;

		return (left > right) - (left < right);
	}
	for (;;) {
		decimal_wide left = take_whole(&a);
		decimal_wide right = take_whole(&b);

		if (left != right)
			return left < right ? -sign : sign;
		if (a.numerator == 0 || b.numerator == 0)
			return a.numerator == b.numerator ? 0 : a.numerator == 0 ? -sign : sign;
		a = (struct ratio){ a.divisor, a.numerator };
		b = (struct ratio){ b.divisor, b.numerator };
		sign = -sign;
	}
}

/* |ratio| 10^places, rounded half away from zero: the whole part and then digit by
 * digit.  False where it passes 10^36. */
static bool
scaled(struct ratio ratio, unsigned places, decimal_wide *out)
{
	decimal_wide size = size_of(ratio.numerator);
	decimal_wide whole = size / ratio.divisor;
	decimal_wide rest = size % ratio.divisor;

	for (unsigned i = 0; i < places; i++) {
		if (whole > largest / 10 - 1)
			return false;
		rest *= 10;
		whole = whole * 10 + rest / ratio.divisor;
		rest %= ratio.divisor;
	}
	/* the rest is compared with what is left of the divisor: nothing is doubled */
	*out = whole + (rest >= ratio.divisor - rest);
	return true;
}

bool
ratio_round(struct ratio ratio, unsigned places, struct decimal *out)
{
	decimal_wide digits;

	if (!scaled(ratio, places, &digits) || digits > (decimal_wide)999999999999999999)
		return false;
	out->digits = ratio.numerator < 0 ? -(int64_t)digits : (int64_t)digits;
	out->scale = places;
	return true;
}

/* digits / 10^decimals as a text. */
static size_t
write_digits(decimal_wide digits, bool negative, unsigned decimals, char out[RATIO_TEXT_MAX])
{
	char text[RATIO_TEXT_MAX];
	char *at = text + sizeof text;
	unsigned written = 0;
	uint64_t low;

	negative = negative && digits != 0;
	/* past 64 bits there are few, and slow ones */
	for (; digits > UINT64_MAX; digits /= 10) {
		*--at = (char)('0' + (int)(digits % 10));
		if (++written == decimals)
			*--at = '.';
	}
	for (low = (uint64_t)digits; low != 0 || written <= decimals; low /= 10) {
		*--at = (char)('0' + low % 10);
		if (++written == decimals)
			*--at = '.';
	}
	if (negative)
		*--at = '-';
	memcpy(out, at, (size_t)(text + sizeof text - at));
	return (size_t)(text + sizeof text - at);
}

size_t
ratio_write(struct ratio ratio, unsigned decimals, char out[RATIO_TEXT_MAX])
{
	static const uint64_t powers[RATIO_DECIMALS_MAX + 1] = { 1, 10, 100, 1000, 10000, 100000,
		1000000 };
	const decimal_wide small = (decimal_wide)1 << 40;
	decimal_wide size = size_of(ratio.numerator), digits = 0;

	if (size < small && ratio.divisor < small) {
		uint64_t divisor = (uint64_t)ratio.divisor;
		uint64_t scaled_up = (uint64_t)size * powers[decimals];
		uint64_t quotient = scaled_up / divisor, rest = scaled_up % divisor;

		digits = quotient + (rest >= divisor - rest);
	} else if (!scaled(ratio, decimals, &digits)) {
		/* 30 digits before the point: the places behind it stand for nothing */
		scaled(ratio, 0, &digits);
		decimals = 0;
	}
	return write_digits(digits, ratio.numerator < 0, decimals, out);
}

size_t
ratio_write_count(uint64_t count, char out[RATIO_TEXT_MAX])
{
	return write_digits((decimal_wide)count, false, 0, out);
}
