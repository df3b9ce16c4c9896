/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell: the fields of the record at hand as the types saw them, for the checks
 * that look at a record as a whole: keys, code lists, rules, submissions.
 */
#ifndef VALIDATE_CELL_H
#define VALIDATE_CELL_H

#include "../../lib/field.h"

enum cell_state {
	CELL_VALUE,   /* of its type, though it may break a constraint */
	CELL_MISSING, /* a missing value, or a column that the file does not have */
	CELL_BAD      /* not of its type: nothing can be said about it */
};

/* Both by the field's index in the schema; they live as long as the record.
 * A value is in its canonical form (type_cast): numbers are plain decimals,
 * dates ISO 8601.  A missing value is as it stood in the file. */
struct cells {
	const struct field *values;
	const unsigned char *states; /* enum cell_state */
};

#endif
