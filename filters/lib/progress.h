/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * progress: a line on a terminal's standard error, after about a second.
 */
#ifndef MHSW_PROGRESS_H
#define MHSW_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum progress_when { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress {
	bool shown;      /* may show at all */
	bool drawn;      /* a line stands on the terminal */
	int64_t started; /* monotonic nanoseconds */
	int64_t last;
	uint64_t total; /* bytes of input, or 0 when not known */
};

/* inputs: the descriptors whose sizes make the total.
 * auto: only where standard error is a terminal and standard output is none. */
void
progress_open(struct progress *progress, enum progress_when when, const int *inputs, size_t count);
/* Call it now and then (each 4,096 records). */
void progress_show(struct progress *progress, uint64_t records, uint64_t bytes);
/* Takes the line away. */
void progress_close(struct progress *progress);

#endif
