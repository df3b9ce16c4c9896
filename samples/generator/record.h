/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record: one invented record of any type, and how it is written.
 *
 * It follows from the seed and the record's number alone, so a shorter run is
 * the beginning of a longer one.
 */
#ifndef GENERATE_RECORD_H
#define GENERATE_RECORD_H

#include "draft.h"
#include "world.h"

#include <stdint.h>

#define RECORD_COLUMNS_MAX 48

struct record {
	size_t count;
	struct draft fields[RECORD_COLUMNS_MAX];
};

/* So many empty fields, at most RECORD_COLUMNS_MAX. */
void record_clear(struct record *record, size_t count);
/* The record as a line of CSV, with quotes only where needed and a line feed. */
void record_write(const struct record *record, struct draft *line);

#endif
