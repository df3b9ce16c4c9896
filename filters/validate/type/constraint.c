/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint: the limits that a schema sets, read from it. */
#include "constraint.h"

#include "../../lib/decimal.h"

#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A fault where the constraint is given though the type does not have it. */
static bool
only_for(const struct config_node *node, bool has, const struct type *type, struct fault *fault)
{
	if (has || !config_present(node))
		return true;
	return config_fault(
	    node, fault, "a field of type %s has no such constraint", type_name(type->kind));
}

/* A JSON number as a plain decimal; 15 digits are what a double keeps. */
static bool
number_text(const struct config_node *node, const struct type *type, char out[DECIMAL_TEXT_MAX],
    struct fault *fault)
{
	struct fault ignored;
	double number = 0;
	long whole = 0;
	size_t length;

	if (config_integer(node, LONG_MIN, LONG_MAX, &whole, &ignored)) {
		snprintf(out, DECIMAL_TEXT_MAX, "%ld", whole);
		return true;
	}
	if (type->kind != TYPE_NUMBER)
		return config_fault(node, fault, "a whole number is expected");
	if (!config_number(node, &number, fault))
		return false;
	if (fabs(number) >= 1e6)
		return config_fault(node, fault, "is not exact: write it as a text");
	length = decimal_write(number, DECIMAL_SCALE_MAX, out);
	if (length == 0 || (number != 0 && fabs(number) < 1e-9))
		return config_fault(node, fault, "is not exact: write it as a text");
	return true;
}

/* A value of the field's type in the schema, added to texts. */
static bool
load_value(const struct config_node *node, const struct type *type, struct texts *texts,
    struct fault *fault)
{
	char number[DECIMAL_TEXT_MAX];
	struct type_cast cast;
	struct buffer scratch = { 0 };
	struct fault ignored;
	const char *text = NULL;
	bool truth = false;

	if (config_text(node, &text, &ignored)) {
		if (!type_cast(type, field_of(text), &scratch, &cast))
			return config_fault(
			    node, fault, "a value of type %s is expected", type_name(type->kind));
		texts_add(texts, field_of(text));
		return true;
	}
	if (type->kind == TYPE_BOOLEAN) {
		const struct texts *words;

		if (!config_bool(node, &truth, fault))
			return false;
		words = truth ? &type->yes : &type->no;
		if (words->count == 0)
			return config_fault(node, fault, "no text stands for this value");
		texts_add(texts, words->items[0]);
		return true;
	}
	if (type->kind != TYPE_INTEGER && type->kind != TYPE_NUMBER)
		return config_text(node, &text, fault);
	if (!number_text(node, type, number, fault))
		return false;
	texts_own(texts, number);
	return true;
}

static bool
load_bounds(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node minimum = config_member(constraints, "minimum");
	struct config_node maximum = config_member(constraints, "maximum");
	bool ordered = type->kind != TYPE_STRING && type->kind != TYPE_BOOLEAN;

	if (!only_for(&minimum, ordered, type, fault) || !only_for(&maximum, ordered, type, fault))
		return false;
	if (config_present(&minimum)) {
		if (!load_value(&minimum, type, &constraint->bounds, fault))
			return false;
		constraint->minimum = constraint->bounds.items[constraint->bounds.count - 1];
	}
	if (config_present(&maximum)) {
		if (!load_value(&maximum, type, &constraint->bounds, fault))
			return false;
		constraint->maximum = constraint->bounds.items[constraint->bounds.count - 1];
	}
	if (config_present(&minimum) && config_present(&maximum)
	    && type_compare(type, constraint->minimum, constraint->maximum) > 0)
		return config_fault(&minimum, fault, "is larger than the maximum");
	return true;
}

static bool
load_lengths(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node least = config_member(constraints, "minLength");
	struct config_node largest = config_member(constraints, "maxLength");
	bool text = type->kind == TYPE_STRING;
	long value = 0;

	constraint->largest_length = SIZE_MAX;
	if (!only_for(&least, text, type, fault) || !only_for(&largest, text, type, fault)
	    || !config_integer(&least, 0, LONG_MAX, &value, fault))
		return false;
	constraint->least_length = (size_t)value;
	if (!config_integer(&largest, 0, LONG_MAX, &value, fault))
		return false;
	if (config_present(&largest))
		constraint->largest_length = (size_t)value;
	if (constraint->least_length > constraint->largest_length)
		return config_fault(&least, fault, "is larger than maxLength");
	return true;
}

static bool
load_pattern(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node node = config_member(constraints, "pattern");
	struct fault inner = { 0 };

	if (!only_for(&node, type->kind == TYPE_STRING, type, fault)
	    || !config_text(&node, &constraint->pattern_source, fault))
		return false;
	if (constraint->pattern_source == NULL)
		return true;
	constraint->pattern =
	    pattern_new(field_of(constraint->pattern_source), PATTERN_WHOLE, &inner);
	return constraint->pattern != NULL || config_fault(&node, fault, "%s", inner.message);
}

static int
compare_values(const void *a, const void *b, void *type)
{
	return type_compare(type, *(const struct field *)a, *(const struct field *)b);
}

/* A code list may be long, so it is searched in its order. */
static void
order_values(struct constraint *constraint, const struct type *type)
{
	const struct texts *values = &constraint->values;
	struct type order = *type;

	if (type->kind == TYPE_BOOLEAN)
		return;
	constraint->ordered = xreallocarray(NULL, values->count, sizeof *constraint->ordered);
	memcpy(constraint->ordered, values->items, values->count * sizeof *constraint->ordered);
	qsort_r(constraint->ordered, values->count, sizeof *constraint->ordered, compare_values,
	    &order);
}

static bool
load_enum(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node node = config_member(constraints, "enum");

	constraint->listed = config_present(&node);
	if (!constraint->listed)
		return true;
	if (!config_is_array(&node) || config_size(&node) == 0)
		return config_fault(&node, fault, "an array with at least one value is expected");
	for (size_t i = 0; i < config_size(&node); i++) {
		struct config_node element = config_element(&node, i);

		if (!load_value(&element, type, &constraint->values, fault))
			return false;
	}
	order_values(constraint, type);
	return true;
}

bool
constraint_load(struct constraint *constraint, const struct type *type,
    const struct config_node *field, struct fault *fault)
{
	static const char *const keys[] = { "required", "unique", "enum", "minimum", "maximum",
		"pattern", "minLength", "maxLength", "exclusiveMinimum", "exclusiveMaximum",
		"jsonSchema", NULL };
	struct config_node node = config_member(field, "constraints");
	struct config_node required = config_member(&node, "required");
	struct config_node unique = config_member(&node, "unique");

	constraint->largest_length = SIZE_MAX;
	if (!config_present(&node))
		return true;
	if (!config_only(&node, keys, fault))
		return false;
	for (size_t i = 8; keys[i] != NULL; i++) {
		struct config_node later = config_member(&node, keys[i]);

		if (config_present(&later))
			return config_fault(&later, fault, "is not supported yet");
	}
	return config_bool(&required, &constraint->required, fault)
	    && only_for(&unique, type->kind != TYPE_BOOLEAN, type, fault)
	    && config_bool(&unique, &constraint->unique, fault)
	    && load_bounds(constraint, type, &node, fault)
	    && load_lengths(constraint, type, &node, fault)
	    && load_pattern(constraint, type, &node, fault)
	    && load_enum(constraint, type, &node, fault);
}

void
constraint_release(struct constraint *constraint)
{
	texts_release(&constraint->bounds);
	texts_release(&constraint->values);
	free(constraint->ordered);
	pattern_free(constraint->pattern);
}
