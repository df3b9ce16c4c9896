/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field: a borrowed run of bytes. */
#include "field.h"

int
field_compare(struct field a, struct field b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.data, b.data, shorter) : 0;

	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

struct field
field_trim(struct field field)
{
	while (field.length != 0 && is_blank(field.data[0])) {
		field.data++;
		field.length--;
	}
	while (field.length != 0 && is_blank(field.data[field.length - 1]))
		field.length--;
	return field;
}

bool
field_to_integer(struct field field, int64_t *value)
{
	size_t i = 0;
	bool negative = false;
	int64_t total = 0;

	if (field.length != 0 && (field.data[0] == '-' || field.data[0] == '+')) {
		negative = field.data[0] == '-';
		i = 1;
	}
	if (i == field.length)
		return false;
	for (; i < field.length; i++) {
		int digit = field.data[i] - '0';

		if (digit < 0 || digit > 9)
			return false;
		/* counted downwards, since the negative side reaches one further */
		if (__builtin_mul_overflow(total, 10, &total)
		    || __builtin_sub_overflow(total, digit, &total))
			return false;
	}
	if (!negative && __builtin_sub_overflow((int64_t)0, total, &total))
		return false;
	*value = total;
	return true;
}

bool
field_is_symbol(struct field field)
{
	if (field.length < 3 || field.data[0] != '[' || field.data[field.length - 1] != ']')
		return false;
	for (size_t i = 1; i + 1 < field.length; i++)
		if (field.data[i] < 'a' || field.data[i] > 'z')
			return false;
	return true;
}
