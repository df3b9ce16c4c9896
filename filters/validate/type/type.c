/* SPDX-License-Identifier: GPL-3.0-or-later */
/* type: the types of Table Schema that are known here. */
#include "type.h"

#include "../../lib/date.h"

static const char *const names[] = { "string", "integer", "number", "boolean", "date", "yearmonth",
	"any", "datetime", "time", "year", "duration", "list", "object", "array", "geopoint",
	"geojson", NULL };
#define FIRST_NESTED 12 /* from here on: not for a flat file */

const char *
type_name(enum type_kind kind)
{
	return names[kind];
}

static bool
load_words(struct texts *texts, const struct config_node *field, const char *key,
    const char *const *defaults, bool boolean, struct fault *fault)
{
	struct config_node node = config_member(field, key);

	if (config_present(&node)) {
		if (!boolean)
			return config_fault(&node, fault, "only a boolean has such a list");
		return texts_load(texts, &node, false, fault);
	}
	for (; boolean && *defaults != NULL; defaults++)
		texts_add(texts, field_of(*defaults));
	return true;
}

bool
type_load(struct type *type, const struct config_node *field, struct fault *fault)
{
	static const char *const yes[] = { "true", "True", "TRUE", "1", NULL };
	static const char *const no[] = { "false", "False", "FALSE", "0", NULL };
	struct config_node node = config_member(field, "type");
	struct config_node format = config_member(field, "format");
	const char *form = "default";
	size_t kind = TYPE_STRING;

	if (!config_choice(&node, names, &kind, fault))
		return false;
	if (kind >= FIRST_NESTED)
		return config_fault(
		    &node, fault, "type '%s' is not supported: a CSV file is flat", names[kind]);
	if (kind >= TYPE_KINDS)
		return config_fault(&node, fault, "type '%s' is not supported yet", names[kind]);
	type->kind = (enum type_kind)kind;
	if (!config_text(&format, &form, fault))
		return false;
	if (strcmp(form, "default") != 0)
		return config_fault(
		    &format, fault, "formats other than 'default' are not supported yet");
	if (!load_words(&type->yes, field, "trueValues", yes, kind == TYPE_BOOLEAN, fault)
	    || !load_words(&type->no, field, "falseValues", no, kind == TYPE_BOOLEAN, fault))
		return false;
	for (size_t i = 0; i < type->yes.count; i++)
		if (texts_hold(&type->no, type->yes.items[i]))
			return config_fault(field, fault, "a value is both true and false");
	return true;
}

