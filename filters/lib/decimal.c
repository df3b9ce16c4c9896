/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decimal: reading, comparing and writing plain decimals.  The sums are in
 * decimal_sum.c.
 */
#include "decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX   18 /* they fit in 63 bits, and so does the largest of 18 digits */
#define SHORT_LENGTH 19 /* bytes that hold at most 19 digits: no overflow in 64 bits */
#define LARGEST      UINT64_C(999999999999999999)

/* Powers that a double holds exactly: 10^22 is the last. */
static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
	1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
#define POWERS (sizeof powers / sizeof powers[0])

const int64_t decimal_powers[DECIMAL_SCALE_MAX + 1] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
	10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
	100000000000000, 1000000000000000 };

/* A longer text: leading zeros do not count as digits. */
static enum decimal_status
parse_long(const char *first, const char *end, bool negative, struct decimal *decimal)
{
	const char *point = NULL;
	uint64_t digits = 0;
	size_t count = 0;
	size_t scale;

	for (const char *at = first; at < end; at++) {
		if (*at >= '0' && *at <= '9') {
			if (count > 0 || *at != '0')
				count++;
			if (count <= DIGITS_MAX)
				digits = digits * 10 + (uint64_t)(*at - '0');
		} else if (*at == '.' && point == NULL && at > first) {
			point = at + 1;
		} else {
			return DECIMAL_NOT_A_NUMBER;
		}
	}
	if (point == end)
		return DECIMAL_NOT_A_NUMBER;
	scale = point != NULL ? (size_t)(end - point) : 0;
	if (count > DIGITS_MAX || scale > DECIMAL_SCALE_MAX)
		return DECIMAL_TOO_LONG;
	decimal->digits = negative ? -(int64_t)digits : (int64_t)digits;
	decimal->scale = (unsigned)scale;
	return DECIMAL_OK;
}

enum decimal_status
decimal_parse(struct field field, struct decimal *decimal)
{
	const char *at = field.data;
	const char *end;
	const char *first;
	const char *point = NULL;
	uint64_t digits = 0;
	size_t scale = 0;
	bool negative;

	if (field.length == 0)
		return DECIMAL_NOT_A_NUMBER;
	end = at + field.length;
	negative = *at == '-';
	if (negative || *at == '+')
		at++;
	first = at;
	if (first == end)
		return DECIMAL_NOT_A_NUMBER;
	if (end - first > SHORT_LENGTH)
		return parse_long(first, end, negative, decimal);
	do {
		unsigned digit = (unsigned)(unsigned char)*at - '0';

		if (digit <= 9)
			digits = digits * 10 + digit;
		else if (*at == '.' && point == NULL && at > first)
			point = at + 1;
		else
			return DECIMAL_NOT_A_NUMBER;
	} while (++at < end);
	if (point != NULL) {
		scale = (size_t)(end - point);
		if (scale == 0)
			return DECIMAL_NOT_A_NUMBER;
	}
	if (digits > LARGEST || scale > DECIMAL_SCALE_MAX)
		return DECIMAL_TOO_LONG;
	decimal->digits = negative ? -(int64_t)digits : (int64_t)digits;
	decimal->scale = (unsigned)scale;
	return DECIMAL_OK;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	/* At most 10^18 times 10^15: far from the end of 128 bits. */
	decimal_wide left = (decimal_wide)a.digits * decimal_powers[b.scale];
	decimal_wide right = (decimal_wide)b.digits * decimal_powers[a.scale];

	return (left > right) - (left < right);
}

/* Puts the point before the last decimals digits; a sign only where some digit
 * is not 0.  There are more digits than decimals. */
