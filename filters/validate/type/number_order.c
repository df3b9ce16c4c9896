/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number: plain decimals compared as they stand, exact at any length. */
#include "number.h"

/* A decimal taken apart: no sign, no leading zeros, no zeros at its end. */
struct parts {
	struct field whole;
	struct field fraction;
	bool negative;
};

/* NaN and the infinities in their order among themselves and the numbers, which are 0. */
static int
rank(struct field value)
{
	if (number_is_nan(value))
		return 2;
	if (value.data[value.length - 1] == 'F')
		return value.data[0] == '-' ? -1 : 1;
	return 0;
}

static struct parts
take_apart(struct field value)
{
	struct parts parts = { .negative = value.data[0] == '-' };
	const char *at = value.data + (value.data[0] == '-' || value.data[0] == '+');
	const char *end = value.data + value.length;
	const char *point = memchr(at, '.', (size_t)(end - at));

	if (point != NULL) {
		while (end[-1] == '0')
			end--;
		parts.fraction = (struct field){ point + 1, (size_t)(end - point - 1) };
		end = point;
	}
	while (at < end && *at == '0')
		at++;
	parts.whole = (struct field){ at, (size_t)(end - at) };
	if (parts.whole.length == 0 && parts.fraction.length == 0)
		parts.negative = false;
	return parts;
}

bool
number_is_nan(struct field value)
{
	return value.length == 3 && value.data[0] == 'N';
}

int
number_compare(struct field a, struct field b)
{
	int ranks[] = { rank(a), rank(b) };
	struct parts left;
	struct parts right;
	int order;

	if (ranks[0] != 0 || ranks[1] != 0)
		return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1]);
	left = take_apart(a);
	right = take_apart(b);
	if (left.negative != right.negative)
		return left.negative ? -1 : 1;
	if (left.whole.length != right.whole.length)
		order = left.whole.length < right.whole.length ? -1 : 1;
	else
		order = field_compare(left.whole, right.whole);
	if (order == 0)
		order = field_compare(left.fraction, right.fraction);
	return left.negative ? -order : order;
}

void
number_key(struct field value, struct buffer *out)
{
	struct parts parts;

	if (rank(value) != 0) {
		buffer_append(out, value.data, value.length);
		return;
	}
	parts = take_apart(value);
	if (parts.negative)
		buffer_append(out, "-", 1);
	buffer_append(out, parts.whole.data, parts.whole.length);
	buffer_append(out, ".", 1);
	buffer_append(out, parts.fraction.data, parts.fraction.length);
}
