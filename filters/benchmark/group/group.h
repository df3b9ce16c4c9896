/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group: the groups of a run and what was counted in each (all that this
 * filter keeps of its input).
 */
#ifndef MHSW_GROUP_H
#define MHSW_GROUP_H

#include "../../lib/field.h"
#include "../cell/cell.h"
#include "../measure/measure.h"
#include "group_key.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Past this the answer would fill the machine, and nobody would read it. */
#define GROUPS_MAX ((size_t)1000000)
/* Of all groups together, and likewise. */
#define CELLS_MAX ((size_t)16000000)

struct peer_unit;

struct group {
	struct field key; /* the three below are views of it */
	struct field unit;
	struct field period;
	struct field by;
	int64_t day;  /* the first day of the period */
	int64_t last; /* its last */
	int length;   /* window.h */
	uint64_t records;
	bool national; /* --national: no peer of any unit */
	/* after groups_sort: its place, and those of its unit, its period and its further
	 * columns among all that there are */
	size_t index;
	uint32_t unit_place;
	uint32_t period_place;
	uint32_t by_place;
	const struct peer_unit *peer; /* the unit in a list of peers; NULL: in none */
	bool total;                   /* over all units: no unit to compare with (total.h) */
	struct cell cells[];          /* one for each measure */
};

struct group_slot {
	uint32_t hash;
	uint32_t place; /* in all, plus 1; 0: none */
};

struct groups {
	const struct measures *measures;
	size_t most;        /* groups that may be */
	struct group *last; /* the group found last, since like records come in runs */
	size_t count;
	struct group **all;    /* in the order in which they came */
	struct group **sorted; /* after groups_sort: all, in order; no group is taken any more */

	/* the table of keys: open addressing, since a million groups may ask for 8 to 16
	 * bytes each and not for uthash's 56 and more */
	struct group_slot *slots;
	size_t room; /* a power of 2 */
};

/* measures is borrowed. */
void groups_init(struct groups *groups, const struct measures *measures);
/* The group of that key; a new one where there is none yet, and NULL when
 * there would be too many. */
struct group *groups_take(struct groups *groups, const struct group_key *key, struct field value);
/* By unit, time, period, further columns: byte order but for the time. */
int group_compare(const struct group *left, const struct group *right);
/* Sorts so, and numbers the units, periods and further columns in their order. */
void groups_sort(struct groups *groups);
void groups_release(struct groups *groups);

#endif
