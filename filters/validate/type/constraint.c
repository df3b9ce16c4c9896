/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint: the limits that a schema sets, read from it. */
#include "constraint.h"

#include "constraint_value.h"

#include <limits.h>
#include <stdint.h>
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

static bool
load_bound(struct constraint *constraint, const struct type *type, const struct config_node *node,
    struct field *bound, struct fault *fault)
{
	if (!only_for(node, type_is_ordered(type->kind), type, fault))
		return false;
	if (!config_present(node))
		return true;
	if (!constraint_value_load(node, type, &constraint->bounds, fault))
		return false;
	*bound = constraint->bounds.items[constraint->bounds.count - 1];
	return type->kind != TYPE_NUMBER || !number_is_nan(*bound)
	    || config_fault(node, fault, "NaN is no bound");
}

/* No value can be in the bounds. */
static bool
is_empty(const struct type *type, struct field low, struct field high, bool exclusive)
{
	int order;

	if (low.data == NULL || high.data == NULL)
		return false;
	order = type_compare(type, low, high);
	return order > 0 || (order == 0 && exclusive);
}

static bool
load_bounds(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node minimum = config_member(constraints, "minimum");
	struct config_node maximum = config_member(constraints, "maximum");
	struct config_node over = config_member(constraints, "exclusiveMinimum");
	struct config_node under = config_member(constraints, "exclusiveMaximum");

	if (!load_bound(constraint, type, &minimum, &constraint->minimum, fault)
	    || !load_bound(constraint, type, &maximum, &constraint->maximum, fault)
	    || !load_bound(constraint, type, &over, &constraint->exclusive_minimum, fault)
	    || !load_bound(constraint, type, &under, &constraint->exclusive_maximum, fault))
		return false;
	if (is_empty(type, constraint->minimum, constraint->maximum, false))
		return config_fault(&minimum, fault, "is larger than the maximum");
	if (is_empty(type, constraint->minimum, constraint->exclusive_maximum, true))
		return config_fault(&minimum, fault, "is not under exclusiveMaximum");
	if (is_empty(type, constraint->exclusive_minimum, constraint->maximum, true))
		return config_fault(&over, fault, "is not under the maximum");
	if (is_empty(type, constraint->exclusive_minimum, constraint->exclusive_maximum, true))
		return config_fault(&over, fault, "is not under exclusiveMaximum");
	return true;
}

static bool
load_lengths(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node least = config_member(constraints, "minLength");
	struct config_node largest = config_member(constraints, "maxLength");
	bool has = type->kind == TYPE_STRING || type->kind == TYPE_LIST;
	long value = 0;

	if (!only_for(&least, has, type, fault) || !only_for(&largest, has, type, fault)
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

/* An array with at least one value. */
static bool
check_array(const struct config_node *node, struct fault *fault)
{
	return (config_is_array(node) && config_size(node) != 0)
	    || config_fault(node, fault, "an array with at least one value is expected");
}

static bool
load_enum(struct constraint *constraint, const struct type *type,
    const struct config_node *constraints, struct fault *fault)
{
	struct config_node node = config_member(constraints, "enum");

	constraint->listed = config_present(&node);
	if (!constraint->listed)
		return true;
	if (!check_array(&node, fault))
		return false;
	for (size_t i = 0; i < config_size(&node); i++) {
		struct config_node element = config_element(&node, i);

		if (!constraint_value_load(&element, type, &constraint->values, fault))
			return false;
		if (constraint->categorised
		    && !constraint_value_hold(&constraint->categories,
		        constraint->ordered_categories, type, constraint->values.items[i]))
			return config_fault(&element, fault, "is none of the categories");
	}
	constraint->ordered = constraint_value_order(&constraint->values, type);
	return true;
}

/* The value of a category, whose label has to be its own. */
static bool
load_category(struct constraint *constraint, const struct type *type,
    const struct config_node *element, struct texts *labels, struct fault *fault)
{
	static const char *const keys[] = { "value", "label", NULL };
	struct config_node value = *element;
	const char *label = NULL;

	if (config_is_object(element)) {
		struct config_node node = config_member(element, "label");

		value = config_member(element, "value");
		if (!config_only(element, keys, fault) || !config_text(&node, &label, fault))
			return false;
		if (!config_present(&value))
			return config_fault(element, fault, "has no value");
		if (label != NULL && texts_hold(labels, field_of(label)))
			return config_fault(&node, fault, "stands twice in the list");
		if (label != NULL)
			texts_add(labels, field_of(label));
	}
	return constraint_value_load(&value, type, &constraint->categories, fault);
}

static bool
load_categories(struct constraint *constraint, const struct type *type,
    const struct config_node *field, struct fault *fault)
{
	struct config_node node = config_member(field, "categories");
	struct config_node order = config_member(field, "categoriesOrdered");
	struct texts labels = { 0 };
	bool ordered = false;
	bool good = true;

	if (!config_bool(&order, &ordered, fault))
		return false;
	constraint->categorised = config_present(&node);
	if (!constraint->categorised)
		return !config_present(&order)
		    || config_fault(&order, fault, "there are no categories to be ordered");
	if (!check_array(&node, fault))
		return false;
	for (size_t i = 0; good && i < config_size(&node); i++) {
		struct config_node element = config_element(&node, i);

		good = load_category(constraint, type, &element, &labels, fault);
	}
	texts_release(&labels);
	if (!good)
		return false;
	constraint->ordered_categories = constraint_value_order(&constraint->categories, type);
	for (size_t i = 1; i < constraint->categories.count; i++)
		if (type_equal(type, constraint->ordered_categories[i - 1],
		        constraint->ordered_categories[i]))
			return config_fault(&node, fault, "a value stands twice in the list");
	return true;
}

static bool
load_constraints(struct constraint *constraint, const struct type *type,
    const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "required", "unique", "enum", "minimum", "maximum",
		"pattern", "minLength", "maxLength", "exclusiveMinimum", "exclusiveMaximum",
		"jsonSchema", NULL };
	struct config_node required = config_member(node, "required");
	struct config_node unique = config_member(node, "unique");
	struct config_node nested = config_member(node, "jsonSchema");

	if (!config_only(node, keys, fault))
		return false;
	if (config_present(&nested))
		return config_fault(&nested, fault, "is not supported: a CSV file is flat");
	return config_bool(&required, &constraint->required, fault)
	    && only_for(&unique, type->kind != TYPE_BOOLEAN, type, fault)
	    && config_bool(&unique, &constraint->unique, fault)
	    && load_bounds(constraint, type, node, fault)
	    && load_lengths(constraint, type, node, fault)
	    && load_pattern(constraint, type, node, fault)
	    && load_enum(constraint, type, node, fault);
}

bool
constraint_load(struct constraint *constraint, const struct type *type,
    const struct config_node *field, struct fault *fault)
{
	struct config_node node = config_member(field, "constraints");

	constraint->largest_length = SIZE_MAX;
	return load_categories(constraint, type, field, fault)
	    && (!config_present(&node) || load_constraints(constraint, type, &node, fault));
}

void
constraint_release(struct constraint *constraint)
{
	texts_release(&constraint->bounds);
	texts_release(&constraint->values);
	texts_release(&constraint->categories);
	free(constraint->ordered);
	free(constraint->ordered_categories);
	pattern_free(constraint->pattern);
}
