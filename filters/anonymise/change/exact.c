/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exact: numbers in whole units of 10^-9. */
#include "exact.h"

#include <math.h>

#define LARGEST     1e15 /* every whole number up to there is a double */
#define WRITTEN_MAX 28   /* digits: 19 before the point and 9 after it */

bool
exact_parse(struct field field, decimal_wide *out)
{
	struct decimal decimal;
	decimal_wide number;

	if (decimal_parse(field, &decimal) != DECIMAL_OK || decimal.scale > EXACT_DECIMALS)
		return false;
	number = decimal.digits;
	for (unsigned i = decimal.scale; i < EXACT_DECIMALS; i++)
		number *= 10;
	*out = number;
	return true;
}

bool
exact_parse_written(struct field field, decimal_wide *out)
{
	bool negative = field.length != 0 && field.data[0] == '-';
	bool pointed = false;
	unsigned decimals = 0;
	unsigned digits = 0;
	decimal_wide number = 0;

	if (field.length == (size_t)negative || field.length > WRITTEN_MAX + 2)
		return false;
	for (size_t i = negative; i < field.length; i++) {
		char byte = field.data[i];

		if (byte == '.' && !pointed) {
			pointed = true;
			continue;
		}
		if (byte < '0' || byte > '9' || decimals == EXACT_DECIMALS
		    || digits++ == WRITTEN_MAX)
			return false;
		number = number * 10 + (byte - '0');
		decimals += pointed;
	}
	for (; decimals < EXACT_DECIMALS; decimals++)
		number *= 10;
	*out = negative ? -number : number;
	return true;
}

bool
exact_read(const struct config_node *node, decimal_wide *out, struct fault *fault)
{
	char text[DECIMAL_TEXT_MAX];
	double value = 0;
	size_t length;

	if (!config_number(node, &value, fault))
		return false;
	if (!(fabs(value) <= LARGEST))
		return config_fault(node, fault, "is out of range: at most 10^15 either way");
	/* the shortest decimal that reads back as the same is the one in the policy */
	length = decimal_write_short(value, EXACT_DECIMALS, text);
	if (!exact_parse((struct field){ text, length }, out)
	    || fabs((double)*out / 1e9 - value) > fabs(value) * 1e-15)
		return config_fault(node, fault, "has more than 9 decimals or 18 digits; round it");
	return true;
}

void
exact_write(decimal_wide number, struct buffer *out)
{
	decimal_wide size = number < 0 ? -number : number;
	/* the edges of bands come to 10^19 at most */
	uint64_t whole = (uint64_t)(size / EXACT_ONE);
	uint64_t rest = (uint64_t)(size % EXACT_ONE);
	unsigned decimals = rest == 0 ? 0 : EXACT_DECIMALS;
	char digits[48];
	size_t at = sizeof digits;

	for (; decimals != 0 && rest % 10 == 0; decimals--)
		rest /= 10;
	for (unsigned i = 0; i < decimals; i++, rest /= 10)
		digits[--at] = (char)('0' + rest % 10);
	if (decimals != 0)
		digits[--at] = '.';
	do {
		digits[--at] = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole != 0);
	if (number < 0)
		digits[--at] = '-';
	buffer_append(out, digits + at, sizeof digits - at);
}
