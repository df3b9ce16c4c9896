/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * repairs: what the door changed in the bytes of one file, counted by kind and
 * field: each is told once, with its count and the place of the first.
 */
#ifndef VALIDATE_REPAIRS_H
#define VALIDATE_REPAIRS_H

#include "findings.h"

#define REPAIRS_KINDS (FINDING_COLUMNS_MOVED - FINDING_MARK + 1)

struct repair {
	uint64_t count;
	uint64_t record; /* of the first */
	struct reader_place place;
};

struct repairs {
	struct repair *list; /* by kind, then by field, the last one being none */
	size_t fields;
};

void repairs_init(struct repairs *repairs, size_t fields);
void repairs_release(struct repairs *repairs);
/* Counts a repair of the reader's record at hand; column gives the place in it. */
void repairs_add(struct repairs *repairs, enum finding_code code, size_t field,
    const struct reader *reader, size_t column, uint64_t count);
/* Tells all repairs of the file, and forgets them. */
void repairs_tell(struct repairs *repairs, struct findings *findings, const char *file);

#endif
