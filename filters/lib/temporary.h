/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * temporary: files that go when the program ends, however it ends: by a signal
 * (but SIGKILL) or by exit.  Only output makes them.
 */
#ifndef MHSW_TEMPORARY_H
#define MHSW_TEMPORARY_H

#include <stdbool.h>

/* Stands at the end of each path; mkostemp fills it in. */
#define TEMPORARY_SUFFIX ".XXXXXX"

/* Makes the file; path is kept, and filled in, until temporary_forget.  Returns
 * its descriptor, or -1 with errno.  *slot is -1 where the list is full: that
 * file stays if the program is ended. */
int temporary_make(char *path, int *slot);
/* The file is renamed or removed; a slot of -1 is none. */
void temporary_forget(int slot);
/* A temporary file of target is there. */
bool temporary_stands_for(const char *target);

#endif
