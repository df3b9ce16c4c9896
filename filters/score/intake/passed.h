/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * passed: the columns of a gathered record that are passed on: those that tell the
 * records apart, and then those that are kept; as its first line has them.
 */
#ifndef SCORE_PASSED_H
#define SCORE_PASSED_H

#include "../../lib/filter.h"

struct passed_column {
	const char *name;   /* borrowed */
	size_t column;      /* in the data */
	struct field raw;   /* as it stands, of the record at hand */
	struct field value; /* without quotes */
};

struct passed {
	struct passed_column *list; /* owned */
	size_t count;
	size_t keys;         /* the first so many tell the records apart */
	struct buffer bytes; /* of the fields */
	struct buffer key;
};

#define PASSED_NONE ((size_t)-1)

/* {0} before; both lists are borrowed. */
void passed_name(
    struct passed *passed, const struct filter_list *record, const struct filter_list *keep);
/* Finds them in the open input. */
bool passed_open(struct passed *passed, const struct reader *reader, struct fault *fault);
void passed_release(struct passed *passed);
/* The one of that name, or PASSED_NONE. */
size_t passed_find(const struct passed *passed, const char *name);

/* Copies the reader's line: the first one of a record. */
void passed_take(struct passed *passed, const struct reader *reader);
/* The reader's line belongs to the record at hand. */
bool passed_same_record(const struct passed *passed, const struct reader *reader);
/* The reader's line has the same value in one of the columns. */
bool passed_same(const struct passed *passed, size_t index, const struct reader *reader);
/* What tells the record at hand apart, in one run of bytes; lives until the next. */
struct field passed_key(struct passed *passed);

void passed_header(const struct passed *passed, struct writer *writer);
void passed_record(const struct passed *passed, struct writer *writer);

#endif
