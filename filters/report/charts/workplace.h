/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workplace: a private folder for the files that charts are made through.
 *
 * While it is there, signals that would end the program wait: whoever waits for
 * programs (crew.h) takes them, and workplace_close lets them do what they do once the
 * folder is gone.  An exit (memory that runs out) removes it too.
 */
#ifndef REPORT_WORKPLACE_H
#define REPORT_WORKPLACE_H

#include "../../lib/diag.h"

#include <signal.h>
#include <stdbool.h>

struct workplace {
	char *path;      /* owned */
	sigset_t before; /* the signals that were held back already */
};

/* Makes the folder, its owner's alone, below TMPDIR or /tmp. */
bool workplace_open(struct workplace *workplace, struct fault *fault);
/* Removes it with all that is in it; then a signal that waited ends the program. */
void workplace_close(struct workplace *workplace);
/* The signals that wait. */
void workplace_signals(sigset_t *signals);

#endif
