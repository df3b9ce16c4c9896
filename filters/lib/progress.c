/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress: a line on a terminal's standard error, after about a second. */
#include "progress.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SECOND INT64_C(1000000000)

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * SECOND + time.tv_nsec;
}

void
progress_open(struct progress *progress, enum progress_when when, const int *inputs, size_t count)
{
	struct stat status;

	*progress = (struct progress){ 0 };
	progress->shown = when == PROGRESS_ALWAYS
	    || (when == PROGRESS_AUTO && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO));
	if (!progress->shown)
		return;
	progress->started = now();
	for (size_t i = 0; i < count; i++) {
		if (fstat(inputs[i], &status) != 0 || !S_ISREG(status.st_mode)) {
			progress->total = 0;
			return;
		}
		progress->total += (uint64_t)status.st_size;
	}
}

void
progress_show(struct progress *progress, uint64_t records, uint64_t bytes)
{
	int64_t time;
	double seconds;

	if (!progress->shown)
		return;
	time = now();
	if (time - progress->started < SECOND || time - progress->last < SECOND / 4)
		return;
	progress->last = time;
	progress->drawn = true;
	seconds = (double)(time - progress->started) / (double)SECOND;
	fprintf(stderr, "\r\033[K%llu records, %.0f a second", (unsigned long long)records,
	    (double)records / seconds);
	if (progress->total > bytes && bytes != 0)
		fprintf(stderr, ", %.0f s to go",
		    seconds * (double)(progress->total - bytes) / (double)bytes);
	fflush(stderr);
}

void
progress_close(struct progress *progress)
{
	if (progress->drawn)
		fputs("\r\033[K", stderr);
	progress->drawn = false;
}
