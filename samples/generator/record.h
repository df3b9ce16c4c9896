/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record: one invented answer to a feedback form.
 *
 * It follows from the seed and the record's number alone, so a shorter run is
 * the beginning of a longer one.
 */
#ifndef GENERATE_RECORD_H
#define GENERATE_RECORD_H

#include "draft.h"
#include "world.h"

#include <stdint.h>

enum record_column {
	RECORD_ID,
	RECORD_PERSON,
	RECORD_ORGANISATION,
	RECORD_TEAM,
	RECORD_DATE,
	RECORD_RESPONDENT,
	RECORD_LISTENED,
	RECORD_RESPECTED,
	RECORD_INFORMED,
	RECORD_INVOLVED,
	RECORD_TRUSTED,
	RECORD_HOPEFUL,
	RECORD_COMMENT,
	RECORD_COLUMNS
};

extern const char record_header[];

struct record {
	struct draft fields[RECORD_COLUMNS];
};

/* number counts from 0. */
void record_compose(struct record *record, const struct world *world, uint64_t number);
/* The record as a line of CSV, with quotes only where needed and a line feed. */
void record_write(const struct record *record, struct draft *line);

#endif
