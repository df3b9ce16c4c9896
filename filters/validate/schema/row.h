/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * row: a record of the file as the schema sees it: its values by field, what
 * each becomes, and the cells for the checks of the record as a whole.
 */
#ifndef VALIDATE_ROW_H
#define VALIDATE_ROW_H

#include "check.h"
#include "judge.h"
#include "match.h"

struct row {
	const struct schema *schema;
	struct check *checks; /* by field, as all that follows */
	bool trim;            /* blanks at the ends of all values are taken off */

	/* of the file at hand */
	struct match match;

	/* of the record at hand */
	const struct field *values; /* without quotes */
	struct cells cells;
	bool altered;            /* some value leaves changed: notes and canonical say which */
	unsigned char *notes;    /* enum finding_code; FINDING_NONE where a value stays */
	struct field *canonical; /* when altered */
	unsigned char *states;
	struct field *gathered;
	struct buffer *scratch;
};

void row_open(struct row *row, const struct schema *schema, bool trim);
void row_close(struct row *row);
/* A file's header is read: finds the fields' columns. */
bool row_match(struct row *row, const struct reader *reader, struct fault *fault);
/* The reader's record is the one at hand; what the row gave of the one before is gone. */
void row_take(struct row *row, const struct reader *reader);
/* Judges a value that did not plainly pass, and notes what it becomes. */
void row_judge(struct row *row, size_t field, struct judgement *judgement);
/* Fills the cells of all fields without a word on what is wrong with them. */
void row_fill(struct row *row);
/* The field's column in the file; the first where it has none. */
size_t row_column(const struct row *row, size_t field);

/* The value plainly passes; its cell is filled. */
static inline bool
row_passes(struct row *row, size_t field)
{
	struct field value = row->values[field];

	if (!check_passes(&row->checks[field], value))
		return false;
	row->states[field] = value.length == 0 ? CELL_MISSING : CELL_VALUE;
	return true;
}

#endif
