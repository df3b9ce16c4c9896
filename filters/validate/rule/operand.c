/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operand: a value that stands in a rule of the schema. */
#include "operand.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

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

static bool
add_text(struct texts *texts, const struct schema_field *field, const struct config_node *node,
    struct field text, struct fault *fault)
{
	struct buffer scratch = { 0 };
	struct type_cast cast;
	char *copy;
	bool good;

	if (texts_hold(&field->missing, text))
		return config_fault(
		    node, fault, "is a missing value of %s: ask for blank", field->name);
	good = type_cast(&field->type, text, &scratch, &cast);
	if (good) {
		copy = xstrndup(cast.canonical.data, cast.canonical.length);
		texts_own(texts, copy);
		free(copy);
	}
	buffer_release(&scratch);
	return good
	    || config_fault(node, fault, "a value of %s is expected: of type %s", field->name,
	        type_name(field->type.kind));
}

/* The field's own word for true or false. */
static bool
add_truth(struct texts *texts, const struct schema_field *field, const struct config_node *node,
    bool truth, struct fault *fault)
{
	const struct texts *words = truth ? &field->type.yes : &field->type.no;

	if (words->count == 0)
		return config_fault(node, fault, "no text stands for this value");
	return add_text(texts, field, node, words->items[0], fault);
}

bool
operand_load(struct texts *texts, const struct schema_field *field, const struct config_node *node,
    struct fault *fault)
{
	char number[DECIMAL_TEXT_MAX];
	enum type_kind kind = field->type.kind;
	struct fault ignored;
	const char *text = NULL;
	bool truth = false;
	long whole = 0;

	if (config_text(node, &text, &ignored) && text != NULL)
		return add_text(texts, field, node, field_of(text), fault);
	if (kind == TYPE_BOOLEAN)
		return config_bool(node, &truth, fault)
		    && add_truth(texts, field, node, truth, fault);
	if (kind == TYPE_INTEGER && !config_integer(node, LONG_MIN, LONG_MAX, &whole, fault))
		return false;
	if (kind != TYPE_INTEGER && kind != TYPE_NUMBER)
		return config_text_required(node, &text, fault);
	if (!operand_number(node, number, fault))
		return false;
	texts_own(texts, number);
	return true;
}

bool
operand_possible(const struct schema_field *field, struct field value,
    const struct config_node *node, struct fault *fault)
{
	enum finding_code codes[CONSTRAINT_FINDINGS_MAX];
	size_t count = constraint_judge(&field->constraint, &field->type, value, codes);

	for (size_t i = 0; i < count; i++)
		if ((codes[i] == FINDING_ENUM || codes[i] == FINDING_CATEGORY)
		    && schema_field_severity(field, codes[i]) == SEVERITY_ERROR)
			return config_fault(
			    node, fault, "is not one of the values that %s may have", field->name);
	return true;
}
