/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * key: the keys of a schema (unique fields, the primary key) and what has been
 * seen of each.
 */
#ifndef VALIDATE_KEY_H
#define VALIDATE_KEY_H

#include "../schema/schema.h"
#include "keyset.h"

struct key {
	enum finding_code code;
	const size_t *columns;
	size_t column; /* the one column of a unique field; columns points to it */
	size_t count;
	bool plain;    /* one column, compared by its bytes */
	uint64_t hash; /* of the record at hand, after keys_expect */
	struct keyset seen;
};

struct keys {
	const struct schema *schema;
	struct key *list;
	size_t count;
	struct buffer scratch;
};

void keys_init(struct keys *keys, const struct schema *schema);
void keys_release(struct keys *keys);

/* To be called before a record is checked: by the time its keys are entered
 * their places in memory have arrived. */
static inline void
keys_expect(struct keys *keys, const struct field *values)
{
	for (size_t i = 0; i < keys->count; i++) {
		struct key *key = &keys->list[i];

		if (key->plain) {
			key->hash = keyset_hash(&key->seen, values[key->columns[0]]);
			keyset_expect(&key->seen, key->hash);
		}
	}
}
/* Enters the record's key of that index, after keys_expect.  A key with a
 * missing value, or one that is not of its type, is none.  0 when it is none or
 * new, else the line where it was first. */
uint64_t keys_enter(struct keys *keys, size_t index, const struct field *values, uint64_t line);

#endif
