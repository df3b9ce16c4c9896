/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wide: whole numbers of 256 bits. */
#include "wide.h"

#include <math.h>

#define LIMBS       4
#define LIMB_POWER  UINT64_C(1000000000000000000)
#define LIMB_DIGITS 18
#define DIGITS_MAX  78 /* of 2^256 */

struct decimal_squares
wide_product(decimal_unsigned a, decimal_unsigned b)
{
	const decimal_unsigned half = UINT64_MAX;
	decimal_unsigned low = (a & half) * (b & half);
	decimal_unsigned middle = (a >> 64) * (b & half) + (low >> 64);
	decimal_unsigned other = (a & half) * (b >> 64) + (middle & half);

	return (struct decimal_squares){
		.high = (a >> 64) * (b >> 64) + (middle >> 64) + (other >> 64),
		.low = (other << 64) | (low & half),
	};
}

bool
wide_add(struct decimal_squares *sum, struct decimal_squares more)
{
	bool carry = __builtin_add_overflow(sum->low, more.low, &sum->low);

	return !__builtin_add_overflow(sum->high, more.high, &sum->high)
	    && !__builtin_add_overflow(sum->high, (decimal_unsigned)carry, &sum->high);
}

bool
wide_multiply(struct decimal_squares *number, decimal_unsigned factor)
{
	struct decimal_squares low = wide_product(number->low, factor);
	struct decimal_squares high = wide_product(number->high, factor);

	*number = low;
	return high.high == 0 && wide_add(number, (struct decimal_squares){ .high = high.low });
}

int
wide_compare(struct decimal_squares a, struct decimal_squares b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return (a.low > b.low) - (a.low < b.low);
}

struct decimal_squares
wide_difference(struct decimal_squares a, struct decimal_squares b)
{
	a.high -= b.high + (a.low < b.low);
	a.low -= b.low;
	return a;
}

double
wide_value(struct decimal_squares number)
{
	int exponent = 0;

	/* the last bit stays set where it stood for more: it says on which side of a tie
	 * the number lies */
	for (; number.high != 0; exponent++) {
		number.low = (number.low >> 1) | (number.high << 127) | (number.low & 1);
		number.high >>= 1;
	}
	return ldexp((double)number.low, exponent);
}

/* Divides by 10^18; the rest. */
static uint64_t
take_digits(uint64_t limbs[LIMBS])
{
	decimal_unsigned rest = 0;

	for (size_t i = LIMBS; i-- > 0;) {
		rest = (rest << 64) | limbs[i];
		limbs[i] = (uint64_t)(rest / LIMB_POWER);
		rest %= LIMB_POWER;
	}
	return (uint64_t)rest;
}

size_t
wide_write(struct decimal_squares number, unsigned places, char out[WIDE_TEXT_MAX])
{
	uint64_t limbs[LIMBS] = { (uint64_t)number.low, (uint64_t)(number.low >> 64),
		(uint64_t)number.high, (uint64_t)(number.high >> 64) };
	char digits[LIMB_DIGITS * 5]; /* the last digit first */
	size_t used = 0, length = 0, first = 0;

	while (used < sizeof digits) {
		uint64_t part = take_digits(limbs);

		for (unsigned i = 0; i < LIMB_DIGITS; i++, part /= 10)
			digits[used++] = (char)('0' + part % 10);
	}
	while (used > places + 1 && digits[used - 1] == '0')
		used--;
	while (first < places && digits[first] == '0')
		first++;
	while (used > first) {
		if (used == places)
			out[length++] = '.';
		out[length++] = digits[--used];
	}
	return length;
}

bool
wide_read(struct field text, unsigned places, struct decimal_squares *number)
{
	char again[WIDE_TEXT_MAX];
	size_t point = text.length;

	*number = (struct decimal_squares){ 0 };
	if (text.length == 0 || text.length > DIGITS_MAX + 1)
		return false;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.data[i];

		if (byte == '.' && point == text.length && places != 0)
			point = i;
		else if (byte < '0' || byte > '9' || !wide_multiply(number, 10)
		    || !wide_add(
		        number, (struct decimal_squares){ .low = (decimal_unsigned)(byte - '0') }))
			return false;
	}
	for (size_t i = text.length - point; i <= places; i++)
		if (i != 0 && !wide_multiply(number, 10))
			return false;
	return field_equals(text, (struct field){ again, wide_write(*number, places, again) });
}
