/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key: what a schema says about records as a whole and other tables. */
#include "key.h"

#include "key_load.h"

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
keys_release(struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++) {
		free(keys->list[i].columns);
		free(keys->list[i].rule);
		keyset_release(&keys->list[i].seen);
	}
	free(keys->list);
	buffer_release(&keys->scratch);
	*keys = (struct keys){ 0 };
}

bool
keys_look_back(const struct keys *keys)
{
	(void)keys;
	return false;
}

bool
keys_survey(struct keys *keys, const struct cells *cells, struct fault *fault)
{
	(void)keys;
	(void)cells;
	(void)fault;
	return true;
}

/* The bytes that stand for the record's key, and their hash.  Each part of several
 * has its length before it, so that ("a", "bc") is not ("ab", "c"). */
static bool
make_text(struct keys *keys, struct key *key, const struct cells *cells, struct field *text)
{
	struct buffer *out = &keys->scratch;

	buffer_clear(out);
	for (size_t i = 0; i < key->count; i++) {
		size_t column = key->columns[i];
		size_t start = out->length;
		size_t length;

		if (cells->states[column] != CELL_VALUE)
			return false;
		buffer_append(out, (const char *)&start, sizeof start);
		type_key(&keys->schema->fields[column].type, cells->values[column], out);
		length = out->length - start - sizeof start;
		memcpy(out->data + start, &length, sizeof length);
	}
	*text = (struct field){ out->data, out->length };
	return true;
}

static bool
make_key(struct keys *keys, struct key *key, const struct cells *cells, struct field *text,
    uint64_t *hash)
{
	size_t column = key->columns[0];
	struct field expected = key->expected;

	key->expected = (struct field){ NULL, 0 };
	if (!key->plain) {
		if (!make_text(keys, key, cells, text))
			return false;
		*hash = keyset_hash(&key->seen, *text);
		return true;
	}
	if (cells->states[column] != CELL_VALUE)
		return false;
	*text = cells->values[column];
	/* a value that was changed since then has another place in memory */
	*hash = text->data == expected.data && text->length == expected.length
	    ? key->hash
	    : keyset_hash(&key->seen, *text);
	return true;
}

static bool
hold_one_more(struct keys *keys, struct fault *fault)
{
	if (keys->held++ < keys->limit)
		return true;
	return fault_set(fault,
	    "more than %llu keys to remember; raise --max-keys or take a key off the schema",
	    (unsigned long long)keys->limit);
}

enum key_verdict
keys_judge(struct keys *keys, size_t index, const struct cells *cells, uint64_t origin,
    struct breach *breach, struct fault *fault)
{
	struct key *key = &keys->list[index];
	struct field text;
	uint64_t hash;
	uint64_t first;

	if (!make_key(keys, key, cells, &text, &hash))
		return KEY_GOOD;
	first = keyset_enter(&key->seen, text, hash, origin);
	if (first == 0)
		return hold_one_more(keys, fault) ? KEY_GOOD : KEY_FAILED;
	*breach = (struct breach){ key->code, key->severity, key->field, index, first };
	return KEY_BREACH;
}

void
keys_rule(const struct keys *keys, size_t index, struct buffer *out)
{
	buffer_append_text(out, keys->list[index].rule);
}
