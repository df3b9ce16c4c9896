/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * key: what a schema says about records as a whole and other tables (primary
 * key, unique fields, unique keys, duplicates, foreign keys, code lists, which
 * field determines which, what a file has one of), and what has been seen of each.
 */
#ifndef VALIDATE_KEY_H
#define VALIDATE_KEY_H

#include "../../lib/filter.h"
#include "../schema/cell.h"
#include "../schema/schema.h"
#include "keyset.h"
#include "period.h"

/* How many keys are remembered where nothing else is said. */
#define KEYS_LIMIT 100000000

struct key_options {
	const struct filter_list *references; /* NAME=FILE, or NULL: where other tables are */
	uint64_t limit;                       /* keys to remember in all; 0: KEYS_LIMIT */
};

/* What belongs to a parent, from the first record that has it. */
struct key_child {
	uint64_t origin;
	uint64_t digest;
};

struct key {
	enum finding_code code; /* FINDING_UNIQUE to FINDING_SEVERAL, without _CODE_DATE */
	enum severity severity;
	size_t *columns; /* of the schema; owned */
	size_t count;
	size_t field; /* that a finding is about, or FINDING_NO_FIELD */
	bool plain;   /* one column, compared by its bytes */
	char *rule;   /* for people; owned */
	char *path;   /* the file that it was read from, or NULL; owned */

	/* What was seen, each with a number: the origin of the first record, the
	 * code's first period, the parent's child, or 1 for what a foreign key may
	 * refer to. */
	struct keyset seen;
	size_t *referred; /* a foreign key to the table itself: its columns; owned */
	struct periods periods;
	struct key_child *children; /* by number - 1; or of the file's first record */
	size_t child_count;
	size_t child_room;
};

struct keys {
	const struct schema *schema;
	struct key *list;
	size_t count;
	uint64_t held; /* keys in all of them */
	uint64_t limit;
	struct buffer scratch;
};

enum key_verdict {
	KEY_GOOD,
	KEY_BREACH,
	KEY_FAILED /* the run cannot go on: the fault says why */
};

/* Reads the keys of the schema and the tables that they refer to.  After a fault
 * only keys_close may follow.  The schema outlives the keys. */
bool keys_open(struct keys *keys, const struct schema *schema, const struct key_options *options,
    struct fault *fault);
void keys_close(struct keys *keys);

/* To be called where a file begins: what it has one of is not known yet. */
void keys_begin_file(struct keys *keys);

/* A foreign key refers to the table itself: all records go through keys_survey
 * before the first goes through keys_judge. */
bool keys_look_back(const struct keys *keys);
bool keys_survey(struct keys *keys, const struct cells *cells, struct fault *fault);

/* To be called before a record is checked: by the time its keys are judged their
 * places in memory have arrived.  The states need not be known yet, and a value
 * may still change. */
static inline void
keys_expect(const struct keys *keys, const struct cells *cells)
{
	for (size_t i = 0; i < keys->count; i++) {
		const struct key *key = &keys->list[i];

		if (key->plain)
			keyset_expect(
			    &key->seen, keyset_hash(&key->seen, cells->values[key->columns[0]]));
	}
}

/* Judges the record by the key of that index.  A key with a missing or bad part is
 * not compared, but for duplicates, where every part is.  origin, which is not 0, tells a later
 * breach where this record stands; breach->first is that of the record that had the key (or the
 * parent) first. */
enum key_verdict keys_judge(struct keys *keys, size_t index, const struct cells *cells,
    uint64_t origin, struct breach *breach, struct fault *fault);

/* Appends the rule: "primaryKey organisation, month". */
void keys_rule(const struct keys *keys, size_t index, struct buffer *out);
/* The file that a foreign key or a code list was read from, or NULL. */
const char *keys_file(const struct keys *keys, size_t index);

#endif
