/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decimal: numbers with more decimals than are kept. */
#include "decimal.h"

#include <string.h>

#define DIGITS_MAX 18

/* Digits of the whole part, leading zeros left out. */
static size_t
whole_digits(const char *at, const char *end)
{
	while (at < end && *at == '0')
		at++;
	return (size_t)(end - at);
}

enum decimal_status
decimal_parse_near(struct field field, struct decimal *decimal)
{
	enum decimal_status status = decimal_parse(field, decimal);
	const char *point;
	const char *first;
	const char *end;
	size_t whole, keep;

	if (status != DECIMAL_TOO_LONG)
		return status;
	/* it is a number, so what is behind the point is digits */
	point = memchr(field.data, '.', field.length);
	if (point == NULL)
		return DECIMAL_TOO_LONG;
	first = field.data + (field.data[0] == '-' || field.data[0] == '+');
	end = field.data + field.length;
	whole = whole_digits(first, point);
	/* rounding up may take one digit more */
	if (whole >= DIGITS_MAX)
		return DECIMAL_TOO_LONG;
	keep = DIGITS_MAX - 1 - whole;
	if (keep > DECIMAL_SCALE_MAX)
		keep = DECIMAL_SCALE_MAX;
	if (keep > (size_t)(end - point - 1))
		keep = (size_t)(end - point - 1);
	status = decimal_parse(
	    (struct field){ field.data, (size_t)(point - field.data) + (keep != 0) + keep },
	    decimal);
	if (status == DECIMAL_OK && point + 1 + keep < end && point[1 + keep] >= '5')
		decimal->digits += field.data[0] == '-' ? -1 : 1;
	return status;
}
