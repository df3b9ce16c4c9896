/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * key_file: a CSV file that the schema refers to, read row by row while the
 * schema is opened; nothing of it is kept but digests.
 */
#ifndef VALIDATE_KEY_FILE_H
#define VALIDATE_KEY_FILE_H

#include "../schema/cell.h"
#include "../schema/schema.h"

struct key_file {
	struct reader reader;
	int descriptor;
	struct buffer cast;
};

/* The path outlives the file.  After a fault nothing is open. */
bool key_file_open(struct key_file *file, const char *path, struct fault *fault);
void key_file_close(struct key_file *file);

/* Goes to the next row; *more is false at the end. */
bool key_file_next(struct key_file *file, bool *more, struct fault *fault);
/* Appends the row's value in that column of the file as one of count parts of a key:
 * as a value of the field, whose missing values are missing here too. */
enum cell_state key_file_part(struct key_file *file, size_t column,
    const struct schema_field *field, size_t count, struct buffer *out);

#endif
