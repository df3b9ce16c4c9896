/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * output: files that appear whole or not at all.
 *
 * A regular file is written to a temporary one beside it, synchronised and
 * renamed over the old one, so an old output stays in place until the new one
 * is complete.  Standard output, what else is open already (/dev/fd/N), pipes
 * and devices are written as they are.  A signal or an exit that ends the
 * program removes the temporary files.
 */
#ifndef MHSW_OUTPUT_H
#define MHSW_OUTPUT_H

#include "diag.h"

#include <stdbool.h>
#include <sys/types.h>

struct output {
	int descriptor;
	const char *path; /* as given; borrowed; NULL: standard output */
	char *target;     /* the real file behind links; owned */
	char *temporary;  /* owned; NULL where none is needed */
	int slot;         /* in the list of files to remove on a signal */
};

/* NULL, "-" or /dev/stdout. */
bool output_is_standard(const char *path);
/* mode: of a new file, before the umask (0666 as usual, 0600 for what may hold
 * personal data); a file that is replaced keeps its mode when that is tighter,
 * and its group.  Two outputs into one file are a fault. */
bool output_open(struct output *output, const char *path, mode_t mode, struct fault *fault);
/* A fault where the path is the file that the input is read from: only what the
 * input becomes may take its place. */
bool output_spares(const char *path, int input, struct fault *fault);
/* fsync, close, rename, and fsync of the folder. */
bool output_commit(struct output *output, struct fault *fault);
/* Closes and removes what was written; the old file stays. */
void output_discard(struct output *output);
/* Whether a file can be written there later, found out without a trace; a pipe
 * or a device is not touched. */
bool output_probe(const char *path, struct fault *fault);

#endif
