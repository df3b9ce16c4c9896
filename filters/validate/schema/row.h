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

/* Goes from a field on past all whose values plainly pass, and fills their cells: the
 * first whose value does not, or the count of fields. */
static inline size_t
row_pass(struct row *row, size_t field)
{
	/* the states are bytes, which could be a part of anything: what is read again
	 * for each field stands here */
	const struct check *checks = row->checks;
	const struct field *values = row->values;
	const size_t count = row->schema->count;
	unsigned char *states = row->states;

	while (field < count && check_passes(&checks[field], values[field])) {
		states[field] = values[field].length == 0 ? CELL_MISSING : CELL_VALUE;
		field++;
	}
	return field;
}

#endif
