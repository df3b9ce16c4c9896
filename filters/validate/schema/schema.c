/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema: a Frictionless Table Schema (version 2) in memory. */
#include "schema.h"

#include <stdlib.h>

/* Keys of the specification that are read by nobody here: plain remarks. */
static const char *const remarks[] = { "title", "description", "rdfType", NULL };

static bool
check_remarks(const struct config_node *node, struct fault *fault)
{
	for (size_t i = 0; remarks[i] != NULL; i++) {
		struct config_node remark = config_member(node, remarks[i]);
		const char *text = NULL;

		if (!config_text(&remark, &text, fault))
			return false;
	}
	return true;
}

static bool
refuse(const struct config_node *node, const char *const *keys, struct fault *fault)
{
	for (; *keys != NULL; keys++) {
		struct config_node member = config_member(node, *keys);

		if (config_present(&member))
			return config_fault(&member, fault, "is not supported yet");
	}
	return true;
}

/* The extension of this project: where the column comes from. */
static bool
load_extension(struct schema_field *field, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "source", NULL };
	struct config_node extension = config_member(node, "mhsw");
	struct config_node source = config_member(&extension, "source");

	field->source = field->name;
	if (!config_present(&extension))
		return true;
	if (!config_only(&extension, keys, fault)
	    || !config_text_required(&source, &field->source, fault))
		return false;
	return *field->source != '\0' || config_fault(&source, fault, "is empty");
}

static bool
load_field(struct schema *schema, const struct config_node *node,
    const struct config_node *table_missing, struct fault *fault)
{
	static const char *const keys[] = { "name", "title", "description", "type", "format",
		"constraints", "missingValues", "trueValues", "falseValues", "example", "rdfType",
		"mhsw", "categories", "categoriesOrdered", "groupChar", "decimalChar", "bareNumber",
		"delimiter", "itemType", NULL };
	static const char *const later[] = { "categories", "categoriesOrdered", "groupChar",
		"decimalChar", "bareNumber", "delimiter", "itemType", NULL };
	struct schema_field *field = &schema->fields[schema->count];
	struct config_node name = config_member(node, "name");
	struct config_node missing = config_member(node, "missingValues");

	/* counted first, so that a field that is half read is released too */
	*field = (struct schema_field){ 0 };
	schema->count++;
	if (!config_only(node, keys, fault) || !config_text_required(&name, &field->name, fault)
	    || !check_remarks(node, fault) || !refuse(node, later, fault))
		return false;
	if (*field->name == '\0')
		return config_fault(&name, fault, "is empty");
	for (size_t i = 0; i + 1 < schema->count; i++)
		if (strcmp(schema->fields[i].name, field->name) == 0)
			return config_fault(&name, fault, "two fields have this name");
	if (!load_extension(field, node, fault) || !type_load(&field->type, node, fault))
		return false;
	for (size_t i = 0; i + 1 < schema->count; i++)
		if (strcmp(schema->fields[i].source, field->source) == 0)
			return config_fault(node, fault, "two fields have this source");
	if (!config_present(&missing))
		missing = *table_missing;
	if (!config_present(&missing))
		texts_add(&field->missing, field_of(""));
	else if (!texts_load(&field->missing, &missing, true, fault))
		return false;
	return constraint_load(&field->constraint, &field->type, node, fault);
}

static bool
add_key(struct schema *schema, const struct config_node *node, struct fault *fault)
{
	const char *name = NULL;
	const char *names[64];
	const char *nearest;
	size_t known = 0;

	if (!config_text_required(node, &name, fault))
		return false;
	for (size_t i = 0; i < schema->count; i++) {
		if (known < sizeof names / sizeof *names)
			names[known++] = schema->fields[i].name;
		if (strcmp(schema->fields[i].name, name) != 0)
			continue;
		if (schema->fields[i].in_key)
			return config_fault(node, fault, "stands twice in the key");
		schema->fields[i].in_key = true;
		schema->key[schema->key_count++] = i;
		return true;
	}
	nearest = diag_nearest(name, strlen(name), names, known);
	if (nearest != NULL)
		return config_fault(
		    node, fault, "no field has this name, did you mean '%s'?", nearest);
	return config_fault(node, fault, "no field has this name");
}

