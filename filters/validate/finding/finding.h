/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * finding: what may be wrong with a record: stable codes, their words, and one
 * finding with its place.
 *
 * E1xx: the file's structure, E2xx: types, E3xx: constraints, E4xx: keys.
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
	FINDING_INTEGER,
	FINDING_NUMBER,
	FINDING_BOOLEAN,
	FINDING_DATE,
	FINDING_YEARMONTH,
	FINDING_SERIAL_DATE,
	FINDING_EXPONENT,
	FINDING_DATE_ORDER,
	FINDING_NO_SUCH_DAY,
	FINDING_REQUIRED,
	FINDING_ENUM,
	FINDING_MINIMUM,
	FINDING_MAXIMUM,
	FINDING_PATTERN,
	FINDING_TOO_SHORT,
	FINDING_TEXT_TOO_LONG,
	FINDING_MATCH_LIMIT,
	FINDING_UNIQUE,
	FINDING_PRIMARY_KEY,
	FINDING_CODES
};

#define FINDING_NO_FIELD ((size_t)-1)

/* The value is borrowed and lives as long as the record. */
struct finding {
	enum finding_code code;
	size_t field; /* the column, or FINDING_NO_FIELD */
	struct reader_place place;
	uint64_t record;           /* its number, from 1 */
	struct reader_place first; /* keys: where the key stood first (column 0);
	                              open quote: where it opened; line 0: not known */
	struct field value;        /* data NULL: none */
};

/* "E101" */
const char *finding_name(enum finding_code code);
/* What is wrong, in words that follow a field's name where there is one. */
const char *finding_words(enum finding_code code);
/* What to do. */
const char *finding_advice(enum finding_code code);
/* The finding of a record that the reader calls faulty. */
enum finding_code finding_of_reader(const struct reader *reader);
/* Appends "listened is over the maximum"; name NULL where there is no field. */
void finding_message(const struct finding *finding, const char *name, struct buffer *out);
/* --explain: writes all about the code of that name to standard output; a fault
 * for a name that is none. */
bool finding_explain(const char *name, struct fault *fault);

#endif
