/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_state: what the reader's own parts share; nobody else includes it. */
#ifndef MHSW_READER_STATE_H
#define MHSW_READER_STATE_H

#include "reader.h"

struct reader_state {
	struct reader_dialect dialect; /* as asked for */
	int descriptor;
	bool begun;         /* the byte-order mark was looked for */
	bool at_end;        /* read returned 0 */
	uint64_t bytes;     /* read so far */
	uint64_t next_line; /* the physical line of the next record */

	char *data;
	size_t capacity;
	size_t filled;   /* bytes in data */
	size_t position; /* where the next record begins */
	uint64_t *masks; /* of data[0 .. filled) */
	unsigned char *high;

	struct field *fields; /* of the record at hand */
	size_t count;
	size_t field_capacity;
	char *scratch; /* unquoted values, each at its field's own offset */
	size_t scratch_capacity;

	char **texts;        /* the header's names, NUL-terminated, owned */
	struct field *names; /* views of them */
};

/* What one pass over the masks found. */
enum outcome {
	OUTCOME_RECORD,  /* a whole record */
	OUTCOME_MORE,    /* the buffer ends inside it */
	OUTCOME_DECLINED /* not plainly well formed: libcsv decides */
};

struct split {
	size_t end;        /* offset behind the record's last byte */
	size_t ending;     /* bytes of its line's end */
	size_t line_feeds; /* inside quotes */
	size_t quote;      /* the quote that opened last */
	size_t nul;        /* the first NUL, or SPLIT_NONE */
	bool open;         /* the buffer ends inside quotes */
	bool judged;       /* a fault is seen, the end of its line is not */
};
#define SPLIT_NONE ((size_t)-1)

/* Makes the buffer that large; what is in it stays. */
void reader_take_room(struct reader_state *state, size_t capacity);
/* Brings more input behind what is left of the buffer.  A record that fills a
 * good part of it is read in large steps, so that its beginning is not scanned
 * again for every small write of a pipe. */
bool reader_refill(struct reader *reader, struct fault *fault);

/* Splits the record that begins at position. */
enum outcome reader_split(struct reader *reader, struct split *split);

/* Frees the header's names. */
void reader_forget_header(struct reader *reader);

#endif
