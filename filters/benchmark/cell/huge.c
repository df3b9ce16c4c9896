/* SPDX-License-Identifier: GPL-3.0-or-later */
/* huge: whole numbers of 512 bits, limb by limb. */
#include "huge.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#define HALF_LIMBS (HUGE_LIMBS / 2)
#define WIDE_BITS  256

static void
split(struct decimal_squares number, uint64_t limbs[HALF_LIMBS])
{
	limbs[0] = (uint64_t)number.low;
	limbs[1] = (uint64_t)(number.low >> 64);
	limbs[2] = (uint64_t)number.high;
	limbs[3] = (uint64_t)(number.high >> 64);
}

struct huge
huge_product(struct decimal_squares a, struct decimal_squares b)
{
	struct huge product = { { 0 } };
	uint64_t left[HALF_LIMBS], right[HALF_LIMBS];

	split(a, left);
	split(b, right);
	for (size_t i = 0; i < HALF_LIMBS; i++) {
		decimal_unsigned carry = 0;

		for (size_t j = 0; j < HALF_LIMBS; j++) {
			carry += (decimal_unsigned)left[i] * right[j] + product.limbs[i + j];
			product.limbs[i + j] = (uint64_t)carry;
			carry >>= 64;
		}
		product.limbs[i + HALF_LIMBS] = (uint64_t)carry;
	}
	return product;
}

void
huge_add(struct huge *number, const struct huge *more)
{
	decimal_unsigned carry = 0;

	for (size_t i = 0; i < HUGE_LIMBS; i++) {
		carry += (decimal_unsigned)number->limbs[i] + more->limbs[i];
		number->limbs[i] = (uint64_t)carry;
		carry >>= 64;
	}
}

void
huge_subtract(struct huge *number, const struct huge *less)
{
	bool borrow = false;

	for (size_t i = 0; i < HUGE_LIMBS; i++) {
		decimal_unsigned taken = (decimal_unsigned)less->limbs[i] + borrow;

		borrow = taken > number->limbs[i];
		number->limbs[i] -= (uint64_t)taken;
	}
}

double
huge_value(const struct huge *number)
{
	decimal_unsigned top;
	bool more = false;
	size_t first = HUGE_LIMBS - 1;

	while (first > 1 && number->limbs[first] == 0)
		first--;
	top = (decimal_unsigned)number->limbs[first] << 64 | number->limbs[first - 1];
	for (size_t i = 0; i + 1 < first; i++)
		more = more || number->limbs[i] != 0;
	/* the last bit is far under those that a double keeps: it only says that the
	 * number lies above a tie */
	return ldexp((double)(top | more), (int)(first - 1) * 64);
}

static bool
bit_of(struct decimal_squares number, unsigned bit)
{
	return (bit < 128 ? number.low >> bit : number.high >> (bit - 128)) & 1;
}

static struct decimal_squares
doubled(struct decimal_squares number, bool bit)
{
	return (struct decimal_squares){
		.high = number.high << 1 | number.low >> 127,
		.low = number.low << 1 | bit,
	};
}

/* One step of a long division: the next bit of the number comes down. */
static void
divide_on(struct decimal_squares *quotient, struct decimal_squares *rest, bool bit,
    struct decimal_squares below)
{
	bool goes;

	*rest = doubled(*rest, bit);
	goes = wide_compare(*rest, below) >= 0;
	if (goes)
		*rest = wide_difference(*rest, below);
	*quotient = doubled(*quotient, goes);
}

double
huge_quotient(struct decimal_squares above, struct decimal_squares below)
{
	const decimal_unsigned exact = (decimal_unsigned)1 << 53, enough = exact << 3;
	struct decimal_squares quotient = { 0 }, rest = { 0 };
	int exponent = 0;

	if (above.high == 0 && below.high == 0 && above.low <= exact && below.low <= exact)
		return (double)(uint64_t)above.low / (double)(uint64_t)below.low;
	for (unsigned bit = WIDE_BITS; bit-- > 0;)
		divide_on(&quotient, &rest, bit_of(above, bit), below);
	for (; quotient.high == 0 && quotient.low < enough && (rest.low | rest.high) != 0;
	     exponent--)
		divide_on(&quotient, &rest, false, below);
	quotient.low |= (rest.low | rest.high) != 0; /* above a tie, likewise */
	return ldexp(wide_value(quotient), exponent);
}
