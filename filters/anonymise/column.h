/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * column: the policy's rules set to work on the columns of one input.
 *
 * A record is written in steps: a run of kept columns as it stands, or one
 * column that is changed or that classes are made of.  Dropped columns are in no
 * step.  What becomes of one cell is in cell.c, of a whole record that waits for its
 * class in sheet.c, what is said of it at the end in tell.c.
 */
#ifndef ANONYMISE_COLUMN_H
#define ANONYMISE_COLUMN_H

#include "../lib/filter.h"
#include "key/identity.h"
#include "key/pseudonym.h"
#include "persons.h"
#include "policy/policy.h"
#include "redact/redact.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What happened to the cells of a column. */
struct column_counts {
	uint64_t pseudonyms;
	uint64_t changed;      /* generalised, shifted, coded or masked */
	uint64_t emptied;      /* not known to the change, so not passed on */
	uint64_t unsearchable; /* text that could not be searched */
	uint64_t redacted[ENTITIES];
	uint64_t unsettled;   /* --check: not as the policy leaves it */
	uint64_t identifying; /* --check: kept, and looks like an identifier */
};

#define COLUMN_NONE ((size_t)-1)

struct column {
	const struct rule *rule;
	size_t quasi;     /* its place among the policy's quasi-identifiers, or COLUMN_NONE */
	size_t sensitive; /* likewise among its sensitive columns */
	struct pseudonym *pseudonym; /* shared by the columns of one entity */
	bool owner;                  /* of that pseudonym */
	unsigned coarsest;           /* the last level that a cell of it may leave in */
	size_t reference;            /* the column that a change reads besides, or READER_NONE */
	size_t *own;                 /* the columns that a text is searched for besides; owned */
	size_t own_count;
	struct column_counts counts;
	uint64_t first_record; /* where the first cell failed, for the message */
	struct reader_place first_place;
};

struct step {
	size_t first; /* column */
	size_t last;  /* the same, or the last of a run that is kept */
	bool kept;
};

struct columns {
	struct column *list; /* one for each of the reader's columns */
	size_t count;
	struct step *steps;
	size_t step_count;
	struct redact *redact; /* NULL where no column is redacted */
	size_t person;         /* column, or READER_NONE */
	size_t opt_out;        /* column, or READER_NONE */
	struct field *own;     /* of the record at hand; room for all that there may be; owned */
	const struct persons *persons; /* what else is known of each person; NULL: nothing */
	uint64_t known;                /* texts of people of whom something is known */
	uint64_t unknown;
	struct identity identity;
};

/* Binds the policy to the header and makes ready what the rules need; key may be
 * NULL where the policy is not keyed.  released: as policy_bind.
 * Without a key nothing that is keyed can be made, only looked at. */
bool columns_open(struct columns *columns, const struct policy *policy, const struct reader *reader,
    const struct key *key, bool typed, bool released, struct fault *fault);
/* What else is known of each person, to be looked for in their texts; it outlives the
 * columns.  After columns_open. */
void columns_know(struct columns *columns, const struct persons *persons);
/* Wipes and frees; good for {0}. */
void columns_close(struct columns *columns);

/* Who the record is about, settled; empty where nobody knows. */
struct field columns_person(struct columns *columns, const struct reader *reader);

void
columns_header(const struct columns *columns, struct writer *writer, const struct reader *reader);
/* Writes the record at hand. */
void columns_record(struct columns *columns, struct writer *writer, const struct reader *reader);

/* A cell as it leaves. */
struct cell {
	struct field field;
	bool raw; /* as it stands in the file, quotes included */
};

/* The cell of a column that is not dropped; it lives until the next call for this
 * column or the next record.  Counts what was done. */
struct cell columns_cell(struct columns *columns, const struct reader *reader, size_t index);
/* Empty, or a published symbol, which stays: a change never sees it. */
bool cell_is_missing(struct field value);
/* What a change of that column may read of the record at hand. */
struct change_record columns_change_record(
    struct columns *columns, const struct column *column, const struct reader *reader);
/* --check: the cell is as the policy leaves it. */
bool columns_cell_settled(struct columns *columns, const struct reader *reader, size_t index);
/* The first cell of a column that went wrong is remembered; *count is one of its own. */
void
column_fails(struct column *column, const struct reader *reader, size_t index, uint64_t *count);

/* Puts the counts in the run record and says which cells failed; false when any
 * has. */
bool columns_report(
    const struct columns *columns, struct runrecord *record, const struct reader *reader);

#endif
