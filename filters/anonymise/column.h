/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * column: the policy's rules set to work on the columns of one input.
 *
 * A record is written in steps: a run of kept columns as it stands, or one
 * column that is changed.  Dropped columns are in no step.
 */
#ifndef ANONYMISE_COLUMN_H
#define ANONYMISE_COLUMN_H

#include "../lib/filter.h"
#include "policy.h"
#include "pseudonym.h"
#include "redact.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct column {
	const struct rule *rule;
	struct pseudonym *pseudonym; /* shared by the columns of one entity */
	bool owner;                  /* of that pseudonym */
	uint64_t pseudonyms;
	uint64_t generalised;
	uint64_t emptied;      /* no date, so not passed on */
	uint64_t unsearchable; /* text that could not be searched */
	uint64_t redacted[ENTITIES];
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
};

/* Binds the policy to the header and makes ready what the rules need; key may be
 * NULL where the policy is not keyed. */
bool columns_open(struct columns *columns, const struct policy *policy, const struct reader *reader,
    const struct key *key, bool typed, struct fault *fault);
/* Wipes and frees; good for {0}. */
void columns_close(struct columns *columns);

void
columns_header(const struct columns *columns, struct writer *writer, const struct reader *reader);
/* Writes the record at hand. */
void columns_record(struct columns *columns, struct writer *writer, const struct reader *reader);

/* Puts the counts in the run record and says which cells failed; false when any
 * has. */
bool columns_report(
    const struct columns *columns, struct runrecord *record, const struct reader *reader);

#endif
