/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_code: the items by what stands for them in the --item column. */
#ifndef SCORE_GATHER_CODE_H
#define SCORE_GATHER_CODE_H

#include "gather.h"
#include "near.h"

#define GATHER_NONE ((size_t)-1)

/* The first item of that code, or GATHER_NONE; gather->next has the others. */
size_t gather_item(const struct gather *gather, struct field code);
/* A code that is no item's, but near to one (near.h). */
bool gather_nearly(const struct gather *gather, struct near *near, struct field code);

#endif
