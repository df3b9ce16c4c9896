/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operand: a value of the schema, and what it may be compared with. */
#include "operand.h"

#include "../type/constraint_value.h"

/* The field may have that value, as far as its enum and categories say. */
static bool
is_possible(const struct schema_field *field, struct field value)
{
	enum finding_code codes[CONSTRAINT_FINDINGS_MAX];
	size_t count = constraint_judge(&field->constraint, &field->type, value, codes);

	for (size_t i = 0; i < count; i++)
		if ((codes[i] == FINDING_ENUM || codes[i] == FINDING_CATEGORY)
		    && schema_field_severity(field, codes[i]) == SEVERITY_ERROR)
			return false;
	return true;
}

bool
operand_load(const struct config_node *node, const struct schema_field *field, bool equality,
    struct texts *texts, struct fault *fault)
{
	struct fault ignored;
	const char *text = NULL;

	if (config_text(node, &text, &ignored) && texts_hold(&field->missing, field_of(text)))
		return config_fault(
		    node, fault, "is a missing value of %s: ask for blank", field->name);
	if (!constraint_value_load(node, &field->type, texts, fault))
		return false;
	return !equality || is_possible(field, texts->items[texts->count - 1])
	    || config_fault(node, fault, "is not one of the values that %s may have", field->name);
}

bool
operand_dated(const struct type *type)
{
	return type->kind == TYPE_DATE || type->kind == TYPE_DATETIME;
}

static bool
is_number(const struct type *type)
{
	return type->kind == TYPE_INTEGER || type->kind == TYPE_NUMBER;
}

bool
operand_alike(const struct type *a, const struct type *b)
{
	if (a->kind == TYPE_LIST && b->kind == TYPE_LIST)
		return a->item->kind == b->item->kind
		    && strcmp(type_delimiter(a), type_delimiter(b)) == 0;
	return a->kind == b->kind || (is_number(a) && is_number(b));
}
