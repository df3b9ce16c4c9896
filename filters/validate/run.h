/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * run: one file checked: each record goes to the output in canonical form, or
 * to the rejects as it stands with at least one finding in the report.
 */
#ifndef VALIDATE_RUN_H
#define VALIDATE_RUN_H

#include "../lib/filter.h"
#include "finding/findings.h"
#include "key/key.h"
#include "schema/check.h"
#include "schema/judge.h"
#include "schema/match.h"

/* A file beside the output. */
struct side {
	bool open;
	struct output output;
	struct writer writer;
};

struct run {
	struct filter *filter;
	const struct schema *schema; /* NULL: structure only */
	const char *rejects_path;    /* NULL: rejected records are only counted and reported */
	const char *report_path;     /* NULL: standard error */
	struct findings findings;    /* format and limit are set by the caller */

	struct check *checks;
	struct keys keys;
	struct field *names; /* the header's */
	struct match match;
	struct buffer *scratch; /* one for each field */
	struct field *cells;
	unsigned char *states;
	struct field *values;  /* of a record with quotes, without them */
	struct field *changed; /* what a field becomes; data NULL: it stays */
	struct side rejects;
	struct side report;
	uint64_t blanked; /* missing values made empty */
	uint64_t trimmed; /* numbers that stood between blanks */
};

/* The members up to findings are set by the caller, and the filter is open.
 * Opens the side files and writes the headers. */
bool run_begin(struct run *run, struct fault *fault);
bool run_records(struct run *run, struct fault *fault);
/* The rest of the report; the side files appear. */
bool run_end(struct run *run, struct fault *fault);
/* After any of them; side files that run_end did not complete are gone. */
void run_release(struct run *run);

#endif
