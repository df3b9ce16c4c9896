/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * work: which functions of the role framework there are, and which work an invented team
 * or post does.
 */
#ifndef GENERATE_WORK_H
#define GENERATE_WORK_H

#include "draft.h"
#include "phrase_work.h"
#include "world.h"

#include <stdbool.h>

/* "A.i" to "E.v"; "" for work outside of the framework. */
extern const char *const work_functions[WORK_KINDS];

bool work_is_outside(unsigned kind);
/* 0 to 4 for A to E. */
unsigned work_role(unsigned kind);
/* One of the functions of a category, the first of them more often. */
unsigned work_of_role(unsigned role, struct random *random);
unsigned work_outside(struct random *random);

#endif