static bool
load_key(struct schema *schema, const struct config_node *root, struct fault *fault)
{
	struct config_node node = config_member(root, "primaryKey");

	if (!config_present(&node))
		return true;
	schema->key = xcalloc(schema->count, sizeof *schema->key);
	if (!config_is_array(&node))
		return add_key(schema, &node, fault);
	if (config_size(&node) == 0)
		return config_fault(&node, fault, "at least one field is expected");
	for (size_t i = 0; i < config_size(&node); i++) {
		struct config_node element = config_element(&node, i);

		if (!add_key(schema, &element, fault))
			return false;
	}
	return true;
}

/* Only the default is there yet: the file's columns are the fields, in order. */
static bool
check_match(const struct config_node *root, struct fault *fault)
{
	static const char *const ways[] = { "exact", "equal", "subset", "superset", "partial",
		NULL };
	struct config_node node = config_member(root, "fieldsMatch");
	struct config_node way = config_is_array(&node) ? config_element(&node, 0) : node;
	size_t choice = 0;

	if (config_is_array(&node) && config_size(&node) != 1)
		return config_fault(&node, fault, "one text is expected");
	if (!config_choice(&way, ways, &choice, fault))
		return false;
	return choice == 0 || config_fault(&way, fault, "only 'exact' is supported yet");
}

static bool
load(struct schema *schema, const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "name", "title", "description", "rdfType",
		"fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys",
		NULL };
	static const char *const later[] = { "uniqueKeys", "foreignKeys", NULL };
	struct config_node fields = config_member(root, "fields");
	struct config_node missing = config_member(root, "missingValues");
	struct texts words = { 0 };
	bool good;

	if (!config_only(root, keys, fault) || !check_remarks(root, fault)
	    || !refuse(root, later, fault) || !check_match(root, fault))
		return false;
	if (!config_is_array(&fields) || config_size(&fields) == 0)
		return config_fault(&fields, fault, "an array with at least one field is expected");
	if (config_size(&fields) > READER_COLUMNS_MAX)
		return config_fault(&fields, fault,
		    "has more fields than a file may have columns (%d)", READER_COLUMNS_MAX);
	/* said at the table, though each field reads the list again */
	good = !config_present(&missing) || texts_load(&words, &missing, true, fault);
	texts_release(&words);
	if (!good)
		return false;
	schema->fields = xcalloc(config_size(&fields), sizeof *schema->fields);
	for (size_t i = 0; i < config_size(&fields); i++) {
		struct config_node field = config_element(&fields, i);

		if (!load_field(schema, &field, &missing, fault))
			return false;
	}
	return load_key(schema, root, fault);
}

bool
schema_open(struct schema *schema, const char *path, struct fault *fault)
{
	struct config_node root;

	*schema = (struct schema){ 0 };
	if (!config_open(&schema->file, path, fault))
		return false;
	root = config_root(&schema->file);
	return load(schema, &root, fault);
}

void
schema_close(struct schema *schema)
{
	for (size_t i = 0; i < schema->count; i++) {
		type_release(&schema->fields[i].type);
		texts_release(&schema->fields[i].missing);
		constraint_release(&schema->fields[i].constraint);
	}
	free(schema->fields);
	free(schema->key);
	config_close(&schema->file);
	*schema = (struct schema){ 0 };
}

size_t
schema_judge(const struct schema_field *field, struct field value, bool *missing,
    enum finding_code codes[CONSTRAINT_FINDINGS_MAX])
{
	struct field trimmed = type_trim(&field->type, value);

	*missing = texts_hold(&field->missing, value);
	if (*missing) {
		codes[0] = FINDING_REQUIRED;
		return schema_field_required(field);
	}
	if (!type_judge(&field->type, trimmed, &codes[0]))
		return 1;
	return constraint_judge(&field->constraint, &field->type, trimmed, codes);
}

void
schema_rule(const struct schema *schema, size_t field, enum finding_code code, struct buffer *out)
{
	const struct schema_field *about = &schema->fields[field];

	if (code == FINDING_UNIQUE) {
		buffer_append_text(out, "unique");
	} else if (code == FINDING_PRIMARY_KEY || (code == FINDING_REQUIRED && about->in_key)) {
		buffer_append_text(out, "primaryKey");
		for (size_t i = 0; i < schema->key_count; i++)
			buffer_format(
			    out, "%s %s", i ? "," : "", schema->fields[schema->key[i]].name);
	} else {
		constraint_rule(&about->constraint, &about->type, code, out);
	}
}
