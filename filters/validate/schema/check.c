/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: a field of the schema made ready for the hot loop. */
#include "check.h"

#include <limits.h>
#include <stdlib.h>

#define UTF8_BYTES_MAX 4
#define LIST_MAX       32 /* a longer list is searched by the judge */

/* The bounds as numbers; false when they do not fit. */
static bool
integer_bounds(struct check *check, const struct constraint *constraint)
{
	check->minimum = INT64_MIN;
	check->maximum = INT64_MAX;
	return (constraint->minimum.data == NULL
	           || field_to_integer(constraint->minimum, &check->minimum))
	    && (constraint->maximum.data == NULL
	        || field_to_integer(constraint->maximum, &check->maximum));
}

/* So many bytes hold enough characters, and so many not too many. */
static void
text_bounds(struct check *check, const struct constraint *constraint)
{
	check->least = constraint->least_length;
	if (check->least > 1)
		check->least = check->least > SIZE_MAX / UTF8_BYTES_MAX
		    ? SIZE_MAX
		    : (check->least - 1) * UTF8_BYTES_MAX + 1;
	check->largest = constraint->largest_length;
}

static enum check_kind
text_kind(struct check *check, const struct constraint *constraint)
{
	bool lengths = constraint->least_length > 0 || constraint->largest_length < SIZE_MAX;

	text_bounds(check, constraint);
	if (constraint->listed) {
		check->values = &constraint->values;
		return lengths || constraint->pattern != NULL || constraint->values.count > LIST_MAX
		    ? CHECK_ASK
		    : CHECK_LIST;
	}
	if (constraint->pattern == NULL)
		return CHECK_TEXT;
	check->shape = xcalloc(1, sizeof *check->shape);
	return shape_compile(check->shape, field_of(constraint->pattern_source)) ? CHECK_SHAPE
	                                                                         : CHECK_ASK;
}

/* The digits of a date or month in the schema. */
static unsigned
period_number(struct field period, unsigned otherwise)
{
	unsigned number = 0;

	if (period.data == NULL)
		return otherwise;
	for (size_t i = 0; i < period.length; i++)
		if (period.data[i] != '-')
			number = number * 10 + (unsigned)(period.data[i] - '0');
	return number;
}

static enum check_kind
kind_of(struct check *check, const struct schema_field *field)
{
	const struct constraint *constraint = &field->constraint;
	bool day = field->type.kind == TYPE_DATE;

	if (field->type.kind == TYPE_STRING)
		return text_kind(check, constraint);
	if (constraint->listed)
		return CHECK_ASK;
	switch (field->type.kind) {
	case TYPE_INTEGER:
		return integer_bounds(check, constraint) ? CHECK_INTEGER : CHECK_ASK;
	case TYPE_DATE:
	case TYPE_YEARMONTH:
		/* year 0000 is left to the judge */
		check->first = period_number(constraint->minimum, day ? 10101 : 101);
		check->last = period_number(constraint->maximum, UINT_MAX);
		return day ? CHECK_DATE : CHECK_MONTH;
	case TYPE_STRING:
	case TYPE_NUMBER:
	case TYPE_BOOLEAN:
	case TYPE_KINDS:
		break;
	}
	return CHECK_ASK;
}

void
check_init(struct check *check, const struct schema_field *field)
{
	*check = (struct check){ 0 };
	check->kind = kind_of(check, field);
	for (size_t i = 0; i < field->missing.count; i++) {
		struct field item = field->missing.items[i];

		if (item.length == 0) {
			check->empty_passes = !schema_field_required(field);
		} else {
			unsigned char byte = (unsigned char)item.data[0];

			check->markers[byte >> 6] |= (uint64_t)1 << (byte & 63);
		}
	}
}

void
check_release(struct check *check)
{
	free(check->shape);
}
