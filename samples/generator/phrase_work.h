/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phrase_work: what practitioners might write in a log of their work, and what a job
 * description or a statement of duties might say, by function of the role framework.
 *
 * All of it is invented, and written without a look at the rules that read it.
 */
#ifndef GENERATE_PHRASE_WORK_H
#define GENERATE_PHRASE_WORK_H

#include "phrase.h"

/* The functions in the framework's order, then four kinds of work outside of it:
 * administration, travel, clinical work, meetings about the team itself. */
#define WORK_FUNCTIONS 30
#define WORK_OUTSIDE   4
#define WORK_KINDS     (WORK_FUNCTIONS + WORK_OUTSIDE)
#define WORK_A         11 /* functions of category A */

#define WORK_TASKS_MAX 4

extern const struct phrases phrases_logged_a[WORK_A];
extern const struct phrases phrases_logged_others[WORK_KINDS - WORK_A];
/* At least three for each kind of work; the rest are NULL. */
extern const char *const phrases_tasks[WORK_KINDS][WORK_TASKS_MAX];

#endif
