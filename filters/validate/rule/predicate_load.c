/* SPDX-License-Identifier: GPL-3.0-or-later */
/* predicate: read from the schema, with all that could be wrong with it said. */
#include "operand.h"
#include "predicate.h"

#include "../type/constraint_value.h"

#include <stdlib.h>

/* The members of a predicate. */
static const char *const keys[] = { "field", "op", "value", "otherField", "values", "pattern",
	"minimum", "maximum", "all", "any", "not", NULL };
enum key {
	KEY_FIELD = 1 << 0,
	KEY_OP = 1 << 1,
	KEY_VALUE = 1 << 2,
	KEY_OTHER = 1 << 3,
	KEY_VALUES = 1 << 4,
	KEY_PATTERN = 1 << 5,
	KEY_MINIMUM = 1 << 6,
	KEY_MAXIMUM = 1 << 7
};
#define COMPARED (KEY_VALUE | KEY_OTHER)
#define BETWEEN  (KEY_OTHER | KEY_MINIMUM | KEY_MAXIMUM)

static const char *const ops[] = { "eq", "ne", "lt", "le", "gt", "ge", "in", "blank", "present",
	"matches", "days", NULL };
/* What each of them may have beside field and op. */
static const unsigned op_keys[] = { COMPARED, COMPARED, COMPARED, COMPARED, COMPARED, COMPARED,
	KEY_VALUES, 0, 0, KEY_PATTERN, BETWEEN };

struct loader {
	struct predicate *predicate;
	const struct schema *schema;
	struct fault *fault;
};

/* The node has no member that its op does not know. */
static bool
check_members(const struct config_node *node, enum predicate_op op, struct fault *fault)
{
	unsigned allowed = KEY_FIELD | KEY_OP | op_keys[op];

	for (size_t i = 0; keys[i] != NULL; i++) {
		struct config_node member = config_member(node, keys[i]);

		if (config_present(&member) && (allowed >> i & 1) == 0)
			return config_fault(
			    &member, fault, "does not stand beside op '%s'", ops[op]);
	}
	return true;
}

/* The type lets the op be, with a value or another field. */
static bool
check_type(const struct predicate_node *node, const struct config_node *op, struct fault *fault)
{
	bool good = true;

	if (node->op >= PREDICATE_LT && node->op <= PREDICATE_GE)
		good = type_is_ordered(node->type->kind);
	else if (node->op == PREDICATE_MATCHES)
		good = node->type->kind == TYPE_STRING;
	else if (node->op == PREDICATE_DAYS)
		good = operand_dated(node->type);
	return good
	    || config_fault(op, fault, "op '%s' is not for a field of type %s", ops[node->op],
	        type_name(node->type->kind));
}

static bool
load_other(struct loader *loader, const struct config_node *other, struct predicate_node *node)
{
	bool alike;

	if (!schema_find(loader->schema, other, &node->other, loader->fault))
		return false;
	node->other_type = &loader->schema->fields[node->other].type;
	alike = node->op == PREDICATE_DAYS ? operand_dated(node->other_type)
	                                   : operand_alike(node->type, node->other_type);
	if (alike) {
		/* what is said of NaN holds for either */
		if (node->other_type->kind == TYPE_NUMBER)
			node->type = node->other_type;
		return true;
	}
	if (node->type->kind == TYPE_LIST && node->other_type->kind == TYPE_LIST)
		return config_fault(other, loader->fault, "is a list of another form");
	return config_fault(other, loader->fault,
	    "is of type %s, which is not compared with type %s", type_name(node->other_type->kind),
	    type_name(node->type->kind));
}

static bool
load_value(struct loader *loader, const struct config_node *value, struct predicate_node *node)
{
	bool equality =
	    node->op == PREDICATE_EQ || node->op == PREDICATE_NE || node->op == PREDICATE_IN;

	return operand_load(
	    value, &loader->schema->fields[node->field], equality, &node->values, loader->fault);
}

static bool
load_compared(struct loader *loader, const struct config_node *from, struct predicate_node *node)
{
	struct config_node value = config_member(from, "value");
	struct config_node other = config_member(from, "otherField");

	if (config_present(&value) == config_present(&other))
		return config_fault(
		    from, loader->fault, "op '%s' takes a value or an otherField", ops[node->op]);
	return config_present(&value) ? load_value(loader, &value, node)
	                              : load_other(loader, &other, node);
}

static bool
load_values(struct loader *loader, const struct config_node *from, struct predicate_node *node)
{
	struct config_node values = config_member(from, "values");

	if (!config_is_array(&values) || config_size(&values) == 0)
		return config_fault(
		    &values, loader->fault, "an array with at least one value is expected");
	if (config_size(&values) > PREDICATE_VALUES_MAX)
		return config_fault(&values, loader->fault,
		    "has more than %d values: let a codeList hold them", PREDICATE_VALUES_MAX);
	for (size_t i = 0; i < config_size(&values); i++) {
		struct config_node value = config_element(&values, i);

		if (!load_value(loader, &value, node))
			return false;
	}
	node->ordered = constraint_value_order(&node->values, node->type);
	return true;
}

