/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key: the keys of a schema and what has been seen of each. */
#include "key.h"

#include <stdlib.h>

static bool
is_primary_alone(const struct schema *schema, size_t column)
{
	return schema->key_count == 1 && schema->key[0] == column;
}

static bool
is_plain(const struct schema_field *field)
{
	enum type_kind kind = field->type.kind;

	return kind != TYPE_INTEGER && kind != TYPE_NUMBER && kind != TYPE_BOOLEAN;
}

void
keys_init(struct keys *keys, const struct schema *schema)
{
	*keys = (struct keys){ .schema = schema };
	keys->list = xcalloc(schema->count + 1, sizeof *keys->list);
	if (schema->key_count != 0) {
		struct key *key = &keys->list[keys->count++];

		key->code = FINDING_PRIMARY_KEY;
		key->columns = schema->key;
		key->count = schema->key_count;
	}
	for (size_t i = 0; i < schema->count; i++) {
		struct key *key = &keys->list[keys->count];

		/* said once where a field is both */
		if (!schema->fields[i].constraint.unique || is_primary_alone(schema, i))
			continue;
		key->code = FINDING_UNIQUE;
		key->column = i;
		key->columns = &key->column;
		key->count = 1;
		keys->count++;
	}
	for (size_t i = 0; i < keys->count; i++) {
		struct key *key = &keys->list[i];

		key->plain = key->count == 1 && is_plain(&schema->fields[key->columns[0]]);
		keyset_init(&key->seen);
	}
}

void
keys_release(struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		keyset_release(&keys->list[i].seen);
	free(keys->list);
	buffer_release(&keys->scratch);
	*keys = (struct keys){ 0 };
}

/* A part with its length before it, so that ("a", "bc") is not ("ab", "c"). */
static bool
append_part(struct buffer *out, const struct schema_field *field, struct field value)
{
	size_t start = out->length;
	struct buffer scratch = { 0 };
	struct type_cast cast;
	size_t length;

	if (texts_hold(&field->missing, value))
		return false;
	if (!type_cast(&field->type, value, &scratch, &cast))
		return false;
	value = cast.canonical;
	buffer_append(out, (const char *)&start, sizeof start);
	type_key(&field->type, value, out);
	length = out->length - start - sizeof start;
	memcpy(out->data + start, &length, sizeof length);
	return true;
}

uint64_t
keys_enter(struct keys *keys, size_t index, const struct field *values, uint64_t line)
{
	struct key *key = &keys->list[index];
	struct field whole;

	if (key->plain) {
		struct field value = values[key->columns[0]];

		if (texts_hold(&keys->schema->fields[key->columns[0]].missing, value))
			return 0;
		return keyset_enter(&key->seen, value, key->hash, line);
	}
	buffer_clear(&keys->scratch);
	for (size_t i = 0; i < key->count; i++) {
		size_t column = key->columns[i];

		if (!append_part(&keys->scratch, &keys->schema->fields[column], values[column]))
			return 0;
	}
	whole = (struct field){ keys->scratch.data, keys->scratch.length };
	return keyset_enter(&key->seen, whole, keyset_hash(&key->seen, whole), line);
}
