/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema_field: one field read from the file. */
#include "schema_field.h"

bool
schema_check_remarks(const struct config_node *node, struct fault *fault)
{
	static const char *const remarks[] = { "title", "description", "rdfType", NULL };

	for (size_t i = 0; remarks[i] != NULL; i++) {
		struct config_node remark = config_member(node, remarks[i]);
		const char *text = NULL;

		if (!config_text(&remark, &text, fault))
			return false;
	}
	return true;
}

bool
schema_severity(const struct config_node *node, enum severity *severity, struct fault *fault)
{
	static const char *const names[] = { "error", "warning", NULL };
	size_t choice = SEVERITY_ERROR;

	if (!config_choice(node, names, &choice, fault))
		return false;
	*severity = (enum severity)choice;
	return true;
}

/* The codes of each constraint; a type has none, since a value that is not of
 * its type cannot go on. */
static const struct {
	const char *constraint;
	enum finding_code codes[3];
} constraint_codes[] = {
	{ "required", { FINDING_REQUIRED, FINDING_NONE } },
	{ "unique", { FINDING_UNIQUE, FINDING_NONE } },
	{ "enum", { FINDING_ENUM, FINDING_NONE } },
	{ "minimum", { FINDING_MINIMUM, FINDING_NONE } },
	{ "maximum", { FINDING_MAXIMUM, FINDING_NONE } },
	{ "exclusiveMinimum", { FINDING_EXCLUSIVE_MINIMUM, FINDING_NONE } },
	{ "exclusiveMaximum", { FINDING_EXCLUSIVE_MAXIMUM, FINDING_NONE } },
	{ "pattern", { FINDING_PATTERN, FINDING_MATCH_LIMIT, FINDING_NONE } },
	{ "minLength", { FINDING_TOO_SHORT, FINDING_NONE } },
	{ "maxLength", { FINDING_TEXT_TOO_LONG, FINDING_NONE } },
	{ "categories", { FINDING_CATEGORY, FINDING_NONE } },
	{ "codeList", { FINDING_CODE, FINDING_CODE_DATE, FINDING_NONE } },
	{ "onePerFile", { FINDING_SEVERAL, FINDING_NONE } },
};
#define CONSTRAINTS (sizeof constraint_codes / sizeof *constraint_codes)

static bool
load_severities(
    struct schema_field *field, const struct config_node *severities, struct fault *fault)
{
	const char *keys[CONSTRAINTS + 1] = { NULL };

	if (!config_present(severities))
		return true;
	for (size_t i = 0; i < CONSTRAINTS; i++)
		keys[i] = constraint_codes[i].constraint;
	if (!config_only(severities, keys, fault))
		return false;
	for (size_t i = 0; i < CONSTRAINTS; i++) {
		struct config_node node = config_member(severities, keys[i]);
		enum severity severity;

		if (!schema_severity(&node, &severity, fault))
			return false;
		for (const enum finding_code *code = constraint_codes[i].codes;
		     severity == SEVERITY_WARNING && *code != FINDING_NONE; code++)
			field->warned[*code] = true;
	}
	return true;
}

/* The extension of this project.  codeList, codes, maxMissingPercent and
 * onePerFile are read by their own rooms. */
static bool
load_extension(struct schema_field *field, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "source", "severity", "sensitive", "codeList", "codes",
		"maxMissingPercent", "onePerFile", NULL };
	struct config_node extension = config_member(node, "mhsw");
	struct config_node source = config_member(&extension, "source");
	struct config_node sensitive = config_member(&extension, "sensitive");
	struct config_node severities = config_member(&extension, "severity");

	field->source = field->name;
	if (!config_present(&extension))
		return true;
	if (!config_only(&extension, keys, fault) || !config_text(&source, &field->source, fault)
	    || !config_bool(&sensitive, &field->sensitive, fault)
	    || !load_severities(field, &severities, fault))
		return false;
	return *field->source != '\0' || config_fault(&source, fault, "is empty");
}

static bool
is_stream_symbol(struct field label)
{
	return field_is_suppressed(label) || field_is_symbol(label);
}

/* A missing value whose label is a symbol of the stream ("*", "[z]") is kept apart
 * as that symbol, which is then a missing value too: what left can come again. */
static bool
load_missing(struct schema_field *field, const struct config_node *node, struct fault *fault)
{
	size_t given;

	if (!config_present(node)) {
		texts_add(&field->missing, field_of(""));
		texts_add(&field->symbols, field_of(""));
		return true;
	}
	if (!texts_load(&field->missing, node, true, fault))
		return false;
	given = field->missing.count;
	for (size_t i = 0; i < given; i++) {
		struct config_node element = config_element(node, i);
		struct config_node member = config_member(&element, "label");
		const char *label = "";

		if (!config_text(&member, &label, fault))
			return false;
		texts_add(
		    &field->symbols, field_of(is_stream_symbol(field_of(label)) ? label : ""));
	}
	for (size_t i = 0; i < given; i++) {
		struct field symbol = field->symbols.items[i];

		if (symbol.length == 0 || texts_hold(&field->missing, symbol))
			continue;
		texts_add(&field->missing, symbol);
		texts_add(&field->symbols, symbol);
	}
	return true;
}

bool
schema_field_load(struct schema_field *field, const struct config_node *node,
    const struct config_node *table_missing, struct fault *fault)
{
	static const char *const keys[] = { "name", "title", "description", "type", "format",
		"constraints", "missingValues", "trueValues", "falseValues", "example", "rdfType",
		"mhsw", "categories", "categoriesOrdered", "groupChar", "decimalChar", "bareNumber",
		"delimiter", "itemType", NULL };
	struct config_node name = config_member(node, "name");
	struct config_node missing = config_member(node, "missingValues");

	if (!config_only(node, keys, fault) || !config_text_required(&name, &field->name, fault)
	    || !schema_check_remarks(node, fault))
		return false;
	if (*field->name == '\0')
		return config_fault(&name, fault, "is empty");
	if (!load_extension(field, node, fault) || !type_load(&field->type, node, fault))
		return false;
	if (!config_present(&missing))
		missing = *table_missing;
	if (!load_missing(field, &missing, fault))
		return false;
	return constraint_load(&field->constraint, &field->type, node, fault);
}

void
schema_field_release(struct schema_field *field)
{
	type_release(&field->type);
	texts_release(&field->missing);
	texts_release(&field->symbols);
	constraint_release(&field->constraint);
}
