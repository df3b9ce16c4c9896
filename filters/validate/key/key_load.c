/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_load: the keys read from the schema. */
#include "key_load.h"

/* Whose key is the value's own bytes (type_key). */
static bool
is_plain(const struct schema_field *field)
{
	enum type_kind kind = field->type.kind;

	return kind == TYPE_STRING || kind == TYPE_DATE || kind == TYPE_YEARMONTH;
}

static void
append_names(const struct schema *schema, const size_t *columns, size_t count, struct buffer *out)
{
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s", i == 0 ? "" : ", ", schema->fields[columns[i]].name);
}

static char *
take_text(struct buffer *buffer)
{
	char *text = xstrndup(buffer->data, buffer->length);

	buffer_release(buffer);
	return text;
}

/* The same fields in the same order: said once. */
static bool
is_known(const struct keys *keys, const size_t *columns, size_t count)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->list[i].count == count
		    && memcmp(keys->list[i].columns, columns, count * sizeof *columns) == 0)
			return true;
	return false;
}

/* Takes the columns over; what stands before their names in the rule. */
static struct key *
add(struct keys *keys, enum finding_code code, size_t *columns, size_t count, const char *what)
{
	struct key *key = &keys->list[keys->count++];
	struct buffer rule = { 0 };

	*key = (struct key){ .code = code,
		.severity = SEVERITY_ERROR,
		.columns = columns,
		.count = count,
		.field = columns[0],
		.plain = count == 1 && is_plain(&keys->schema->fields[columns[0]]) };
	keyset_init(&key->seen);
	buffer_append_text(&rule, what);
	if (what[strlen(what) - 1] == ' ')
		append_names(keys->schema, columns, count, &rule);
	key->rule = take_text(&rule);
	return key;
}

static void
load_primary(struct keys *keys)
{
	const struct schema *schema = keys->schema;
	size_t *columns;

	if (schema->key_count == 0)
		return;
	columns = xreallocarray(NULL, schema->key_count, sizeof *columns);
	memcpy(columns, schema->key, schema->key_count * sizeof *columns);
	add(keys, FINDING_PRIMARY_KEY, columns, schema->key_count, "primaryKey ");
}

static void
load_unique(struct keys *keys)
{
	for (size_t i = 0; i < keys->schema->count; i++) {
		const struct schema_field *field = &keys->schema->fields[i];
		size_t *columns;

		if (!field->constraint.unique || is_known(keys, &i, 1))
			continue;
		columns = xmalloc(sizeof *columns);
		*columns = i;
		add(keys, FINDING_UNIQUE, columns, 1, "unique")->severity =
		    schema_field_severity(field, FINDING_UNIQUE);
	}
}

bool
keys_load(struct keys *keys, const struct key_options *options, struct fault *fault)
{
	(void)options;
	(void)fault;
	keys->list = xcalloc(keys->schema->count + 1, sizeof *keys->list);
	load_primary(keys);
	load_unique(keys);
	return true;
}
