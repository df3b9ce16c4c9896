/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_state: what the reader's own parts share; nobody else includes it. */
#ifndef MHSW_READER_STATE_H
#define MHSW_READER_STATE_H

#include "reader.h"

/* The fuzzers make it small, so that records meet the buffer's end. */
#ifndef READER_FIRST_CAPACITY
#define READER_FIRST_CAPACITY ((size_t)256 << 10)
#endif

/* The place that was asked for last. */
struct reader_found {
	const char *record; /* the record in which: its first byte and its line tell it */
	uint64_t line;
	const char *at;
	struct reader_place place;
};

struct reader_state {
	struct reader_dialect dialect; /* as asked for */
	int descriptor;                /* -1: memory is read */
	struct field memory;           /* what is left of it; borrowed */
	bool begun;                   /* mark, skipped lines and the header's line were looked at */
	bool at_end;                  /* nothing comes behind what is in data */
	uint64_t bytes;               /* read so far */
	struct digest_stream *digest; /* of them; NULL: none is wanted */
	uint64_t next_line;           /* the physical line of the next record */

	/* The line breaks in one record's quotes from which the guard looks into it;
	 * SIZE_MAX: there is no guard. */
	size_t guard;
	uint64_t long_record; /* the number of the record that is that long by right */

	/* bytes that are not decoded yet; not used where the input is UTF-8 */
	struct buffer raw;
	size_t raw_taken;
	bool raw_end; /* read returned 0 */

	struct buffer preamble;

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

	size_t header_line;  /* for messages */
	char **texts;        /* the header's names, NUL-terminated, owned */
	struct field *names; /* views of them */

	struct reader_found found;
};

/* What one pass over the masks found. */
enum outcome {
	OUTCOME_RECORD,  /* a whole record */
	OUTCOME_MORE,    /* the buffer ends inside it */
	OUTCOME_LONG,    /* a quote is open over more line breaks than the guard likes */
	OUTCOME_DECLINED /* not plainly well formed: libcsv decides */
};

struct split {
	size_t end;       /* offset behind the record's last byte; OUTCOME_LONG: behind
	                   * the line break that was too many */
	size_t ending;    /* bytes of its line's end */
	size_t line_ends; /* inside quotes */
	size_t quote;     /* the one that opened last; without any, the record's begin */
	size_t nul;       /* the first NUL, or SPLIT_NONE */
	size_t guard;     /* line_ends from which the guard is asked */
	bool open;        /* the buffer ends inside quotes */
	bool judged;      /* a fault is seen, the end of its line is not */
};
#define SPLIT_NONE ((size_t)-1)

/* Makes the buffer that large; what is in it stays. */
void reader_take_room(struct reader_state *state, size_t capacity);
/* Brings input until wanted bytes stand behind position, which becomes 0, or the
 * input ends.  The masks are not made. */
bool reader_gather(struct reader *reader, size_t wanted, struct fault *fault);
/* Brings more input behind what is left of the buffer.  A record that fills a
 * good part of it is read in large steps, so that its beginning is not scanned
 * again for every small write of a pipe. */
bool reader_refill(struct reader *reader, struct fault *fault);
/* The masks of what is in the buffer. */
void reader_make_masks(struct reader *reader);

/* What stands before the first record, and what its line says of the others. */
bool reader_begin(struct reader *reader, struct fault *fault);

/* Splits the record that begins at position. */
enum outcome reader_split(struct reader *reader, struct split *split);

/* Whether a line ends with this byte; the one behind it is readable. */
static inline bool
reader_ends_line(const struct reader *reader, const char *at)
{
	return *at == '\n' || (*at == '\r' && reader->carriage && at[1] != '\n');
}
/* Lines that end in [data, end). */
size_t reader_line_ends(const struct reader *reader, const char *data, const char *end);
/* The place of a byte of the record at hand, or of one behind it. */
struct reader_place reader_place_at(const struct reader *reader, const char *at);

/* Hands the record [position, end) out and goes past it. */
void reader_take(struct reader *reader, size_t end, size_t ending, size_t line_ends);

enum judgement {
	JUDGED_FAULTY, /* the record is taken */
	JUDGED_MORE,   /* more input is needed to say */
	JUDGED_SOUND,  /* the guard has nothing against it */
	JUDGED_FAILED
};
/* Asks libcsv about the record that the fast tiers declined. */
enum judgement reader_judge(struct reader *reader, struct split *split, struct fault *fault);
/* Looks into a record behind its OUTCOME_LONG. */
enum judgement reader_judge_long(struct reader *reader, const struct split *split);

/* Whether the quote at offset quote ran away over records that follow on: if so,
 * *next is where the first of these begins.  seen: the byte where it was noticed; what
 * stands up to ahead bytes behind it is looked at too, and with ahead the
 * input's end is one.  All offsets are from position. */
bool reader_runs_away(
    const struct reader *reader, size_t quote, size_t seen, size_t ahead, size_t *next);
/* How far behind the byte where a fault was noticed records are looked for. */
#define READER_LOOK_AHEAD ((size_t)64 << 10)
/* A quote may be open over that many line breaks before its record is looked into:
 * comments of people have some, hardly ever so many, and to look is cheap. */
#define READER_LONG_QUOTE 100

/* Frees the header's names. */
void reader_forget_header(struct reader *reader);

#endif
