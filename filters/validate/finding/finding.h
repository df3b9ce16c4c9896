/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * finding: what may be wrong with a record: stable codes, their words, and one
 * finding with its place.
 *
 * E1xx: the file's structure, E2xx: types, E3xx: constraints, E4xx: keys and
 * references, E5xx: rules, E6xx: the table as a whole.  W1xx: what the door
 * changed in the bytes, W2xx: types, W4xx: submissions, W7xx: drift since an
 * earlier run.
 * A code keeps its meaning for ever; a new one is added at the end of its group.
 */
#ifndef VALIDATE_FINDING_H
#define VALIDATE_FINDING_H

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../../lib/reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum finding_code {
	FINDING_STRAY_QUOTE,
	FINDING_AFTER_QUOTE,
	FINDING_OPEN_QUOTE,
	FINDING_LONE_CR,
	FINDING_NUL,
	FINDING_ENCODING,
	FINDING_MORE_FIELDS,
	FINDING_FEWER_FIELDS,
	FINDING_BLANK_LINE,
	FINDING_HEADER_AGAIN,
	FINDING_RUNAWAY_QUOTE,
	FINDING_TOTAL_ROW,
	FINDING_WORKBOOK,
	FINDING_NOT_TEXT,
	FINDING_UTF16,
	FINDING_MARKUP,
	FINDING_INTEGER,
	FINDING_NUMBER,
	FINDING_BOOLEAN,
	FINDING_DATE,
	FINDING_YEARMONTH,
	FINDING_SERIAL_DATE,
	FINDING_EXPONENT,
	FINDING_DATE_ORDER,
	FINDING_NO_SUCH_DAY,
	FINDING_DATETIME,
	FINDING_TIME,
	FINDING_YEAR,
	FINDING_DURATION,
	FINDING_EMAIL,
	FINDING_URI,
	FINDING_UUID,
	FINDING_BINARY,
	FINDING_LIST,
	FINDING_REQUIRED,
	FINDING_ENUM,
	FINDING_MINIMUM,
	FINDING_MAXIMUM,
	FINDING_PATTERN,
	FINDING_TOO_SHORT,
	FINDING_TEXT_TOO_LONG,
	FINDING_MATCH_LIMIT,
	FINDING_EXCLUSIVE_MINIMUM,
	FINDING_EXCLUSIVE_MAXIMUM,
	FINDING_CATEGORY,
	FINDING_UNIQUE,
	FINDING_PRIMARY_KEY,
	FINDING_UNIQUE_KEY,
	FINDING_FOREIGN_KEY,
	FINDING_CODE,
	FINDING_CODE_DATE,
	FINDING_DETERMINED,
	FINDING_DUPLICATE,
	FINDING_SEVERAL,
	FINDING_RULE,
	FINDING_RULE_LIMIT,
	FINDING_FEW_RECORDS,
	FINDING_MANY_RECORDS,
	FINDING_MANY_MISSING,
	FINDING_MARK, /* the first of the repairs */
	FINDING_CONVERTED,
	FINDING_LINE_ENDS,
	FINDING_DELIMITER,
	FINDING_SKIPPED_LINES,
	FINDING_TRAILING_BLANK,
	FINDING_TRIMMED,
	FINDING_FOLDED,
	FINDING_REQUOTED,
	FINDING_BLANKED,
	FINDING_DATE_REWRITTEN,
	FINDING_NUMBER_REWRITTEN,
	FINDING_COLUMNS_MOVED, /* the last of the repairs */
	FINDING_TOTAL_LAST,
	FINDING_ONE_COLUMN,
	FINDING_EMPTY,
	FINDING_SPECIAL_NUMBER,
	FINDING_REPLACED,
	FINDING_LATE,
	FINDING_NOT_RECEIVED,
	FINDING_NOT_EXPECTED,
	FINDING_DRIFT_RECORDS,
	FINDING_DRIFT_MISSING,
	FINDING_DRIFT_CODES,
	FINDING_DRIFT_COLUMNS,
	FINDING_CODES
};

#define FINDING_NONE FINDING_CODES

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

#define FINDING_NO_FIELD ((size_t)-1)
#define FINDING_NO_PART  ((size_t)-1)

/* The words of a code. */
struct finding_text {
	const char *name; /* "E101" */
	const char
	    *words; /* what is wrong, in words that follow a field's name where there is one */
	const char *advice; /* what to do */
	const char *more;   /* for --explain */
};

extern const struct finding_text finding_texts[FINDING_CODES];

/* What a check of a record has against it, before it has a place. */
struct breach {
	enum finding_code code;
	enum severity severity;
	size_t field;   /* of the schema, or FINDING_NO_FIELD */
	size_t part;    /* which of several rules or keys of that code, or FINDING_NO_PART */
	uint64_t first; /* keys: the origin (keys_judge) of the record that had it first; 0: none */
};

/* Texts are borrowed: file as long as the run, value as long as the record. */
struct finding {
	enum finding_code code;
	enum severity severity;
	size_t field; /* of the schema, or FINDING_NO_FIELD */
	size_t part;  /* which rule or key, or FINDING_NO_PART */
	const char *file;
	struct reader_place place; /* line 0: about the file as a whole */
	uint64_t record;           /* its number, from 1; 0: none */
	const char *first_file;    /* NULL: the same file */
	struct reader_place first; /* keys: where the key stood first (column 0);
	                              open quote: where it opened; line 0: not known */
	uint64_t count;            /* how often it was so; 1 but for repairs and the like */
	const char *detail;        /* more words, or NULL; borrowed */
	struct field value;        /* data NULL: none */
};

/* How a room tells of what it found about a file or the whole of them: detail
 * (in words, without values) and file may be NULL; both live for the call alone. */
typedef void notice(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail);

/* The severity that a code has by itself: a warning for W codes. */
enum severity finding_severity(enum finding_code code);
/* The door changed bytes: counted once a file (and field). */
bool finding_is_repair(enum finding_code code);
/* "E101" */
const char *finding_name(enum finding_code code);
/* What is wrong, in words that follow a field's name where there is one. */
const char *finding_words(enum finding_code code);
/* What to do. */
const char *finding_advice(enum finding_code code);
/* The finding of a record that the reader calls faulty. */
enum finding_code finding_of_reader(const struct reader *reader);
/* "error", "warning" */
const char *finding_severity_name(enum severity severity);
/* Appends "listened is over the maximum"; name NULL where there is no field. */
void finding_message(const struct finding *finding, const char *name, struct buffer *out);
/* --explain: writes all about the code of that name to standard output; a fault
 * for a name that is none. */
bool finding_explain(const char *name, struct fault *fault);

#endif
