/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema: a Frictionless Table Schema (version 2) in memory. */
#include "schema.h"

#include "schema_field.h"

#include <stdlib.h>

static bool
load_field(struct schema *schema, const struct config_node *node,
    const struct config_node *table_missing, struct fault *fault)
{
	struct schema_field *field = &schema->fields[schema->count];
	struct config_node name = config_member(node, "name");

	/* counted first, so that a field that is half read is released too */
	schema->count++;
	if (!schema_field_load(field, node, table_missing, fault))
		return false;
	for (size_t i = 0; i + 1 < schema->count; i++) {
		if (strcmp(schema->fields[i].name, field->name) == 0)
			return config_fault(&name, fault, "two fields have this name");
		if (strcmp(schema->fields[i].source, field->source) == 0)
			return config_fault(node, fault, "two fields have this source");
	}
	return true;
}

bool
schema_find(
    const struct schema *schema, const struct config_node *node, size_t *field, struct fault *fault)
{
	const char *name = NULL;
	const char **names;
	const char *nearest;

	if (!config_text_required(node, &name, fault))
		return false;
	for (*field = 0; *field < schema->count; ++*field)
		if (strcmp(schema->fields[*field].name, name) == 0)
			return true;
	names = xcalloc(schema->count, sizeof *names);
	for (size_t i = 0; i < schema->count; i++)
		names[i] = schema->fields[i].name;
	nearest = diag_nearest(name, strlen(name), names, schema->count);
	free(names);
	if (nearest != NULL)
		return config_fault(
		    node, fault, "no field has this name, did you mean '%s'?", nearest);
	return config_fault(node, fault, "no field has this name");
}

bool
schema_find_list(const struct schema *schema, const struct config_node *node, size_t **fields,
    size_t *count, struct fault *fault)
{
	bool list = config_is_array(node);
	size_t given = list ? config_size(node) : 1;

	*count = 0;
	if (given == 0)
		return config_fault(node, fault, "at least one field is expected");
	*fields = xreallocarray(NULL, given, sizeof **fields);
	for (size_t i = 0; i < given; i++) {
		struct config_node element = list ? config_element(node, i) : *node;
		size_t field;

		if (!schema_find(schema, &element, &field, fault))
			return false;
		for (size_t j = 0; j < i; j++)
			if ((*fields)[j] == field)
				return config_fault(&element, fault, "stands twice in the list");
		(*fields)[i] = field;
		++*count;
	}
	return true;
}

static bool
load_key(struct schema *schema, const struct config_node *root, struct fault *fault)
{
	struct config_node node = config_member(root, "primaryKey");

	if (!config_present(&node))
		return true;
	if (!schema_find_list(schema, &node, &schema->key, &schema->key_count, fault))
		return false;
	for (size_t i = 0; i < schema->key_count; i++)
		schema->fields[schema->key[i]].in_key = true;
	return true;
}

/* The profile has a list of one way, the specification a text. */
static bool
load_match(struct schema *schema, const struct config_node *root, struct fault *fault)
{
	static const char *const ways[] = { "exact", "equal", "subset", "superset", "partial",
		NULL };
	struct config_node node = config_member(root, "fieldsMatch");
	struct config_node way = config_is_array(&node) ? config_element(&node, 0) : node;
	size_t choice = SCHEMA_EXACT;

	if (config_is_array(&node) && config_size(&node) != 1)
		return config_fault(&node, fault, "one text is expected");
	if (!config_choice(&way, ways, &choice, fault))
		return false;
	schema->match = (enum schema_match)choice;
	return true;
}

static bool
check_extension(const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "rules", "limits", "submissions", "determines",
		"duplicates", "drift", NULL };
	struct config_node extension = config_member(root, "mhsw");

	return !config_present(&extension) || config_only(&extension, keys, fault);
}

static bool
load(struct schema *schema, const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "name", "title", "description", "rdfType",
		"fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys",
		"mhsw", NULL };
	struct config_node fields = config_member(root, "fields");
	struct config_node missing = config_member(root, "missingValues");
	struct texts words = { 0 };
	bool good;

	if (!config_only(root, keys, fault) || !schema_check_remarks(root, fault)
	    || !check_extension(root, fault) || !load_match(schema, root, fault))
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
	for (size_t i = 0; i < schema->count; i++)
		schema_field_release(&schema->fields[i]);
	free(schema->fields);
	free(schema->key);
	config_close(&schema->file);
	*schema = (struct schema){ 0 };
}

struct config_node
schema_root(const struct schema *schema)
{
	return config_root(&schema->file);
}

struct config_node
schema_extension(const struct schema *schema, const char *name)
{
	struct config_node root = schema_root(schema);
	struct config_node extension = config_member(&root, "mhsw");

	return config_member(&extension, name);
}

struct config_node
schema_field_node(const struct schema *schema, size_t field)
{
	struct config_node root = schema_root(schema);
	struct config_node fields = config_member(&root, "fields");

	return config_element(&fields, field);
}

struct config_node
schema_field_extension(const struct schema *schema, size_t field, const char *name)
{
	struct config_node node = schema_field_node(schema, field);
	struct config_node extension = config_member(&node, "mhsw");

	return config_member(&extension, name);
}

void
schema_path(const struct schema *schema, const char *name, struct buffer *out)
{
	struct config_node root = config_root(&schema->file);

	config_beside(&root, name, out);
}

void
schema_rule(const struct schema *schema, size_t field, enum finding_code code, struct buffer *out)
{
	const struct schema_field *about = &schema->fields[field];

	if (code == FINDING_REQUIRED && about->in_key)
		buffer_append_text(out, "primaryKey");
	else
		constraint_rule(&about->constraint, &about->type, code, out);
}
