/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * writer: records to a descriptor through one buffer, every write checked.
 *
 * A field that the filter does not change is passed byte for byte, but for line
 * breaks inside it, which become one blank each: one record is one line.
 */
#ifndef MHSW_WRITER_H
#define MHSW_WRITER_H

#include "diag.h"
#include "field.h"
#include "reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct digest_stream;

struct writer {
	int descriptor;
	const char *name; /* for messages; borrowed */
	char *data;
	size_t used;
	size_t capacity;
	size_t fields;    /* written of the record at hand */
	bool lone_empty;  /* the record at hand is one empty field so far */
	int error;        /* errno of the first write that failed, or 0 */
	uint64_t records; /* ended so far */
	uint64_t folded;  /* line breaks made blanks */
	/* of the bytes that are written; NULL: none is wanted; borrowed */
	struct digest_stream *digest;
};

void writer_open(struct writer *writer, int descriptor, const char *name);
/* Writes what is left; false with the fault when any write has failed. */
bool writer_flush(struct writer *writer, struct fault *fault);
/* Wipes and frees the buffer without writing; after writer_flush. */
void writer_close(struct writer *writer);

/* The next field as it stands (quotes included), line breaks folded. */
void writer_raw(struct writer *writer, struct field raw);
/* All fields of the reader's record as they stand. */
void writer_record(struct writer *writer, const struct reader *reader);
/* The next field from a value: quoted only where needed, line breaks folded. */
void writer_value(struct writer *writer, struct field value);
static inline void
writer_text(struct writer *writer, const char *text)
{
	writer_value(writer, field_of(text));
}
/* The header's names of the reader. */
void writer_header(struct writer *writer, const struct reader *reader);
/* Ends the record; false as soon as a write has failed. */
bool writer_end(struct writer *writer);
/* Bytes as they are, outside any record (rejects, reports). */
void writer_bytes(struct writer *writer, const char *data, size_t length);

#endif
