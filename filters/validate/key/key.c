/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key: what a schema says about records as a whole and other tables. */
#include "key.h"

#include "key_part.h"

#include <stdlib.h>

bool
keys_open(struct keys *keys, const struct schema *schema, const struct key_options *options,
    struct fault *fault)
{
	*keys = (struct keys){ .schema = schema, .limit = options->limit };
	if (keys->limit == 0)
		keys->limit = KEYS_LIMIT;
	return keys_load(keys, options, fault);
}

void
keys_close(struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++) {
		struct key *key = &keys->list[i];

		free(key->columns);
		free(key->rule);
		free(key->path);
		free(key->referred);
		free(key->children);
		periods_release(&key->periods);
		keyset_release(&key->seen);
	}
	free(keys->list);
	buffer_release(&keys->scratch);
	*keys = (struct keys){ 0 };
}

/* An integer's key ends in a point without a fraction: its last digits have to
 * stand last, where the key set looks for numbers that follow on. */
static void
append_value(struct buffer *out, const struct type *type, struct field value)
{
	size_t start = out->length;

	type_key(type, value, out);
	if (type->kind == TYPE_INTEGER && out->length > start && out->data[out->length - 1] == '.')
		out->length--;
}

/* A part of several has its length before it, so that ("a", "bc") is not
 * ("ab", "c"). */
void
key_part(struct buffer *out, size_t count, const struct type *type, struct field value)
{
	size_t start = out->length;
	size_t length;

	if (count == 1) {
		append_value(out, type, value);
		return;
	}
	buffer_append(out, (const char *)&start, sizeof start);
	append_value(out, type, value);
	length = out->length - start - sizeof start;
	memcpy(out->data + start, &length, sizeof length);
}

/* The bytes that stand for the key in these columns of the record; they live until
 * the scratch is used again. */
static bool
make_text(struct keys *keys, const struct key *key, const size_t *columns,
    const struct cells *cells, struct field *text)
{
	if (key->plain) {
		*text = cells->values[columns[0]];
		return cells->states[columns[0]] == CELL_VALUE;
	}
	buffer_clear(&keys->scratch);
	for (size_t i = 0; i < key->count; i++) {
		size_t column = columns[i];

		if (cells->states[column] != CELL_VALUE)
			return false;
		key_part(&keys->scratch, key->count, &keys->schema->fields[column].type,
		    cells->values[column]);
	}
	*text = (struct field){ keys->scratch.data, keys->scratch.length };
	return true;
}

/* The same of the whole record: what is missing, or bad, is compared as it stands. */
static struct field
whole_text(struct keys *keys, const struct cells *cells)
{
	struct buffer *out = &keys->scratch;

	buffer_clear(out);
	for (size_t i = 0; i < keys->schema->count; i++) {
		struct field value = cells->values[i];
		size_t length = SIZE_MAX - value.length; /* no other part says it is as long */

		if (cells->states[i] == CELL_VALUE) {
			key_part(out, 0, &keys->schema->fields[i].type, value);
			continue;
		}
		buffer_append(out, (const char *)&length, sizeof length);
		buffer_append(out, value.data, value.length);
	}
	return (struct field){ out->data, out->length };
}

bool
keys_hold(struct keys *keys, const char *file, size_t line, struct fault *fault)
{
	static const char advice[] = "raise --max-keys or take a key off the schema";
	unsigned long long limit = keys->limit;

	if (keys->held < keys->limit) {
		keys->held++;
		return true;
	}
	if (file == NULL)
		return fault_set(fault, "more than %llu keys to remember; %s", limit, advice);
	return fault_at(fault, file, line, 0, "more than %llu keys to remember; %s", limit, advice);
}

void
keys_begin_file(struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->list[i].code == FINDING_SEVERAL)
			keys->list[i].child_count = 0;
}

bool
keys_look_back(const struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->list[i].referred != NULL)
			return true;
	return false;
}

bool
keys_survey(struct keys *keys, const struct cells *cells, struct fault *fault)
{
	for (size_t i = 0; i < keys->count; i++) {
		struct key *key = &keys->list[i];
		struct field text;

		if (key->referred == NULL || !make_text(keys, key, key->referred, cells, &text))
			continue;
		if (keyset_enter(&key->seen, text, keyset_hash(&key->seen, text), 1) == 0
		    && !keys_hold(keys, NULL, 0, fault))
			return false;
	}
	return true;
}

static enum key_verdict
breach_key(const struct keys *keys, const struct key *key, uint64_t first, struct breach *breach)
{
	*breach = (struct breach){ .code = key->code,
		.severity = key->severity,
		.field = key->field,
		.part = (size_t)(key - keys->list),
		.first = first };
	return KEY_BREACH;
}

