/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint_value: values of a field's type in the schema. */
#include "constraint_value.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define NUMBER_TEXT_MAX 32

/* Casts by the field's own form, then by the default one. */
static bool
cast_text(const struct type *type, struct field text, struct texts *texts)
{
	struct type plain = { .kind = type->kind };
	struct buffer scratch = { 0 };
	struct type_cast cast;
	bool good = type_cast(type, text, &scratch, &cast);

	if (!good && type->layout != NULL) {
		buffer_clear(&scratch);
		good = type_cast(&plain, text, &scratch, &cast);
	}
	if (good)
		texts_own(texts, cast.canonical);
	buffer_release(&scratch);
	return good;
}

/* A JSON number as a plain decimal.  15 digits are what a double keeps of any
 * decimal, so a number of more is not what was written. */
static bool
load_number(const struct config_node *node, const struct type *type, struct texts *texts,
    struct fault *fault)
{
	struct type plain = { .kind = type->kind };
	char text[NUMBER_TEXT_MAX];
	struct fault ignored;
	double number = 0;
	long whole = 0;

	if (config_integer(node, LONG_MIN, LONG_MAX, &whole, &ignored)) {
		snprintf(text, sizeof text, type->kind == TYPE_YEAR ? "%04ld" : "%ld", whole);
		return cast_text(&plain, field_of(text), texts)
		    || config_fault(
		        node, fault, "a value of type %s is expected", type_name(type->kind));
	}
	if (type->kind != TYPE_NUMBER)
		return config_integer(node, LONG_MIN, LONG_MAX, &whole, fault);
	if (!config_number(node, &number, fault))
		return false;
	snprintf(text, sizeof text, "%.15g", number);
	return (!(strtod(text, NULL) < number) && !(strtod(text, NULL) > number)
	           && cast_text(&plain, field_of(text), texts))
	    || config_fault(node, fault, "is not exact: write it as a text");
}

bool
constraint_value_load(const struct config_node *node, const struct type *type, struct texts *texts,
    struct fault *fault)
{
	struct fault ignored;
	const char *text = NULL;
	bool truth = false;

	if (config_text(node, &text, &ignored))
		return cast_text(type, field_of(text), texts)
		    || config_fault(
		        node, fault, "a value of type %s is expected", type_name(type->kind));
	switch (type->kind) {
	case TYPE_BOOLEAN:
		if (!config_bool(node, &truth, fault))
			return false;
		texts_add(texts, truth ? type->yes.items[0] : type->no.items[0]);
		return true;
	case TYPE_INTEGER:
	case TYPE_NUMBER:
	case TYPE_YEAR:
		return load_number(node, type, texts, fault);
	default:
		return config_text(node, &text, fault);
	}
}

static int
compare_values(const void *a, const void *b, void *type)
{
	return type_compare(type, *(const struct field *)a, *(const struct field *)b);
}

/* A code list may be long, so it is searched in its order. */
struct field *
constraint_value_order(const struct texts *values, const struct type *type)
{
	struct type order = *type;
	struct field *ordered;

	/* booleans (in a list too) have no order but that of their words */
	if (type->kind == TYPE_BOOLEAN || type->kind == TYPE_LIST)
		return NULL;
	ordered = xreallocarray(NULL, values->count, sizeof *ordered);
	memcpy(ordered, values->items, values->count * sizeof *ordered);
	qsort_r(ordered, values->count, sizeof *ordered, compare_values, &order);
	return ordered;
}

bool
constraint_value_hold(const struct texts *values, const struct field *ordered,
    const struct type *type, struct field value)
{
	size_t first = 0;
	size_t end = values->count;

	if (ordered == NULL) {
		while (first < end && !type_equal(type, values->items[first], value))
			first++;
		return first < end;
	}
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = type_compare(type, value, ordered[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			end = middle;
		else
			first = middle + 1;
	}
	return false;
}
