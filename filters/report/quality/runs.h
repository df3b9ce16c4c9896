/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * runs: the run records of the programs that made the streams.
 */
#ifndef REPORT_RUNS_H
#define REPORT_RUNS_H

#include "../../lib/config.h"
#include "../../lib/filter.h"

struct run {
	char *name; /* the file's, without folder and ending: the step */
	char *path;
	struct config_file file;
	const char *program;
	const char *version;
	long status;
	long counts[5]; /* in, used, rejected, suppressed, excluded */
};

struct runs {
	struct run *items;
	size_t count;
};

/* Reads the record at path, or all files NAME.json of that folder in the order of their
 * names (numbers in them by their size).  In a folder, what is no run record and what
 * report itself has written are passed over. */
bool runs_add(struct runs *runs, const char *path, struct fault *fault);
void runs_release(struct runs *runs);

#endif