void
type_release(struct type *type)
{
	texts_release(&type->yes);
	texts_release(&type->no);
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static size_t
skip_digits(struct field value, size_t at)
{
	while (at < value.length && is_digit(value.data[at]))
		at++;
	return at;
}

static size_t
skip_sign(struct field value)
{
	return value.length != 0 && (value.data[0] == '-' || value.data[0] == '+');
}

static bool
is_integer(struct field value)
{
	size_t start = skip_sign(value);

	return start < value.length && skip_digits(value, start) == value.length;
}

static bool
is_number(struct field value)
{
	size_t start = skip_sign(value);
	size_t at = skip_digits(value, start);

	if (at == start || at == value.length)
		return at != start;
	return value.data[at] == '.' && at + 1 < value.length
	    && skip_digits(value, at + 1) == value.length;
}

bool
type_looks_exponential(struct field value)
{
	size_t start = skip_sign(value);
	size_t at = skip_digits(value, start);
	size_t digits;

	if (at == start)
		return false;
	if (at < value.length && value.data[at] == '.')
		at = skip_digits(value, at + 1);
	if (at == value.length || (value.data[at] != 'E' && value.data[at] != 'e'))
		return false;
	at++;
	if (at < value.length && (value.data[at] == '+' || value.data[at] == '-'))
		at++;
	digits = at;
	at = skip_digits(value, at);
	return at != digits && at == value.length;
}

/* The form counts, '9' standing for any digit. */
static bool
has_form(struct field value, const char *form)
{
	if (value.length != strlen(form))
		return false;
	for (size_t i = 0; i < value.length; i++)
		if (form[i] == '9' ? !is_digit(value.data[i]) : value.data[i] != form[i])
			return false;
	return true;
}

static bool
is_date_separator(char byte)
{
	return byte == '/' || byte == '-' || byte == '.';
}

/* 14/03/2026, 3.4.26 and the like. */
static bool
is_day_first(struct field value)
{
	size_t first = skip_digits(value, 0);
	size_t second;
	size_t third;

	if (first == 0 || first > 2 || first == value.length
	    || !is_date_separator(value.data[first]))
		return false;
	second = skip_digits(value, first + 1);
	if (second == first + 1 || second > first + 3 || second == value.length
	    || value.data[second] != value.data[first])
		return false;
	third = skip_digits(value, second + 1);
	return third == value.length && (third - second == 3 || third - second == 5);
}

static enum finding_code
date_finding(struct field value)
{
	if (has_form(value, "9999-99-99"))
		return FINDING_NO_SUCH_DAY;
	if (has_form(value, "99999"))
		return FINDING_SERIAL_DATE;
	return is_day_first(value) ? FINDING_DATE_ORDER : FINDING_DATE;
}

static struct field
trim(const struct type *type, struct field value)
{
	if (type->kind != TYPE_INTEGER && type->kind != TYPE_NUMBER)
		return value;
	return field_trim(value);
}

static bool
judge(const struct type *type, struct field value, enum finding_code *code)
{
	struct date date;

	switch (type->kind) {
	case TYPE_INTEGER:
		*code = type_looks_exponential(value) ? FINDING_EXPONENT : FINDING_INTEGER;
		return is_integer(value);
	case TYPE_NUMBER:
		*code = type_looks_exponential(value) ? FINDING_EXPONENT : FINDING_NUMBER;
		return is_number(value);
	case TYPE_BOOLEAN:
		*code = FINDING_BOOLEAN;
		return texts_hold(&type->yes, value) || texts_hold(&type->no, value);
	case TYPE_DATE:
		*code = date_finding(value);
		return date_parse(value, &date);
	case TYPE_YEARMONTH:
		*code = has_form(value, "9999-99") ? FINDING_NO_SUCH_DAY : FINDING_YEARMONTH;
		return date_parse_month(value, &date);
	case TYPE_STRING:
	case TYPE_KINDS:
		break;
	}
	return true;
}

bool
type_cast(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast)
{
	(void)scratch;
	cast->canonical = trim(type, value);
	cast->code = FINDING_NONE;
	if (!judge(type, cast->canonical, &cast->code))
		return false;
	cast->code = cast->canonical.length != value.length ? FINDING_TRIMMED : FINDING_NONE;
	return true;
}

/* A decimal taken apart: no sign, no leading zeros, no zeros at its end. */
struct parts {
	struct field whole;
	struct field fraction;
	bool negative;
};

static struct parts
take_apart(struct field value)
{
	struct parts parts = { .negative = value.data[0] == '-' };
	size_t start = skip_sign(value);
	size_t point = skip_digits(value, start);

	while (start < point && value.data[start] == '0')
		start++;
	parts.whole = (struct field){ value.data + start, point - start };
	if (point < value.length) {
		size_t end = value.length;

		while (value.data[end - 1] == '0')
			end--;
		parts.fraction = (struct field){ value.data + point + 1, end - point - 1 };
	}
	if (parts.whole.length == 0 && parts.fraction.length == 0)
		parts.negative = false;
	return parts;
}

static int
compare_decimals(struct field a, struct field b)
{
	struct parts left = take_apart(a);
	struct parts right = take_apart(b);
	int order;

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

int
type_compare(const struct type *type, struct field a, struct field b)
{
	if (type->kind == TYPE_INTEGER || type->kind == TYPE_NUMBER)
		return compare_decimals(a, b);
	return field_compare(a, b); /* ISO dates and months order as their texts do */
}

bool
type_equal(const struct type *type, struct field a, struct field b)
{
	if (type->kind == TYPE_BOOLEAN)
		return texts_hold(&type->yes, a) == texts_hold(&type->yes, b);
	return type_compare(type, a, b) == 0;
}

void
type_key(const struct type *type, struct field value, struct buffer *out)
{
	struct parts parts;

	if (type->kind == TYPE_BOOLEAN) {
		buffer_append(out, texts_hold(&type->yes, value) ? "1" : "0", 1);
		return;
	}
	if (type->kind != TYPE_INTEGER && type->kind != TYPE_NUMBER) {
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
