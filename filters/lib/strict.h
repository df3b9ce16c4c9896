/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * strict: libcsv, the judge of every record that the fast tiers decline.
 */
#ifndef MHSW_STRICT_H
#define MHSW_STRICT_H

#include <stdbool.h>
#include <stddef.h>

enum strict_verdict {
	STRICT_RECORD,    /* a record; consumed bytes with its line's end */
	STRICT_FAULT,     /* not CSV: consumed is the offset of the byte that breaks the rules */
	STRICT_INCOMPLETE /* the bytes end inside the record: more input decides */
};

struct strict_judgement {
	enum strict_verdict verdict;
	size_t consumed;
	size_t fields;
};

/* Judges the first record of data.  at_end: no more input follows, so a quote
 * still open is a fault at offset length. */
struct strict_judgement strict_judge(const char *data, size_t length, bool at_end, char delimiter);

/* Hands every record of a whole input to row (fields as (pointer, length), valid
 * during the call) until the first fault.  False: *fault is its offset (length
 * where a quote is open at the end).  This is the reference that the reader's
 * fuzz target compares with. */
typedef void
strict_row(void *context, const char *const *data, const size_t *lengths, size_t count);
bool strict_parse(
    const char *data, size_t length, char delimiter, strict_row *row, void *context, size_t *fault);

#endif
