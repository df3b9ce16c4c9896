/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * label: where people say that an identifier stands in a text, to hold redaction
 * against (evaluate.h).
 */
#ifndef ANONYMISE_LABEL_H
#define ANONYMISE_LABEL_H

#include "../../lib/reader.h"
#include "identifier.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes [start, end) of the text. */
struct label {
	size_t start;
	size_t end;
};

/* {0} is empty; room is reused from line to line. */
struct labels {
	struct label *list;
	size_t count;
	size_t capacity;
};

/* Which entity the column names, in our words or Presidio's, in capitals or not; another
 * word is a fault with the line. */
bool
label_entity(const struct reader *reader, size_t column, enum entity *entity, struct fault *fault);
/* The labels of the record at hand: start-end in characters of the text, divided by
 * semicolons; a fault, with its place, when they are written in another way or are not
 * in the text. */
bool labels_read(struct labels *labels, const struct reader *reader, size_t column,
    struct field text, struct fault *fault);
void labels_release(struct labels *labels);

#endif
