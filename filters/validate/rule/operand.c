/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operand: a value or a number of the schema. */
#include "operand.h"

#include "../type/constraint_value.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

#define EXACT_BELOW 1e6 /* with 9 decimals these are the 15 digits that a double keeps */

bool
operand_number(const struct config_node *node, char out[DECIMAL_TEXT_MAX], struct fault *fault)
{
	struct decimal decimal;
	struct fault ignored;
	double number = 0;
	long whole = 0;

	if (config_integer(node, LONG_MIN, LONG_MAX, &whole, &ignored)) {
		snprintf(out, DECIMAL_TEXT_MAX, "%ld", whole);
		return true;
	}
	if (!config_number(node, &number, fault))
		return false;
	if (fabs(number) >= EXACT_BELOW || decimal_write(number, DECIMAL_SCALE_MAX, out) == 0
	    || decimal_parse(field_of(out), &decimal) != DECIMAL_OK
	    || fabs(decimal_value(decimal) - number) > 0)
		return config_fault(node, fault, "is not exact: write it as a text");
	return true;
}

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
operand_ordered(const struct type *type)
{
	return type->kind != TYPE_STRING && type->kind != TYPE_BOOLEAN && type->kind != TYPE_LIST
	    && type->kind != TYPE_ANY;
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

static const char *
delimiter_of(const struct type *list)
{
	return list->delimiter != NULL ? list->delimiter : ",";
}

bool
operand_alike(const struct type *a, const struct type *b)
{
	if (a->kind == TYPE_LIST && b->kind == TYPE_LIST)
		return a->item->kind == b->item->kind
		    && strcmp(delimiter_of(a), delimiter_of(b)) == 0;
	return a->kind == b->kind || (is_number(a) && is_number(b));
}
