/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sandbox: after everything is open, a filter can no more than read, compute
 * and write (libseccomp's and Landlock's only room).
 *
 * Best effort: where the kernel has no Landlock or no seccomp the weaker way is
 * taken, and measures says which, for the run record.  A build with a sanitizer,
 * or with -DMHSW_NO_SANDBOX (for valgrind, whose own system calls are refused
 * otherwise), has none.
 *
 * What a filter needs compiled (PCRE2's machine code) or opened (inputs, tables,
 * spill files) is there before: afterwards no memory becomes executable and
 * nothing is opened but files in the folders of the files named here.
 */
#ifndef MHSW_SANDBOX_H
#define MHSW_SANDBOX_H

#include "diag.h"

#include <stdbool.h>

#define SANDBOX_FILES_MAX 8

struct sandbox {
	/* Files that are yet to be made, renamed into place or removed; NULL entries
	 * are passed over.  Each one's folder is writable, and the folder behind it
	 * where it is a link.  Borrowed, for the call alone. */
	const char *files[SANDBOX_FILES_MAX];
	/* Set by sandbox_enter: "landlock+seccomp", "landlock", "seccomp" or "none". */
	const char *measures;
};

/* Before a secret is read, an input that holds some among them: no core file, and no
 * other process may look into this one.  What /proc/self/fd names (/dev/stdin, /dev/fd/N)
 * the process itself may still open; the rest of /proc/self is root's. */
void sandbox_conceal(void);

/* For the rest of the process's life.  False only where a file's folder cannot be
 * found, which would make the file fail later; a kernel that refuses is no fault. */
bool sandbox_enter(struct sandbox *sandbox, struct fault *fault);

#endif
