/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * crew: programs that run beside each other, so many at a time, each with its messages
 * in a file of its own.
 */
#ifndef REPORT_CREW_H
#define REPORT_CREW_H

#include "../../lib/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct crew_task {
	char **arguments;     /* the program's path first; NULL ends them; owned by the caller */
	const char *messages; /* the file that takes what it says; borrowed */
	pid_t process;        /* 0: not begun, or ended */
	bool ended;
	int state; /* as waitpid gives it */
};

/* Runs the tasks in their order, at most so many at a time, and waits for all that were
 * begun.  After one that failed no other is begun: all before it are done, so that the
 * first one that failed is the same in every run.  False with the fault where a program
 * cannot be started, and without one where a signal ends the work (the programs are
 * ended; the signal is raised again once it may be). */
bool crew_run(struct crew_task *tasks, size_t count, size_t at_once, struct fault *fault);
/* Whether it ended with the exit status 0. */
bool crew_succeeded(const struct crew_task *task);

#endif
