/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * partial: what one partition of the records counts, as a CSV file that --merge adds up.
 *
 *	DISCLOSIVE: ...,name,value,records,count,sum,squares,more
 *	format,benchmark,1,,,,,
 *	version,PROGRAM'S VERSION,,,,,,
 *	option,NAME,VALUE,,,,,            each that decides what is counted
 *	file,NAME,SHA-256,,,,,            the same, of the file that the option names
 *	partition,ID,COUNT,records,,,,
 *	header,yes,,,,,,                  no: the input was empty, without columns
 *	excluded,no unit,,records,,,,     and the other reasons; rejected; changes
 *	missing,MEASURE,,records,,,,      and the other outcomes, for each measure
 *	group,UNIT,PERIOD,records,,,,     in the order of the output
 *	by,,VALUE,,,,,                    for each further column
 *	peers,,VALUE,,,,,                 the peer group, where a column has them
 *	cell,MEASURE,,records,count,sum,squares,more   of each measure that has a record
 *	more,,,,,,,more                   what did not go into the line
 *	end,,,groups,,,,
 *
 * All numbers are whole and exact.  More is what the measure's kind holds besides.
 */
#ifndef BENCHMARK_PARTIAL_H
#define BENCHMARK_PARTIAL_H

#include "../../lib/filter.h"
#include "../group/intake.h"
#include "settings.h"

#include <stdbool.h>
#include <stdint.h>

enum partial_column {
	PARTIAL_LINE, /* the line's kind */
	PARTIAL_NAME,
	PARTIAL_VALUE,
	PARTIAL_RECORDS,
	PARTIAL_COUNT,
	PARTIAL_SUM,
	PARTIAL_SQUARES,
	PARTIAL_MORE,
	PARTIAL_COLUMNS
};

#define PARTIAL_FORMAT "1"
#define PARTIALS_MAX   100000
/* Bytes of a cell's content in one line, at most. */
#define PARTIAL_MORE_MAX ((size_t)1 << 20)
/* Counts before those of the measures, the first of records in no group; and of each
 * measure. */
#define PARTIAL_NOWHERE  5
#define PARTIAL_WHOLE    7
#define PARTIAL_OUTCOMES 4

extern const char *const partial_columns[PARTIAL_COLUMNS];

/* One count of a partition besides its groups. */
struct partial_count {
	const char *line;
	const char *name;
	uint64_t *records;
};

/* Which partition of how many. */
struct partial_id {
	uint32_t id;    /* from 0 */
	uint32_t count; /* 0: the input is no partition */
};

/* "ID/COUNT". */
bool partial_id_read(struct partial_id *id, const char *text, struct fault *fault);
/* The input is a file of partial counts, by its header. */
bool partial_is(const struct reader *reader);
/* The index-th count of those before the groups; false: there are no more. */
bool partial_count(
    struct intake *intake, struct runrecord *record, size_t index, struct partial_count *count);
/* Writes what the intake has counted, and accounts for every record as used. */
void partial_write(struct filter *filter, struct intake *intake, const struct settings *settings,
    struct partial_id id);

/* What was merged so far. */
struct partial_merge {
	struct intake *intake; /* borrowed, as the two below */
	struct runrecord *record;
	const struct settings *settings;
	uint32_t count;     /* of partitions; 0: not known yet */
	const char **files; /* for each partition: the file that it stood in; owned */
	struct buffer more; /* of the cell at hand */
};

/* Adds a partition, whose header is read.  False with the place of what is wrong. */
bool partial_merge_add(struct partial_merge *merge, struct reader *reader, struct fault *fault);
/* All partitions are there. */
bool partial_merge_whole(const struct partial_merge *merge, struct fault *fault);
void partial_merge_release(struct partial_merge *merge);

/* Adds up all inputs of the filter. */
bool partial_merge_inputs(struct filter *filter, struct intake *intake,
    const struct settings *settings, struct fault *fault);

#endif
