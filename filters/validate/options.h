/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line of validate asks for. */
#ifndef VALIDATE_OPTIONS_H
#define VALIDATE_OPTIONS_H

#include "door/dialect.h"
#include "run.h"

#define OPTIONS_SYNOPSIS                                                                           \
	"[-s FILE] [--rejects FILE] [--report FILE] [--format FORMAT] [--max-errors NUMBER] "      \
	"[--max-rejects LIMIT] [--fail-on WHEN] [--delimiter CHARACTER] [--encoding NAME] "        \
	"[--skip-lines NUMBER] [--trim] [--source-column NAME] [--submissions FILE] "              \
	"[--expected FILE] [--reference NAME=FILE] [--max-keys NUMBER] [--compare-with FILE] "     \
	"[--infer] [--describe] [--explain CODE] [FILE ...]"

struct validate_options {
	const char *schema;
	const char *rejects;
	const char *report;
	const char *submissions;
	const char *format;
	const char *max_errors;
	const char *max_rejects;
	const char *max_keys;
	const char *fail_on;
	const char *source_column;
	const char *expected;
	const char *compare_with;
	const char *explain;
	bool trim;
	bool infer;
	bool describe;
	struct dialect_options dialect;
	struct filter_list references;
	struct key_options keys;     /* set by options_read */
	const char **const sides[3]; /* the files that stand beside the output */
};

extern struct validate_options options;
extern const struct filter_option options_table[];

/* Looks at the options before anything is opened, and sets the run and the
 * dialect by them. */
bool options_read(struct run *run, struct reader_dialect *dialect, struct fault *fault);

#endif