static enum key_verdict
judge_repeat(struct keys *keys, struct key *key, struct field text, uint64_t origin,
    struct breach *breach, struct fault *fault)
{
	uint64_t first = keyset_enter(&key->seen, text, keyset_hash(&key->seen, text), origin);

	if (first != 0)
		return breach_key(keys, key, first, breach);
	return keys_hold(keys, NULL, 0, fault) ? KEY_GOOD : KEY_FAILED;
}

static enum key_verdict
judge_code(const struct keys *keys, const struct key *key, struct field text,
    const struct cells *cells, struct breach *breach)
{
	uint64_t number = keyset_find(&key->seen, text, keyset_hash(&key->seen, text));
	const struct periods *periods = &key->periods;

	if (number == 0)
		return breach_key(keys, key, 0, breach);
	if (!periods->dated || cells->states[periods->on] != CELL_VALUE
	    || periods_hold(periods, (size_t)number, keys->schema->fields[periods->on].type.kind,
	        cells->values[periods->on]))
		return KEY_GOOD;
	breach_key(keys, key, 0, breach);
	breach->code = FINDING_CODE_DATE;
	breach->severity =
	    schema_field_severity(&keys->schema->fields[key->field], FINDING_CODE_DATE);
	return KEY_BREACH;
}

/* The child's digest; false where nothing is compared. */
static bool
digest_child(struct keys *keys, const struct key *key, const struct cells *cells, uint64_t *digest)
{
	if (cells->states[key->field] != CELL_VALUE)
		return false;
	buffer_clear(&keys->scratch);
	type_key(&keys->schema->fields[key->field].type, cells->values[key->field], &keys->scratch);
	*digest = digest_short(&key->seen.digest, keys->scratch.data, keys->scratch.length);
	return true;
}

static enum key_verdict
judge_child(struct keys *keys, struct key *key, struct field text, struct key_child child,
    struct breach *breach, struct fault *fault)
{
	uint64_t number =
	    keyset_enter(&key->seen, text, keyset_hash(&key->seen, text), key->child_count + 1);

	if (number != 0) {
		const struct key_child *first = &key->children[number - 1];

		return first->digest == child.digest ? KEY_GOOD
		                                     : breach_key(keys, key, first->origin, breach);
	}
	if (key->child_count == key->child_room) {
		key->child_room = key->child_room == 0 ? 64 : key->child_room * 2;
		key->children =
		    xreallocarray(key->children, key->child_room, sizeof *key->children);
	}
	key->children[key->child_count++] = child;
	return keys_hold(keys, NULL, 0, fault) ? KEY_GOOD : KEY_FAILED;
}

static enum key_verdict
judge_several(
    const struct keys *keys, struct key *key, struct key_child child, struct breach *breach)
{
	if (key->child_count == 0)
		key->children[key->child_count++] = child;
	return key->children->digest == child.digest
	    ? KEY_GOOD
	    : breach_key(keys, key, key->children->origin, breach);
}

enum key_verdict
keys_judge(struct keys *keys, size_t index, const struct cells *cells, uint64_t origin,
    struct breach *breach, struct fault *fault)
{
	struct key *key = &keys->list[index];
	struct key_child child = { .origin = origin };
	struct field text;

	if (key->code == FINDING_DUPLICATE)
		return judge_repeat(keys, key, whole_text(keys, cells), origin, breach, fault);
	/* the child first: the text may stand in the same scratch */
	if ((key->code == FINDING_DETERMINED || key->code == FINDING_SEVERAL)
	    && !digest_child(keys, key, cells, &child.digest))
		return KEY_GOOD;
	if (key->code == FINDING_SEVERAL)
		return judge_several(keys, key, child, breach);
	if (!make_text(keys, key, key->columns, cells, &text))
		return KEY_GOOD;
	switch (key->code) {
	case FINDING_FOREIGN_KEY:
		return keyset_find(&key->seen, text, keyset_hash(&key->seen, text)) != 0
		    ? KEY_GOOD
		    : breach_key(keys, key, 0, breach);
	case FINDING_CODE:
		return judge_code(keys, key, text, cells, breach);
	case FINDING_DETERMINED:
		return judge_child(keys, key, text, child, breach, fault);
	default:
		return judge_repeat(keys, key, text, origin, breach, fault);
	}
}

void
keys_rule(const struct keys *keys, size_t index, struct buffer *out)
{
	buffer_append_text(out, keys->list[index].rule);
}

const char *
keys_file(const struct keys *keys, size_t index)
{
	return keys->list[index].path;
}
