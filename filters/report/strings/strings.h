/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * strings: the words of the page that are the same in every report, by key.
 *
 * The program carries those of British English; a file of the same keys takes their
 * place.  {1}, {2} stand for what is filled in.
 */
#ifndef REPORT_STRINGS_H
#define REPORT_STRINGS_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <stdbool.h>
#include <stddef.h>

struct strings {
	struct table *table;
	size_t text; /* the column of that name */
};

/* The words of a file, or with NULL the program's own.  Keys that are missing, unknown
 * or there twice, and texts that fill in something else, are faults. */
bool strings_open(struct strings *strings, const char *path, struct fault *fault);
void strings_close(struct strings *strings);
/* The text of a key, which lives as long as the strings; of one that there is not, "". */
struct field strings_text(const struct strings *strings, const char *key);
/* The same for a key that begins with prefix and goes on with a name from elsewhere. */
struct field strings_named(const struct strings *strings, const char *prefix, struct field name);
/* Appends the text of a key with the values for {1}, {2} and so on. */
void strings_fill(const struct strings *strings, struct buffer *out, const char *key,
    const struct field *values, size_t count);

#endif
