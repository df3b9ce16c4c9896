/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check: a field of the schema made ready for the hot loop.
 *
 * check_passes says yes only where the judge (schema_judge) would find nothing
 * and the value would leave as it is.  Everything else it leaves to the judge,
 * so that each rule has one place that decides; a unit test compares the two.
 */
#ifndef VALIDATE_CHECK_H
#define VALIDATE_CHECK_H

#include "../../lib/decimal.h"
#include "../type/shape.h"
#include "schema.h"

enum check_kind {
	CHECK_TEXT,    /* any text within the lengths */
	CHECK_SHAPE,   /* and of a shape */
	CHECK_LIST,    /* one of a few texts */
	CHECK_INTEGER, /* within int64_t bounds */
	CHECK_DECIMAL, /* of at most 18 digits, within such bounds */
	CHECK_DATE,
	CHECK_MONTH,
	CHECK_ASK /* left to the judge */
};

#define CHECK_STARTS 64

/* A list, and by check_start where in it the first text stands that a value may be. */
struct check_list {
	const struct field *items;
	size_t count;
	unsigned char starts[CHECK_STARTS];
};

struct check {
	enum check_kind kind;
	bool empty_passes;   /* an empty value is missing and may be */
	uint64_t markers[4]; /* first bytes of missing values: ask about them */
	union {
		struct {
			int64_t minimum;
			int64_t maximum;
		};
		struct {
			struct decimal low;
			struct decimal high;
		};
	};
	unsigned first; /* bounds of dates and months, as 20260314 and 202603 */
	unsigned last;
	size_t least; /* bytes that are enough, and not too much, whatever the characters */
	size_t largest;
	/* owned; apart, so that the checks stay close together */
	struct check_list *list;
	struct check_list *more; /* further values, or NULL */
	struct shape *shape;
};

void check_init(struct check *check, const struct schema_field *field);
void check_release(struct check *check);

static inline bool
check_integer(const struct check *check, struct field value)
{
	bool negative = value.data[0] == '-';
	size_t start = negative;
	int64_t number = 0;

	if (value.length - start > 18 || value.length == start)
		return false;
	for (size_t i = start; i < value.length; i++) {
		unsigned digit = (unsigned)(unsigned char)value.data[i] - '0';

		if (digit > 9)
			return false;
		number = number * 10 + digit;
	}
	if (negative)
		number = -number;
	return number >= check->minimum && number <= check->maximum;
}

static inline bool
check_decimal(const struct check *check, struct field value)
{
	struct decimal number;

	return decimal_parse(value, &number) == DECIMAL_OK
	    && decimal_compare(number, check->low) >= 0
	    && decimal_compare(number, check->high) <= 0;
}

static inline unsigned
check_pair(const char *data)
{
	return (unsigned)(data[0] - '0') * 10 + (unsigned)(data[1] - '0');
}

static inline unsigned
check_not_digit(char byte)
{
	return (unsigned)(unsigned char)byte - '0' > 9;
}

/* Whole months, and days up to the 28th, which every month has. */
static inline bool
check_period(const struct check *check, struct field value, bool day)
{
	const char *data = value.data;
	unsigned number;
	unsigned month;

	if (value.length != (day ? 10 : 7) || data[4] != '-'
	    || (check_not_digit(data[0]) | check_not_digit(data[1]) | check_not_digit(data[2])
	        | check_not_digit(data[3]) | check_not_digit(data[5]) | check_not_digit(data[6])))
		return false;
	month = check_pair(data + 5);
	number = check_pair(data) * 10000 + check_pair(data + 2) * 100 + month;
	if (month - 1 > 11)
		return false;
	if (day) {
		if (data[7] != '-' || (check_not_digit(data[8]) | check_not_digit(data[9]))
		    || check_pair(data + 8) - 1 > 27)
			return false;
		number = number * 100 + check_pair(data + 8);
	}
	return number >= check->first && number <= check->last;
}

/* Tells most texts of a short list from each other; the two factors keep those of
 * the schemas here apart. */
static inline size_t
check_start(struct field value)
{
	unsigned char first = (unsigned char)value.data[0];
	unsigned char last = (unsigned char)value.data[value.length - 1];

	return (first * 3u + last * 28u + value.length) % CHECK_STARTS;
}

static inline bool
check_listed(const struct check_list *list, struct field value)
{
	for (size_t i = list->starts[check_start(value)]; i < list->count; i++)
		if (list->items[i].length == value.length
		    && memcmp(list->items[i].data, value.data, value.length) == 0)
			return true;
	return false;
}

static inline bool
check_passes(const struct check *check, struct field value)
{
	unsigned char byte;

	if (value.length == 0)
		return check->empty_passes;
	byte = (unsigned char)value.data[0];
	if (check->markers[byte >> 6] >> (byte & 63) & 1)
		return false;
	switch (check->kind) {
	case CHECK_TEXT:
		return value.length >= check->least && value.length <= check->largest;
	case CHECK_SHAPE:
		return value.length >= check->least && value.length <= check->largest
		    && shape_match(check->shape, value);
	case CHECK_LIST:
		return check_listed(check->list, value)
		    || (check->more != NULL && check_listed(check->more, value));
	case CHECK_INTEGER:
		return check_integer(check, value);
	case CHECK_DECIMAL:
		return check_decimal(check, value);
	case CHECK_DATE:
		return check_period(check, value, true);
	case CHECK_MONTH:
		return check_period(check, value, false);
	case CHECK_ASK:
		break;
	}
	return false;
}

#endif
