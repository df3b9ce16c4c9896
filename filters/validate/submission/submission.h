/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * submission: what each organisation sent for each period, over all files of a
 * run, by the rule in the schema's "submissions".
 *
 * Of one organisation and period the submission that was received last counts
 * (where the day is not known of all: that of the last file, in the order of the
 * command line), and the records of the others are replaced.  A record whose organisation or period
 * is missing or bad belongs to no submission, and is never replaced.
 *
 * Kept: about 200 bytes for each organisation and period and 40 for each file
 * that has them; at most 1,000,000 of either.
 */
#ifndef VALIDATE_SUBMISSION_H
#define VALIDATE_SUBMISSION_H

#include "../../lib/pattern.h"
#include "../../lib/table.h"
#include "../../lib/writer.h"
#include "../schema/cell.h"
#include "../schema/schema.h"

#define SUBMISSIONS_MAX 1000000

/* One organisation and period. */
struct submission_group;

/* What one file has of a group. */
struct submission {
	size_t file;      /* from 0 */
	const char *name; /* the file's, as it was given; borrowed */
	uint64_t records;
	int64_t received; /* days since 1970-01-01, or SUBMISSION_NO_DAY */
	size_t earlier;   /* the submission before it of the same group, or SUBMISSION_NONE */
};
#define SUBMISSION_NO_DAY INT64_MIN
#define SUBMISSION_NONE   ((size_t)-1)

struct submissions {
	const struct schema *schema; /* borrowed */
	bool present;                /* the schema has the rule */
	size_t organisation;         /* fields */
	size_t period;
	size_t received; /* or FINDING_NO_FIELD */
	struct pattern *in_name;
	struct table *expected; /* NULL: no list */
	size_t group_count;
	struct submission_group *index; /* uthash's head */
	struct submission *list;
	size_t count;
	size_t room;
	struct buffer key;             /* scratch */
	struct submission_group *last; /* of the record before */
};

/* Reads the schema's "submissions", and the list of those expected (CSV with the
 * columns organisation, period and, where wanted, due; NULL: no list).  Without
 * the rule in the schema there is nothing to do, and a list is a fault. */
bool submissions_open(struct submissions *submissions, const struct schema *schema,
    const char *expected_path, struct fault *fault);
void submissions_close(struct submissions *submissions);

static inline bool
submissions_present(const struct submissions *submissions)
{
	return submissions->present;
}

/* First pass: each well-formed record of each file, file by file (from 0).
 * file_name is borrowed for as long as the submissions live. */
bool submissions_survey(struct submissions *submissions, size_t file, const char *file_name,
    const struct cells *cells, struct fault *fault);
/* Second pass: another submission counts for the record's organisation and period. */
bool submissions_replaced(struct submissions *submissions, size_t file, const struct cells *cells);

/* Tells of what was replaced (W401, the count is that of its records), late
 * (W402), missing (W403) and not expected (W404), by organisation, period and file. */
void submissions_report(const struct submissions *submissions, notice *, void *context);
/* The same as CSV, header and all: organisation, period, status, file, records,
 * received, due.  Status: received, late, missing, replaced, unexpected. */
void submissions_write(const struct submissions *submissions, struct writer *writer);

#endif
