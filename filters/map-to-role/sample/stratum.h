/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * stratum: of some records a few texts, drawn by what the records are.
 *
 * Each record has a place, its digest under a fixed key.  The records with the first
 * places are drawn, until they hold as many different texts as are wanted, and on until
 * the next new text: so every record has the same chance, a frequent text is drawn as
 * often as its records are, and stands for so many; and the draw hangs neither on the
 * order of the records nor on chance.  Records that are the same in all their fields
 * have one place, and are drawn together.
 *
 * No more than STRATUM_RECORDS records for each text are kept, and of each different text
 * one line.  A text so rare that it does not stand among these is not drawn.
 */
#ifndef ROLE_STRATUM_H
#define ROLE_STRATUM_H

#include "../../lib/digest.h"
#include "../../lib/field.h"

#include <stddef.h>
#include <stdint.h>

#define STRATUM_RECORDS 8

/* A text that is drawn, or may be. */
struct drawn {
	unsigned char digest[DIGEST_WIDE_SIZE]; /* of the text */
	unsigned char place[DIGEST_WIDE_SIZE];  /* the first one of its records */
	uint64_t records;                       /* drawn with it; 0: it is not drawn */
	size_t length;
	char *line; /* of the record with the first place; owned */
};

struct record_entry;
struct text_entry;

struct stratum {
	struct record_entry *records; /* by place */
	struct record_entry **heap;   /* the last place on top; when settled by place */
	size_t count;
	size_t capacity;
	size_t most; /* records to keep */
	struct text_entry *texts;
	uint64_t seen; /* records, all */
	/* when settled */
	const struct drawn **drawn; /* by place; the list is owned */
	size_t drawn_count;
	uint64_t drawn_records;
};

/* For so many texts at most, at least one. */
void stratum_init(struct stratum *stratum, size_t texts);
/* Wipes and frees. */
void stratum_release(struct stratum *stratum);
/* One record: its bytes, its text, and what is kept of it. */
void
stratum_add(struct stratum *stratum, struct field record, struct field text, struct field line);
/* The different texts that can be drawn. */
size_t stratum_texts(const struct stratum *stratum);
/* After the last record: draws so many texts, no more than there are. */
void stratum_settle(struct stratum *stratum, size_t texts);

#endif