static bool
load_pattern(struct loader *loader, const struct config_node *from, struct predicate_node *node)
{
	struct config_node source = config_member(from, "pattern");
	struct fault inner = { 0 };
	const char *text = NULL;

	if (!config_text_required(&source, &text, loader->fault))
		return false;
	node->pattern = pattern_new(field_of(text), PATTERN_WHOLE, &inner);
	return node->pattern != NULL || config_fault(&source, loader->fault, "%s", inner.message);
}

static bool
load_days(struct loader *loader, const struct config_node *from, struct predicate_node *node)
{
	struct config_node other = config_member(from, "otherField");
	struct config_node least = config_member(from, "minimum");
	struct config_node most = config_member(from, "maximum");
	long minimum = -PREDICATE_DAYS_MAX;
	long maximum = PREDICATE_DAYS_MAX;

	if (!load_other(loader, &other, node)
	    || !config_integer(
	        &least, -PREDICATE_DAYS_MAX, PREDICATE_DAYS_MAX, &minimum, loader->fault)
	    || !config_integer(
	        &most, -PREDICATE_DAYS_MAX, PREDICATE_DAYS_MAX, &maximum, loader->fault))
		return false;
	if (!config_present(&least) && !config_present(&most))
		return config_fault(from, loader->fault, "op 'days' takes a minimum or a maximum");
	if (minimum > maximum)
		return config_fault(&least, loader->fault, "is larger than the maximum");
	node->minimum = minimum;
	node->maximum = maximum;
	return true;
}

/* A node about a field. */
static bool
load_cell(struct loader *loader, const struct config_node *from, struct predicate_node *node)
{
	struct config_node field = config_member(from, "field");
	struct config_node op = config_member(from, "op");
	size_t choice = 0;

	node->other = FINDING_NO_FIELD;
	if (!config_present(&op))
		return config_fault(&op, loader->fault,
		    "is missing: eq, ne, lt, le, gt, ge, in, blank, present, matches or days");
	if (!config_choice(&op, ops, &choice, loader->fault)
	    || !check_members(from, (enum predicate_op)choice, loader->fault)
	    || !schema_find(loader->schema, &field, &node->field, loader->fault))
		return false;
	node->op = (enum predicate_op)choice;
	node->type = &loader->schema->fields[node->field].type;
	node->other_type = node->type;
	if (!check_type(node, &op, loader->fault))
		return false;
	switch (node->op) {
	case PREDICATE_IN:
		return load_values(loader, from, node);
	case PREDICATE_MATCHES:
		return load_pattern(loader, from, node);
	case PREDICATE_DAYS:
		return load_days(loader, from, node);
	case PREDICATE_BLANK:
	case PREDICATE_PRESENT:
		return true;
	default:
		return load_compared(loader, from, node);
	}
}

static bool load_node(struct loader *loader, const struct config_node *from, unsigned depth);

/* "all" and "any": a list; "not": one. */
static bool
load_parts(struct loader *loader, const struct config_node *parts, bool list, unsigned depth)
{
	if (!list)
		return load_node(loader, parts, depth + 1);
	if (!config_is_array(parts) || config_size(parts) == 0)
		return config_fault(
		    parts, loader->fault, "an array with at least one predicate is expected");
	for (size_t i = 0; i < config_size(parts); i++) {
		struct config_node part = config_element(parts, i);

		if (!load_node(loader, &part, depth + 1))
			return false;
	}
	return true;
}

/* Appends the node and its parts. */
static bool
load_node(struct loader *loader, const struct config_node *from, unsigned depth)
{
	static const char *const forms[] = { "field", "all", "any", "not" };
	struct predicate *predicate = loader->predicate;
	size_t index = predicate->count;
	size_t form = 0;
	struct config_node member;

	if (!config_only(from, keys, loader->fault))
		return false;
	if (depth > PREDICATE_DEPTH_MAX)
		return config_fault(
		    from, loader->fault, "is more than %d predicates deep", PREDICATE_DEPTH_MAX);
	for (size_t i = 1; i < sizeof forms / sizeof *forms; i++) {
		member = config_member(from, forms[i]);
		if (config_present(&member))
			form = i;
	}
	if (form != 0 && config_size(from) != 1)
		return config_fault(
		    from, loader->fault, "'%s' stands with nothing beside it", forms[form]);
	predicate->nodes =
	    xreallocarray(predicate->nodes, predicate->count + 1, sizeof *predicate->nodes);
	predicate->nodes[predicate->count++] = (struct predicate_node){ 0 };
	member = config_member(from, forms[form]);
	if (form == 0) {
		if (!load_cell(loader, from, &predicate->nodes[index]))
			return false;
	} else {
		predicate->nodes[index].op = (enum predicate_op)(PREDICATE_ALL + form - 1);
		if (!load_parts(loader, &member, form != 3, depth))
			return false;
	}
	predicate->nodes[index].end = predicate->count;
	return true;
}

bool
predicate_load(struct predicate *predicate, const struct schema *schema,
    const struct config_node *node, struct fault *fault)
{
	struct loader loader = { predicate, schema, fault };

	return load_node(&loader, node, 1);
}

void
predicate_release(struct predicate *predicate)
{
	for (size_t i = 0; i < predicate->count; i++) {
		texts_release(&predicate->nodes[i].values);
		free(predicate->nodes[i].ordered);
		pattern_free(predicate->nodes[i].pattern);
	}
	free(predicate->nodes);
	*predicate = (struct predicate){ 0 };
}
