/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * match: the columns of a file against the fields of a schema, each by its
 * source or its name, in one of the five ways of fieldsMatch.
 */
#ifndef VALIDATE_MATCH_H
#define VALIDATE_MATCH_H

#include "schema.h"

struct match {
	size_t *columns; /* by field: its column in the file, or READER_NONE */
	size_t *others;  /* columns that are no field (subset, partial), in the file's order */
	size_t other_count;
	bool straight; /* the first columns are the fields, in the schema's order */
};

/* A fault names the field of the schema and what in the file comes near to it.
 * A field that is required may not be absent. */
bool match_open(struct match *match, const struct schema *schema, const struct reader *reader,
    struct fault *fault);
void match_close(struct match *match);

#endif
