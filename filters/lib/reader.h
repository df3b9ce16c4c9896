/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reader: a pull reader of the record stream (RFC 4180, UTF-8), and with a dialect
 * of the world's CSV: other delimiters, encodings and line ends, lines above the
 * header, quotes that were never closed.
 *
 * Three tiers: unquoted fields and plainly well-formed quotes are split over
 * bit masks of the bytes that matter; whatever else stands in the input goes
 * to libcsv (strict.h), which decides.  Nothing is lost: preamble, header and
 * records, each as reader_original gives it, are the file byte for byte.
 *
 * Lifetimes: record, fields and values are views that live until the next
 * reader_next or reader_close.
 */
#ifndef MHSW_READER_H
#define MHSW_READER_H

#include "diag.h"
#include "field.h"
#include "memory.h"
#include "transcode.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A record past this ends the reading (READER_FAILED): a quote that was never
 * closed is no reason to eat the machine's memory. */
#define READER_RECORD_MAX ((size_t)16 << 20)

/* Comma, semicolon, tab or bar: the one that the header's line has most of
 * outside quotes; a comma where it has none of them, or as many.  No delimiter is a
 * quote, so this is none. */
#define READER_DELIMITER_AUTO '"'

/* How a file differs from the record stream; {0} is the stream itself. */
struct reader_dialect {
	char delimiter;          /* an ASCII character; 0: comma; READER_DELIMITER_AUTO */
	enum transcode encoding; /* without a byte-order mark that says another */
	size_t skip_lines;       /* physical lines above the header */
	/* The file's own marks are heeded: a byte-order mark, a header that ends in a
	 * carriage return alone (then every line may), a quote that runs away. */
	bool mend;
	bool trim; /* blanks and tabs are taken off the ends of the header's names */
};

/* A header past this is no header, and a record's fields past it are counted alone. */
#define READER_COLUMNS_MAX 10000

enum reader_status {
	READER_RECORD, /* a record: fields and count are set */
	READER_FAULTY, /* a record that is not well formed: error says why */
	READER_END,    /* no more input */
	READER_FAILED  /* the input could not be read: the fault says why */
};

enum reader_error {
	READER_STRAY_QUOTE, /* a quote inside an unquoted field */
	READER_AFTER_QUOTE, /* text after a closing quote */
	READER_OPEN_QUOTE,  /* a quote still open at the end of the input */
	READER_LONE_CR,     /* a carriage return without a line feed */
	READER_NUL,         /* a NUL byte */
	READER_ENCODING,    /* not UTF-8 */
	READER_RAGGED,      /* more or fewer fields than the header; fields are set */
	READER_BLANK,       /* an empty line where the header has several columns */
	READER_RUNAWAY      /* a quote open over many lines, where records follow on */
};

/* In the file as it is, before decoding; its byte-order mark counts for nothing. */
struct reader_place {
	uint64_t line;   /* physical line, from 1; LF counts lines (carriage: CR too) */
	uint64_t column; /* byte in that line, from 1 */
};

struct digest_stream;

struct reader {
	/* the record */
	struct field record;        /* its bytes, without the line's end */
	size_t ending;              /* bytes of the line's end after it: 0, 1 or 2 */
	const struct field *fields; /* as they stand, quotes included */
	size_t count;
	bool quoted;                     /* some field is quoted */
	bool broken;                     /* some field has a line break in it */
	uint64_t number;                 /* records so far, faulty ones too; the header is none */
	uint64_t line;                   /* the physical line where the record begins */
	enum reader_error error;         /* after READER_FAULTY */
	struct reader_place fault_place; /* where the fault is seen */
	struct reader_place opened;      /* READER_OPEN_QUOTE, READER_RUNAWAY: where it opened */

	/* the header */
	const char *name; /* the file's name for messages; borrowed */
	size_t columns;   /* 0 before the header and for empty input */
	size_t trimmed;   /* names from whose ends blanks were taken */

	/* the file, known once the header is read */
	char delimiter;
	enum transcode encoding; /* in use; never TRANSCODE_UTF16 */
	bool marked;             /* a byte-order mark stood there */
	bool carriage;           /* lines end in CR (a CRLF and a LF end one as well) */
	struct field preamble;   /* the bytes before the header: mark and skipped lines;
	                          * lives as long as the reader */

	struct reader_state *state; /* reader_state.h: the reader's own */
};

/* Takes the descriptor (the caller closes it); name is borrowed.  A pipe is
 * set to 1 MiB where the system allows it; a UTF-8 BOM is skipped. */
void reader_open(struct reader *reader, int descriptor, const char *name);
/* The same of bytes in memory, which live as long as the reader. */
void reader_open_memory(struct reader *reader, struct field bytes, const char *name);
/* Wipes and frees. */
void reader_close(struct reader *reader);
/* Says how the file is written; after reader_open, before anything is read. */
void reader_set_dialect(struct reader *reader, const struct reader_dialect *dialect);

/* The bytes of the file, before decoding, go into the digest too, from the first on;
 * borrowed. */
void reader_set_digest(struct reader *reader, struct digest_stream *digest);

/* Reads the header.  Empty input: true with columns 0.  Duplicate or empty
 * names and malformed lines are faults.  Its names live as long as the reader. */
bool reader_header(struct reader *reader, struct fault *fault);
/* Takes the header of another reader, for the partitions of a larger file; copied. */
bool reader_take_header(struct reader *reader, const struct reader *other, struct fault *fault);
/* The header's name of a column. */
struct field reader_column_name(const struct reader *reader, size_t column);
#define READER_NONE ((size_t)-1)
/* The column of that name, or READER_NONE. */
size_t reader_column(const struct reader *reader, struct field name);
/* How a header of one column reads that is divided by something else than commas
 * (how to convert the file), or NULL. */
const char *reader_divider(const struct reader *reader);
/* As reader_column, but a missing one is a fault with the nearest name. */
bool
reader_require(const struct reader *reader, const char *name, size_t *column, struct fault *fault);

/* The next record.  fault is set only with READER_FAILED. */
enum reader_status reader_next(struct reader *reader, struct fault *fault);
/* The next record of a file in which every one has to be good; *end: there is none.
 * False with the fault at one that is not, and where the file cannot be read. */
bool reader_next_good(struct reader *reader, bool *end, struct fault *fault);

/* The value of a field: quotes taken off, "" made one quote. */
struct field reader_unquote(const struct reader *reader, struct field raw);
static inline struct field
reader_value(const struct reader *reader, size_t column)
{
	struct field raw = reader->fields[column];

	return raw.length != 0 && raw.data[0] == '"' ? reader_unquote(reader, raw) : raw;
}

/* Appends the record at hand, with its line's end, in the file's own bytes. */
void reader_original(const struct reader *reader, struct buffer *out);

/* The record holds nothing but delimiters, as spreadsheets leave below a table. */
static inline bool
reader_is_blank(const struct reader *reader)
{
	return reader->count > 1 && reader->record.length == reader->count - 1;
}

/* The record is the header again, where files were put together.  Of a single column
 * it may as well be a value, and is none. */
bool reader_is_header(const struct reader *reader);

/* Where a field of this record begins; column count gives the record's end. */
struct reader_place reader_place(const struct reader *reader, size_t column);
/* What is wrong with a faulty record, in words, without any value. */
void reader_describe(const struct reader *reader, struct fault *fault);

/* Bytes read so far, for progress. */
uint64_t reader_bytes(const struct reader *reader);

#endif
