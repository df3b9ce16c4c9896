/* SPDX-License-Identifier: GPL-3.0-or-later */
/* type: what a value is, and what it becomes. */
#include "type.h"

#include "../../lib/ascii.h"
#include "../../lib/date.h"
#include "duration.h"
#include "list.h"

bool
type_is_ordered(enum type_kind kind)
{
	return kind != TYPE_STRING && kind != TYPE_BOOLEAN && kind != TYPE_ANY && kind != TYPE_LIST;
}

static bool
cast_number(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast)
{
	bool whole = type->kind == TYPE_INTEGER;
	struct field trimmed = field_trim(value);

	if (!number_cast(&type->number, whole, trimmed, scratch, cast)) {
		cast->code = !whole                  ? FINDING_NUMBER
		    : number_is_exponential(trimmed) ? FINDING_EXPONENT
		                                     : FINDING_INTEGER;
		return false;
	}
	if (cast->code == FINDING_NONE && trimmed.length != value.length)
		cast->code = FINDING_TRIMMED;
	return true;
}

static enum moment_kind
moment_kind(enum type_kind kind)
{
	return kind == TYPE_DATE ? MOMENT_DATE : kind == TYPE_TIME ? MOMENT_TIME : MOMENT_DATETIME;
}

/* What a value looks like that is no moment of the type's form. */
static enum finding_code
moment_finding(const struct type *type, enum moment_verdict verdict, struct field value)
{
	enum moment_kind kind = moment_kind(type->kind);

	if (verdict == MOMENT_NO_SUCH_DAY)
		return FINDING_NO_SUCH_DAY;
	if (moment_is_serial(kind, value))
		return FINDING_SERIAL_DATE;
	if ((type->layout == NULL || layout_is_year_first(type->layout))
	    && moment_is_day_first(kind, value))
		return FINDING_DATE_ORDER;
	return kind == MOMENT_DATE ? FINDING_DATE
	    : kind == MOMENT_TIME  ? FINDING_TIME
	                           : FINDING_DATETIME;
}

static bool
cast_moment(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast)
{
	enum moment_kind kind = moment_kind(type->kind);
	struct moment moment;
	enum moment_verdict verdict;
	bool moved = type->layout != NULL;

	verdict = type->layout != NULL ? layout_parse(type->layout, value, &moment)
	                               : moment_parse(kind, value, &moment, &moved);
	if (verdict != MOMENT_GOOD) {
		cast->code = moment_finding(type, verdict, value);
		return false;
	}
	if (!moved)
		return true;
	moment_write(kind, &moment, scratch);
	if (field_equals((struct field){ scratch->data, scratch->length }, value))
		return true;
	cast->canonical = (struct field){ scratch->data, scratch->length };
	cast->code = FINDING_DATE_REWRITTEN;
	return true;
}

static bool
cast_month(struct field value, struct type_cast *cast)
{
	struct date date;

	if (date_parse_month(value, &date))
		return true;
	cast->code = FINDING_YEARMONTH;
	if (value.length == 7 && value.data[4] == '-' && ascii_is_digit(value.data[5])
	    && ascii_is_digit(value.data[6]) && ascii_is_digit(value.data[0])
	    && ascii_is_digit(value.data[1]) && ascii_is_digit(value.data[2])
	    && ascii_is_digit(value.data[3]))
		cast->code = FINDING_NO_SUCH_DAY;
	return false;
}

static bool
cast_year(struct field value, struct type_cast *cast)
{
	cast->code = FINDING_YEAR;
	if (value.length != 4 || field_is(value, "0000"))
		return false;
	for (size_t i = 0; i < value.length; i++)
		if (!ascii_is_digit(value.data[i]))
			return false;
	cast->code = FINDING_NONE;
	return true;
}

static bool
cast_string(enum format format, struct field value, struct type_cast *cast)
{
	static const struct {
		bool (*is)(struct field);
		enum finding_code code;
	} formats[] = {
		/* the default form is any text */
		[FORMAT_EMAIL] = { format_is_email, FINDING_EMAIL },
		[FORMAT_URI] = { format_is_uri, FINDING_URI },
		[FORMAT_BINARY] = { format_is_binary, FINDING_BINARY },
		[FORMAT_UUID] = { format_is_uuid, FINDING_UUID },
	};

	if (formats[format].is == NULL || formats[format].is(value))
		return true;
	cast->code = formats[format].code;
	return false;
}

static bool
check(bool good, enum finding_code code, struct type_cast *cast)
{
	if (!good)
		cast->code = code;
	return good;
}

bool
type_cast(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast)
{
	*cast = (struct type_cast){ value, FINDING_NONE };
	switch (type->kind) {
	case TYPE_STRING:
		return cast_string(type->format, value, cast);
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		return cast_number(type, value, scratch, cast);
	case TYPE_BOOLEAN:
		return check(texts_hold(&type->yes, value) || texts_hold(&type->no, value),
		    FINDING_BOOLEAN, cast);
	case TYPE_DATE:
	case TYPE_DATETIME:
	case TYPE_TIME:
		return cast_moment(type, value, scratch, cast);
	case TYPE_YEARMONTH:
		return cast_month(value, cast);
	case TYPE_YEAR:
		return cast_year(value, cast);
	case TYPE_DURATION:
		return check(duration_is(value), FINDING_DURATION, cast);
	case TYPE_LIST:
		return list_cast(type, value, scratch, cast);
	case TYPE_ANY:
	case TYPE_KINDS:
		break;
	}
	return true;
}

int
type_compare(const struct type *type, struct field a, struct field b)
{
	switch (type->kind) {
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		return number_compare(a, b);
	case TYPE_DATETIME:
	case TYPE_TIME:
		return moment_compare(moment_kind(type->kind), a, b);
	case TYPE_DURATION:
		return duration_compare(a, b);
	case TYPE_LIST:
		return list_compare(type, a, b);
	case TYPE_DATE:
	case TYPE_YEARMONTH:
	case TYPE_YEAR: /* years have four digits: these order as their texts do */
	case TYPE_STRING:
	case TYPE_BOOLEAN:
	case TYPE_ANY:
	case TYPE_KINDS:
		break;
	}
	return field_compare(a, b);
}

bool
type_equal(const struct type *type, struct field a, struct field b)
{
	if (type->kind == TYPE_BOOLEAN)
		return texts_hold(&type->yes, a) == texts_hold(&type->yes, b);
	if (type->kind == TYPE_LIST)
		return list_equal(type, a, b);
	return type_compare(type, a, b) == 0;
}

void
type_key(const struct type *type, struct field value, struct buffer *out)
{
	switch (type->kind) {
	case TYPE_BOOLEAN:
		buffer_append(out, texts_hold(&type->yes, value) ? "1" : "0", 1);
		return;
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		number_key(value, out);
		return;
	case TYPE_DATETIME:
	case TYPE_TIME:
		moment_key(moment_kind(type->kind), value, out);
		return;
	case TYPE_DURATION:
		duration_key(value, out);
		return;
	case TYPE_LIST:
		list_key(type, value, out);
		return;
	case TYPE_DATE:
	case TYPE_YEARMONTH:
	case TYPE_YEAR:
	case TYPE_STRING:
	case TYPE_ANY:
	case TYPE_KINDS:
		break;
	}
	buffer_append(out, value.data, value.length);
}
