/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group: the groups of a run and what was counted in each (all that this
 * filter keeps of its input).
 */
#ifndef MHSW_GROUP_H
#define MHSW_GROUP_H

#include "../../lib/decimal.h"
#include "../../lib/field.h"
#include "group_key.h"
#include "../cell/ratio_sum.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uthash.h>

/* Past this the answer would fill the machine, and nobody would read it. */
#define GROUPS_MAX ((size_t)1000000)
/* Of all groups together, and likewise. */
#define CELLS_MAX ((size_t)16000000)

/* One measure in one group. */
struct cell {
	uint64_t records; /* in the measure's condition */
	/* One-digit answers, which are most: counted here.  A proportion counts
	 * its denominator in count and its numerator in sum. */
	uint64_t count;
	uint64_t sum;
	uint64_t squares;
	struct decimal_sum *exact; /* every other answer; NULL: there was none */
	struct ratio_sum *ratio;   /* of a ratio, likewise */
};

struct group {
	UT_hash_handle hh;
	struct field key; /* owned; the three below are views of it */
	struct field unit;
	struct field period;
	struct field by;
	int64_t day; /* the first day of the period */
	uint64_t records;
	size_t index;        /* in sorted order, after groups_sort */
	struct cell cells[]; /* one for each measure */
};

struct groups {
	size_t measures;
	size_t most;         /* groups that may be */
	struct group *table; /* uthash's head */
	struct group *last;  /* the group found last, since like records come in runs */
	size_t count;
	struct group **sorted; /* after groups_sort */
};

void groups_init(struct groups *groups, size_t measures);
/* The group of that key; a new one where there is none yet, and NULL when
 * there would be too many. */
struct group *groups_take(struct groups *groups, const struct group_key *key, struct field value);
/* Sorts by unit, time, period, further columns: byte order but for the time. */
void groups_sort(struct groups *groups);
void groups_release(struct groups *groups);

/* The sum over all answers of a cell, one-digit ones too. */
struct decimal_sum cell_sum(const struct cell *cell);
/* The sum may be past what is exact. */
bool cell_overflows(const struct cell *cell);

#endif
