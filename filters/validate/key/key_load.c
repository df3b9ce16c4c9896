/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_load: the keys read from the schema. */
#include "key_part.h"

#include <stdlib.h>

/* Whose key is the value's own bytes (type_key). */
static bool
is_plain(const struct schema_field *field)
{
	switch (field->type.kind) {
	case TYPE_STRING:
	case TYPE_ANY:
	case TYPE_DATE:
	case TYPE_YEARMONTH:
	case TYPE_YEAR:
		return true;
	default:
		return false;
	}
}

void
key_names(const struct schema *schema, const size_t *columns, size_t count, struct buffer *out)
{
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s", i == 0 ? "" : ", ", schema->fields[columns[i]].name);
}

void
key_take_rule(struct key *key, struct buffer *rule)
{
	key->rule = xstrndup(rule->data, rule->length);
	buffer_release(rule);
}

struct key *
key_add(struct keys *keys, enum finding_code code, size_t *columns, size_t count)
{
	struct key *key = &keys->list[keys->count++];

	*key = (struct key){ .code = code,
		.severity = SEVERITY_ERROR,
		.columns = columns,
		.count = count,
		.field = columns[0],
		.plain = count == 1 && is_plain(&keys->schema->fields[columns[0]]) };
	keyset_init(&key->seen);
	return key;
}

/* A key of the same fields in the same order is there already: said once. */
static bool
is_known(const struct keys *keys, const size_t *columns, size_t count)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->list[i].count == count
		    && memcmp(keys->list[i].columns, columns, count * sizeof *columns) == 0)
			return true;
	return false;
}

static void
load_primary(struct keys *keys)
{
	const struct schema *schema = keys->schema;
	struct buffer rule = { 0 };
	size_t *columns;

	if (schema->key_count == 0)
		return;
	columns = xreallocarray(NULL, schema->key_count, sizeof *columns);
	memcpy(columns, schema->key, schema->key_count * sizeof *columns);
	buffer_append_text(&rule, "primaryKey ");
	key_names(schema, columns, schema->key_count, &rule);
	key_take_rule(key_add(keys, FINDING_PRIMARY_KEY, columns, schema->key_count), &rule);
}

static void
load_unique(struct keys *keys)
{
	for (size_t i = 0; i < keys->schema->count; i++) {
		const struct schema_field *field = &keys->schema->fields[i];
		struct key *key;
		size_t *columns;

		if (!field->constraint.unique || is_known(keys, &i, 1))
			continue;
		columns = xmalloc(sizeof *columns);
		*columns = i;
		key = key_add(keys, FINDING_UNIQUE, columns, 1);
		key->severity = schema_field_severity(field, FINDING_UNIQUE);
		key->rule = xstrdup("unique");
	}
}

static bool
load_unique_key(struct keys *keys, const struct config_node *node, struct fault *fault)
{
	struct buffer rule = { 0 };
	size_t *columns = NULL;
	size_t count;

	if (!config_is_array(node))
		return config_fault(node, fault, "a list of fields is expected");
	if (!schema_find_list(keys->schema, node, &columns, &count, fault)) {
		free(columns);
		return false;
	}
	if (is_known(keys, columns, count)) {
		free(columns);
		return true;
	}
	buffer_append_text(&rule, "uniqueKeys ");
	key_names(keys->schema, columns, count, &rule);
	key_take_rule(key_add(keys, FINDING_UNIQUE_KEY, columns, count), &rule);
	return true;
}

