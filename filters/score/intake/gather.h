/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gather: one line for each answer.  The lines of a record stand together, and make one
 * record; what is not among the instrument's items is passed over.
 *
 * Memory: the record at hand (16 MiB at most), and the key of each record (lib/digest_set).
 */
#ifndef SCORE_GATHER_H
#define SCORE_GATHER_H

#include "../../lib/digest_set.h"
#include "../../lib/filter.h"
#include "passed.h"

/* Records of one input; a file that has more is divided first. */
#define GATHER_RECORDS_MAX ((size_t)10000000)

/* The columns; all are borrowed. */
struct gather_layout {
	const struct filter_list *record; /* equal in all lines of one record */
	const struct filter_list *keep;   /* passed on beside them */
	const char *item;                 /* holds an item's `column` */
	const char *answer;
};

struct gather_code;
struct intake;

/* Where a field of an answer's line is kept. */
struct gather_span {
	size_t start;
	size_t length;
};

struct gather {
	struct gather_layout layout;
	struct passed passed;
	size_t item; /* columns of the data */
	size_t answer;
	struct gather_code *codes; /* the items by their `column`; owned, as all below */
	size_t code_count;
	struct gather_code *index;  /* the table of them */
	struct gather_code *nearly; /* of them, by what makes two codes near */
	size_t *next;               /* of each item: another one of the same code */
	struct digest_set seen;
	bool waiting; /* the reader holds the first line of the next record */
	/* the record at hand */
	bool *found;         /* of each item: a line answers it */
	uint64_t known;      /* lines with items of the instrument */
	uint64_t others;     /* all others */
	struct buffer lines; /* for the rejects */
	/* further columns of the answers' lines: count of them for each item */
	size_t *with;
	size_t with_count;
	struct gather_span *spans;
	struct buffer fields;
	/* so far */
	uint64_t number; /* records */
	uint64_t records;
	uint64_t known_lines;
	uint64_t other_lines;
	uint64_t differing;  /* kept values */
	uint64_t line;       /* where the first line with another item is */
	uint64_t near_lines; /* of these, with items that are near to the instrument's */
	uint64_t near_line;  /* where the first one is */
};

struct gather *gather_new(const struct gather_layout *layout);
void gather_free(struct gather *gather);
/* Finds the columns in the open input, and those of the items' conditions among those
 * that are passed on. */
bool gather_open(struct intake *intake, struct fault *fault);
/* The next record, as intake_next. */
bool gather_next(struct intake *intake);
/* Tells what was gathered; the exit status becomes 1 where data failed. */
void gather_close(struct intake *intake);

/* One more column of the answers' lines; *index says which it is. */
bool gather_with(struct intake *intake, const char *name, size_t *index, struct fault *fault);
/* Of the item's line as it stands, quotes included; empty where it has none. */
struct field gather_field(const struct gather *gather, size_t item, size_t index);

#endif
