/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * partial: the exact sums of one partition of the records, as a small CSV file.
 *
 *	kind,name,other,records,sum,other_sum,product
 *	format,score reliability,1,,,,
 *	instrument,NAME,VERSION,,,,
 *	digest,SHA-256 of the instrument's file,,,,,
 *	partition,ID,COUNT,records,,,
 *	missing,ITEM,,records,,,               and the other kinds of no answer
 *	at_minimum,ITEM,,answers,,,            of what scales add up; then at_maximum
 *	pair,ITEM,OTHER,records,sum,sum,sum of products
 *	scored,SCALE,,scores,sum,,sum of squares
 *
 * A box goes by its item's name; the order of the lines, which is the instrument's, tells
 * it from the item itself.  Sums count from the least answer, and from the least score,
 * that is possible.
 */
#ifndef SCORE_PARTIAL_H
#define SCORE_PARTIAL_H

#include "../../lib/reader.h"
#include "../../lib/writer.h"
#include "sums.h"

#define PARTIAL_COLUMNS   7
#define PARTIAL_COUNT_MAX 100000

/* One line of sums: its names, and where its numbers are.  What a kind has not is NULL. */
struct partial_line {
	const char *kind;
	const char *name;
	const char *other;
	uint64_t *records;
	decimal_unsigned *sum;
	decimal_unsigned *other_sum;
	struct decimal_squares *product;
	/* of one record: the largest values, and the decimals of the sums */
	decimal_unsigned range;
	decimal_unsigned other_range;
	unsigned places;
	bool square; /* the product is of the first value and itself */
};

extern const char *const partial_columns[PARTIAL_COLUMNS];

/* The index-th line of sums; false: there are no more. */
bool partial_line(const struct sums *sums, size_t index, struct partial_line *line);

/* Which partition of how many. */
struct partial_id {
	uint32_t id; /* from 0 */
	uint32_t count;
};

/* "ID/COUNT". */
bool partial_id_read(struct partial_id *id, const char *text, struct fault *fault);
/* The whole partition; the sums are settled. */
void partial_write(
    const struct sums *sums, struct partial_id id, const char *digest, struct writer *writer);

/* What was merged so far. */
struct partial_merge {
	struct sums *sums; /* borrowed */
	const char *digest;
	uint32_t count;     /* of partitions; 0: not known yet */
	const char **files; /* for each partition: the file that it stood in; owned */
};

/* Adds a partition: its header is read.  Each record is counted in lines.  False with the
 * file and the line of what is wrong. */
bool partial_merge_add(
    struct partial_merge *merge, struct reader *reader, uint64_t *lines, struct fault *fault);
/* All partitions are there. */
bool partial_merge_whole(const struct partial_merge *merge, struct fault *fault);
void partial_merge_release(struct partial_merge *merge);

#endif