static bool
load_determined(struct keys *keys, const struct config_node *node, struct fault *fault)
{
	static const char *const members[] = { "parent", "child", "severity", NULL };
	struct config_node parent;
	struct config_node child;
	struct config_node severity;
	struct buffer rule = { 0 };
	size_t *columns = NULL;
	struct key *key;
	size_t count;

	if (!config_only(node, members, fault))
		return false;
	parent = config_member(node, "parent");
	child = config_member(node, "child");
	severity = config_member(node, "severity");
	if (!schema_find_list(keys->schema, &parent, &columns, &count, fault)) {
		free(columns);
		return false;
	}
	key = key_add(keys, FINDING_DETERMINED, columns, count);
	if (!schema_find(keys->schema, &child, &key->field, fault)
	    || !schema_severity(&severity, &key->severity, fault))
		return false;
	for (size_t i = 0; i < count; i++)
		if (columns[i] == key->field)
			return config_fault(&child, fault, "a field cannot determine itself");
	buffer_append_text(&rule, "determines ");
	key_names(keys->schema, columns, count, &rule);
	buffer_format(&rule, " -> %s", keys->schema->fields[key->field].name);
	key_take_rule(key, &rule);
	return true;
}

/* Told by the record as a whole, so no field is a key's part. */
static bool
load_duplicates(struct keys *keys, struct fault *fault)
{
	struct config_node node = schema_extension(keys->schema, "duplicates");
	struct key *key;

	if (!config_present(&node))
		return true;
	key = key_add(keys, FINDING_DUPLICATE, xcalloc(1, sizeof *key->columns), 1);
	key->field = FINDING_NO_FIELD;
	key->plain = false;
	key->rule = xstrdup("duplicates");
	return schema_severity(&node, &key->severity, fault);
}

static bool
load_several(struct keys *keys, size_t field, struct fault *fault)
{
	struct config_node node = schema_field_extension(keys->schema, field, "onePerFile");
	bool one = false;
	struct key *key;
	size_t *columns;

	if (!config_bool(&node, &one, fault))
		return false;
	if (!one)
		return true;
	columns = xmalloc(sizeof *columns);
	*columns = field;
	key = key_add(keys, FINDING_SEVERAL, columns, 1);
	key->plain = false;
	key->severity = schema_field_severity(&keys->schema->fields[field], FINDING_SEVERAL);
	key->rule = xstrdup("onePerFile");
	key->children = xcalloc(1, sizeof *key->children);
	return true;
}

/* The member is absent or a list with something in it. */
static bool
is_list(const struct config_node *node, struct fault *fault)
{
	if (!config_present(node) || (config_is_array(node) && config_size(node) != 0))
		return true;
	return config_fault(node, fault, "an array with at least one element is expected");
}

static size_t
list_size(const struct config_node *node)
{
	return config_present(node) ? config_size(node) : 0;
}

bool
keys_load(struct keys *keys, const struct key_options *options, struct fault *fault)
{
	const struct schema *schema = keys->schema;
	struct config_node root = schema_root(schema);
	struct config_node unique = config_member(&root, "uniqueKeys");
	struct config_node foreign = config_member(&root, "foreignKeys");
	struct config_node determined = schema_extension(schema, "determines");

	if (!is_list(&unique, fault) || !is_list(&foreign, fault) || !is_list(&determined, fault))
		return false;
	/* a primary key, duplicates, and of each field that it is unique, that it has a
	 * code list and that a file has one of it */
	keys->list = xcalloc(2 + 3 * schema->count + list_size(&unique) + list_size(&foreign)
	        + list_size(&determined),
	    sizeof *keys->list);
	load_primary(keys);
	load_unique(keys);
	for (size_t i = 0; i < list_size(&unique); i++) {
		struct config_node node = config_element(&unique, i);

		if (!load_unique_key(keys, &node, fault))
			return false;
	}
	if (!load_duplicates(keys, fault) || !keys_load_foreign(keys, options, fault))
		return false;
	for (size_t i = 0; i < schema->count; i++)
		if (!keys_load_codes(keys, i, fault) || !load_several(keys, i, fault))
			return false;
	for (size_t i = 0; i < list_size(&determined); i++) {
		struct config_node node = config_element(&determined, i);

		if (!load_determined(keys, &node, fault))
			return false;
	}
	return true;
}
