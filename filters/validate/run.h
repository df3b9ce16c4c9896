/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * run: the files checked, one after the other: each record goes to the output in
 * canonical form, or to the rejects as it stands with at least one finding in
 * the report.
 */
#ifndef VALIDATE_RUN_H
#define VALIDATE_RUN_H

#include "../lib/decimal.h"
#include "../lib/filter.h"
#include "../lib/side_file.h"
#include "drift/drift.h"
#include "drift/profile.h"
#include "key/key.h"
#include "report/repairs.h"
#include "rule/limits.h"
#include "rule/rules.h"
#include "schema/row.h"
#include "submission/submission.h"

/* Blank lines that look the same, one behind the other. */
struct blank_run {
	uint64_t count;
	size_t length;  /* of each: nothing, or delimiters alone */
	char ending[2]; /* NUL where there is no such byte */
};

#define BLANK_RUNS_MAX 1024

/* Blank lines of which nobody knows yet whether a record follows them. */
struct blanks {
	struct blank_run *runs; /* in the order of the file; owned */
	size_t run_count;
	uint64_t count;
	uint64_t line; /* of the first */
	uint64_t number;
};

/* How the file was written whose header stands above the rejects. */
struct rejects_form {
	struct buffer header; /* without its line's end; empty: no file had one yet */
	char ending[2];       /* of its line; NUL where there is no such byte */
	enum transcode encoding;
	bool carriage;
	bool known;
	bool cut;  /* the last reject has no line's end, as it was the last of its file */
	bool half; /* and ends with half a character of UTF-16 */
};

struct run {
	/* set by the caller */
	struct filter *filter;
	const struct schema *schema; /* NULL: structure only */
	const char *rejects_path;    /* NULL: rejected records are only counted and reported */
	const char *report_path;     /* NULL: standard error */
	const char *submissions_path;
	const char *source_column; /* NULL: the file's name is not appended */
	bool trim;
	bool profiled; /* somebody wants to know what the records are like as a whole */
	bool fail_on_warning;
	struct decimal rejects_allowed; /* a count, or with rejects_percent a percentage */
	bool rejects_percent;
	struct findings findings; /* format and limit */
	struct keys keys;
	struct rules rules;
	struct limits limits;
	struct submissions submissions;
	struct profile profile;
	const struct drift *drift; /* NULL: not compared */

	/* the run's own */
	struct row row;
	struct side_file rejects;
	struct side_file report;
	struct side_file list; /* of submissions */
	char **header;         /* the names of the output's columns; owned */
	size_t header_count;
	struct rejects_form rejects_form;
	bool table_failed;   /* a finding about the table as a whole is an error */
	struct fault *fault; /* why the records cannot go on */

	/* of the file at hand */
	const char *file;
	struct repairs repairs;
	struct blanks blanks;
	uint64_t line_ends;   /* that are not LF */
	uint64_t line_feeds;  /* that are */
	struct finding total; /* the last record, where it looks like a row of totals */
	uint64_t before[4];   /* in, used, rejected, excluded when the file began */
};

/* The filter is open.  Opens the side files and begins the first file. */
bool run_begin(struct run *run, struct fault *fault);
/* Looks through the files before the first record is judged, where that is needed
 * (survey.c): their headers agree, and what looks back or forward is known. */
bool run_survey(struct run *run, struct fault *fault);
/* All records of all files. */
bool run_files(struct run *run, struct fault *fault);
/* The rest of the report; the side files appear. */
bool run_end(struct run *run, struct fault *fault);
/* After any of them; side files that run_end did not complete are gone. */
void run_release(struct run *run);

/* --- between the parts of a run --- */

/* file.c: a file begins once its header is read, and ends. */
bool run_file_begin(struct run *run, struct fault *fault);
void run_file_end(struct run *run);
/* How the header's or the record's line ends. */
void run_count_ending(struct run *run);
/* The names of the output's columns for the file at hand are those of the run. */
bool run_agrees(const struct run *run, const struct reader *reader, const struct match *match,
    struct fault *fault);

/* rejects.c: the rejects of all files stand below one header, so they have to be
 * written alike; the header of the first file; and the record at hand. */
bool run_rejects_agree(const struct run *run, const struct reader *reader, struct fault *fault);
void run_rejects_header(struct run *run);
void run_rejects_record(struct run *run);
/* Bytes as they stand in the file, after transcoding back; ended: by a line's end. */
void run_rejects_bytes(struct run *run, const char *data, size_t length, bool ended);

/* record.c: the reader's record at hand; false: run->fault. */
bool run_record(struct run *run);
void run_reject_structure(struct run *run, enum finding_code code, struct reader_place place);
/* A finding about the record at hand, at a field's place. */
void run_find(struct run *run, const struct breach *breach, struct field value);

/* totals.c: the first value of the record, or the second where it has none, is the
 * word for a total; no value of it is an error by itself; then it is told if it
 * turns out to be the last record of its file. */
bool run_looks_total(const struct reader *reader);
bool run_total_stands(struct run *run);
void run_total_note(struct run *run);

/* emit.c: the record at hand in canonical form. */
void run_emit(struct run *run);

/* blanks.c: a blank line; then a record follows them, or the file ends. */
void run_blank_hold(struct run *run);
void run_blank_reject(struct run *run);
void run_blank_drop(struct run *run);

/* A room's word on files or on all of them (a notice). */
void run_notice(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail);

#endif
