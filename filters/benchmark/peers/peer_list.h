/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * peer_list: which units a unit is compared with: units of its own group, or peers of its
 * own, such as its nearest statistical neighbours.
 */
#ifndef BENCHMARK_PEER_LIST_H
#define BENCHMARK_PEER_LIST_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <uthash.h>

struct group;
struct groups;

/* A unit of the list, or one that is named as a peer only. */
struct peer_unit {
	UT_hash_handle hh;
	struct field name;  /* owned */
	struct field group; /* owned; empty: none */
	size_t line;        /* where its group was met first */
	size_t index;       /* of the list's units, in the order in which they were met */
	/* peers of its own, itself among them, in byte order of their names; borrowed */
	const struct peer_unit *const *peers;
	size_t count; /* 0: it has none */
};

struct peer_list;

/* A file of the columns unit and peer, or unit and group.  NULL with a fault. */
struct peer_list *peer_list_read(const char *path, struct fault *fault);
/* Groups from a column of the data; its name is borrowed. */
struct peer_list *peer_list_of_column(const char *column);
void peer_list_free(struct peer_list *list);

/* The list comes from the data: bind, then take each record. */
bool peer_list_is_column(const struct peer_list *list);
bool peer_list_bind(struct peer_list *list, const struct reader *reader, struct fault *fault);
/* Sets group->peer.  Another value than the unit had before is a fault. */
bool peer_list_take(
    struct peer_list *list, struct group *group, const struct reader *reader, struct fault *fault);

/* The same with the value of a line; false where the unit had another before. */
bool peer_list_enter(struct peer_list *list, struct group *group, struct field value, size_t line);

/* Sets group->peer of all groups by a list from a file. */
void peer_list_assign(const struct peer_list *list, const struct groups *groups);
/* Says how many of the units have no peers; groups are sorted. */
void peer_list_report(const struct peer_list *list, const struct groups *groups);
/* Units are compared with peers of their own, not group by group. */
bool peer_list_has_pairs(const struct peer_list *list);
/* How many units it names. */
size_t peer_list_count(const struct peer_list *list);

static inline bool
peer_unit_has_peers(const struct peer_unit *unit)
{
	return unit != NULL && (unit->group.length != 0 || unit->count != 0);
}

#endif