static size_t
write_digits(
    bool negative, const char *digits, size_t length, size_t decimals, char out[DECIMAL_TEXT_MAX])
{
	size_t whole = length - decimals;
	size_t used = 0;
	size_t zeros = 0;

	while (zeros < length && digits[zeros] == '0')
		zeros++;
	if (negative && zeros < length)
		out[used++] = '-';
	memcpy(out + used, digits, whole);
	used += whole;
	if (decimals > 0) {
		out[used++] = '.';
		memcpy(out + used, digits + whole, decimals);
		used += decimals;
	}
	out[used] = '\0';
	return used;
}

/* The shortest d.ddde+xx that reads back as magnitude, maybe with zeros behind it: every
 * decimal of 15 digits comes back from its double. */
static void
shortest(double magnitude, char text[32])
{
	int precision = 14;

	do
		snprintf(text, 32, "%.*e", precision, magnitude);
	while (strtod(text, NULL) != magnitude && ++precision < 17);
}

/* For the large and the very precise: rounds the shortest decimal as a text. */
static size_t
write_long(double magnitude, bool negative, unsigned decimals, char out[DECIMAL_TEXT_MAX])
{
	char text[32];
	char digits[DECIMAL_TEXT_MAX] = "0"; /* one more in front, for a carry */
	char significant[20];
	long count = 0;
	long exponent;
	long top;
	long length;
	long next;

	shortest(magnitude, text);
	exponent = strtol(strchr(text, 'e') + 1, NULL, 10);
	for (const char *at = text; *at != 'e'; at++) {
		if (*at != '.')
			significant[count++] = *at;
	}
	top = exponent > 0 ? exponent : 0;
	/* And a sign, a point and the NUL. */
	length = 1 + top + 1 + (long)decimals;
	out[0] = '\0';
	if (length + 3 > DECIMAL_TEXT_MAX)
		return 0;
	for (long i = 1; i < length; i++) {
		long index = exponent - (top + 1 - i);

		digits[i] = index >= 0 && index < count ? significant[index] : '0';
	}
	next = exponent + (long)decimals + 1;
	if (next >= 0 && next < count && significant[next] >= '5') {
		long i = length - 1;

		while (i > 0 && digits[i] == '9')
			digits[i--] = '0';
		digits[i]++;
	}
	if (digits[0] == '0')
		return write_digits(negative, digits + 1, (size_t)length - 1, decimals, out);
	return write_digits(negative, digits, (size_t)length, decimals, out);
}

size_t
decimal_write(double value, unsigned decimals, char out[DECIMAL_TEXT_MAX])
{
	double magnitude = fabs(value);
	double tie;
	uint64_t rounded;
	char digits[24];
	char *first = digits + sizeof digits;
	size_t length;

	out[0] = '\0';
	if (!isfinite(value) || decimals > DECIMAL_TEXT_MAX)
		return 0;
	if (decimals >= POWERS || magnitude * powers[decimals] >= 1e14)
		return write_long(magnitude, signbit(value) != 0, decimals, out);
	/* The tie above the candidate has at most 15 digits, so no other decimal as
	 * short reads back as the same double: value lies on the same side of the
	 * tie as its shortest decimal does, or is the tie.  That the product may
	 * round up to the next candidate does no harm: value is under that one's
	 * tie. */
	rounded = (uint64_t)(magnitude * powers[decimals]);
	tie = (double)(2 * rounded + 1) / (2 * powers[decimals]);
	if (magnitude >= tie)
		rounded++;
	do {
		*--first = (char)('0' + rounded % 10);
		rounded /= 10;
	} while (rounded > 0);
	length = (size_t)(digits + sizeof digits - first);
	while (length <= decimals) {
		*--first = '0';
		length++;
	}
	return write_digits(signbit(value) != 0, first, length, decimals, out);
}

size_t
decimal_write_short(double value, unsigned decimals, char out[DECIMAL_TEXT_MAX])
{
	size_t length = decimal_write(value, decimals, out);

	if (memchr(out, '.', length) == NULL)
		return length;
	while (out[length - 1] == '0')
		length--;
	if (out[length - 1] == '.')
		length--;
	out[length] = '\0';
	return length;
}
