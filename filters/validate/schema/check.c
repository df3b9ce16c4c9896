/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: a field of the schema made ready for the hot loop. */
#include "check.h"

#include "judge.h"

#include <limits.h>
#include <stdlib.h>

#define UTF8_BYTES_MAX 4
#define LIST_MAX       32 /* a longer list is searched by the judge */

/* The bounds as numbers; false when they do not fit. */
static bool
integer_bounds(struct check *check, const struct constraint *constraint)
{
	int64_t over = INT64_MIN;
	int64_t under = INT64_MAX;

	check->minimum = INT64_MIN;
	check->maximum = INT64_MAX;
	if ((constraint->minimum.data != NULL
	        && !field_to_integer(constraint->minimum, &check->minimum))
	    || (constraint->maximum.data != NULL
	        && !field_to_integer(constraint->maximum, &check->maximum))
	    || (constraint->exclusive_minimum.data != NULL
	        && !field_to_integer(constraint->exclusive_minimum, &over))
	    || (constraint->exclusive_maximum.data != NULL
	        && !field_to_integer(constraint->exclusive_maximum, &under)))
		return false;
	/* a value of check_integer has 18 digits: the ends of the range are out of its reach */
	if (over != INT64_MIN && over >= check->minimum)
		check->minimum = over == INT64_MAX ? over : over + 1;
	if (under != INT64_MAX && under <= check->maximum)
		check->maximum = under == INT64_MIN ? under : under - 1;
	return true;
}

static bool
decimal_bounds(struct check *check, const struct constraint *constraint)
{
	const int64_t most = INT64_C(999999999999999999);

	check->low = (struct decimal){ .digits = -most };
	check->high = (struct decimal){ .digits = most };
	return constraint->exclusive_minimum.data == NULL
	    && constraint->exclusive_maximum.data == NULL
	    && (constraint->minimum.data == NULL
	        || decimal_parse(constraint->minimum, &check->low) == DECIMAL_OK)
	    && (constraint->maximum.data == NULL
	        || decimal_parse(constraint->maximum, &check->high) == DECIMAL_OK);
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
	text_bounds(check, constraint);
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
period_kind(struct check *check, const struct constraint *constraint, bool day)
{
	/* year 0000 is left to the judge */
	const unsigned year_one = day ? 10101 : 101;
	unsigned over = period_number(constraint->exclusive_minimum, 0);
	unsigned under = period_number(constraint->exclusive_maximum, UINT_MAX);

	check->first = period_number(constraint->minimum, year_one);
	check->last = period_number(constraint->maximum, UINT_MAX);
	if (over >= check->first)
		check->first = over + 1;
	if (under <= check->last)
		check->last = under - 1;
	return day ? CHECK_DATE : CHECK_MONTH;
}

/* The judge has nothing against any of the values of a short list. */
static bool
all_pass(const struct schema_field *field, const struct texts *values)
{
	struct buffer scratch = { 0 };
	bool good = values->count <= LIST_MAX;

	for (size_t i = 0; good && i < values->count; i++) {
		struct judgement judgement;

		schema_judge(field, values->items[i], &scratch, &judgement);
		good = judgement.state == CELL_VALUE && judgement.count == 0
		    && judgement.note == FINDING_NONE;
	}
	buffer_release(&scratch);
	return good;
}

static struct check_list *
new_list(const struct texts *values)
{
	struct check_list *list = xcalloc(1, sizeof *list);

	list->items = values->items;
	list->count = values->count;
	memset(list->starts, LIST_MAX, sizeof list->starts);
	/* an empty text is no value: it passes or not before any list is asked */
	for (size_t i = values->count; i-- > 0;)
		if (values->items[i].length != 0)
			list->starts[check_start(values->items[i])] = (unsigned char)i;
	return list;
}

static enum check_kind
list_kind(struct check *check, const struct schema_field *field, const struct texts *values,
    const struct texts *more)
{
	if (!all_pass(field, values) || (more != NULL && !all_pass(field, more)))
		return CHECK_ASK;
	check->list = new_list(values);
	check->more = more != NULL ? new_list(more) : NULL;
	return CHECK_LIST;
}

static enum check_kind
kind_of(struct check *check, const struct schema_field *field)
{
	const struct constraint *constraint = &field->constraint;
	const struct type *type = &field->type;

	if (constraint->listed)
		return list_kind(check, field, &constraint->values, NULL);
	if (constraint->categorised)
		return list_kind(check, field, &constraint->categories, NULL);
	switch (type->kind) {
	case TYPE_STRING:
	case TYPE_ANY:
		return type->format == FORMAT_DEFAULT ? text_kind(check, constraint) : CHECK_ASK;
	case TYPE_INTEGER:
		return integer_bounds(check, constraint) ? CHECK_INTEGER : CHECK_ASK;
	case TYPE_NUMBER:
		return strcmp(number_point(&type->number), ".") == 0
		        && decimal_bounds(check, constraint)
		    ? CHECK_DECIMAL
		    : CHECK_ASK;
	case TYPE_BOOLEAN:
		return list_kind(check, field, &type->yes, &type->no);
	case TYPE_DATE:
		return type->layout == NULL ? period_kind(check, constraint, true) : CHECK_ASK;
	case TYPE_YEARMONTH:
		return period_kind(check, constraint, false);
	case TYPE_DATETIME:
	case TYPE_TIME:
	case TYPE_YEAR:
	case TYPE_DURATION:
	case TYPE_LIST:
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
	free(check->list);
	free(check->more);
	free(check->shape);
}
