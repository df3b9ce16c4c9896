/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * change: a value made coarser, shifted, cut off at an end or masked.
 *
 * Each kind of change is a file of its own and one entry in the table of kinds
 * (kind.h): date, age, postcode, band and hierarchy (all "generalise"),
 * shift-date, top-bottom-code, mask.
 *
 * A kind that makes coarser has levels: level 0 is the value as the data has it,
 * each further one is coarser than the one before it: of two records that are alike at
 * a level (for an age: and have the same reference) no further one tells them apart.
 * The policy names one of them.  A kind without levels has one, level 0, which is what
 * it does.
 *
 * What a change leaves is settled, and the same change leaves it as it is; where the
 * form of what is left is another than that of what comes (an age of a birth date), or
 * the same but moved (a shifted day), change_settled knows the form.
 */
#ifndef ANONYMISE_CHANGE_H
#define ANONYMISE_CHANGE_H

#include "../../lib/config.h"
#include "../../lib/memory.h"
#include "../key/key.h"

#include <stdbool.h>
#include <stddef.h>

struct change;

/* What a change may read of the record besides the value itself; borrowed. */
struct change_record {
	struct field person;    /* settled (identity.h); empty: nobody knows who */
	struct field reference; /* the cell of the column that change_reference names */
};

enum change_result {
	CHANGE_SAME,  /* the value stays as it is; out is the value */
	CHANGE_DONE,  /* out is what it becomes */
	CHANGE_FAILED /* the change does not know such a value: nothing of it may pass */
};

/* The actions of a policy that are changes; a NULL ends the list. */
extern const char *const change_actions[];

/* Reads a column's object of that action, and the files that it names (relative to
 * the folder of the policy); NULL with the fault. */
struct change *change_read(const char *action, const struct config_node *node, struct fault *fault);
/* Wipes what was secret; good for NULL. */
void change_free(struct change *change);

/* A word for the kind: date, age, postcode, band, hierarchy, shift-date, ... */
const char *change_kind(const struct change *change);
/* What a value has to be, after "cells that are no": date, postcode, number;
 * NULL where nothing fails. */
const char *change_wants(const struct change *change);
/* What it does, as the end of a sentence that begins with the column's name ("is cut to
 * its month"), and what becomes of a value that it does not know. */
void change_explain(const struct change *change, struct buffer *out);
/* The column that it reads besides its own (an age needs a day), or NULL. */
const char *change_reference(const struct change *change);
/* The file that it was read from besides the policy, or NULL; lives as long. */
const char *change_file(const struct change *change);
/* It needs the key and the person. */
bool change_keyed(const struct change *change);
/* Both keep one person's days as far apart as they were: where two columns shift by other
 * windows they do not, so a policy has to refuse that.  True for other kinds. */
bool change_agrees(const struct change *change, const struct change *other);
/* Makes ready what is keyed; once, before the first value.  The key may go then.  A key
 * without bytes (--check, which shifts nothing) leaves what is keyed unfit: each value
 * fails. */
bool
change_open(struct change *change, const struct key *key, const char *project, struct fault *fault);

/* How many levels there are, level 0 counted, and which the policy names. */
unsigned change_levels(const struct change *change);
unsigned change_level(const struct change *change);
/* The value at a level.  Empty values and published symbols are the caller's: they
 * never come here.  out lives until the next call with this change. */
enum change_result change_value(struct change *change, struct field value,
    const struct change_record *record, unsigned level, struct field *out);
/* --check: the value may be what this change leaves at the policy's level.  Where
 * that cannot be seen (a shifted date) whatever has the form is. */
bool change_settled(struct change *change, struct field value);
/* The same at another level: of classes whose cells are made coarser where they have to. */
bool change_settled_at(struct change *change, struct field value, unsigned level);
/* --search: writes the level into the policy's own object. */
bool change_freeze(const struct change *change, unsigned level, struct config_node *node);

#endif
