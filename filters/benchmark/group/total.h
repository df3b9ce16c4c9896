/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * total: a group over all units, for each period and further columns.
 *
 * It is no unit: it is not compared with them, and its records are counted as theirs.
 */
#ifndef BENCHMARK_TOTAL_H
#define BENCHMARK_TOTAL_H

#include "group.h"

/* A total of given figures cannot be made. */
bool total_check(const char *name, const struct measures *measures, struct fault *fault);
/* Adds the totals, as groups of a unit of that name, over all units but the nation (NULL:
 * there is none), which holds them all already.  A unit of the data that has the name is a
 * fault, and so are more groups than there may be. */
bool total_add(struct groups *groups, const struct group_key *key, const char *name,
    const char *national, struct fault *fault);

#endif
