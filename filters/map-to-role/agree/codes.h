/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * codes: what two coders gave the records, counted by group.
 *
 * Values and groups are kept by their number, in the order in which they first stand in
 * the records; codes_group_order gives one that does not hang on it.
 */
#ifndef ROLE_CODES_H
#define ROLE_CODES_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CODES_VALUES_MAX 200
#define CODES_GROUPS_MAX 200
/* Different pairs of values, each counted apart in each group. */
#define CODES_CELLS_MAX 250000
#define CODES_FULL      ((size_t)-1)

/* What a record outside of the framework has: a blank, or this word. */
#define CODES_NONE "none"

/* How many records a group has of one pair of values. */
struct codes_cell {
	size_t group;
	size_t first; /* values */
	size_t second;
	uint64_t records;
};

struct name_list;
struct cell_table;

struct codes {
	struct name_list *values; /* owned */
	struct name_list *groups;
	struct cell_table *cells;
};

void codes_init(struct codes *codes);
/* Wipes and frees. */
void codes_release(struct codes *codes);

/* The number of a value or group, new or not; CODES_FULL: there are too many. */
size_t codes_value(struct codes *codes, struct field value);
size_t codes_group(struct codes *codes, struct field name);
/* One record.  False: there are too many different pairs. */
bool codes_count(struct codes *codes, size_t group, size_t first, size_t second);

size_t codes_values(const struct codes *codes);
size_t codes_groups(const struct codes *codes);
size_t codes_cells(const struct codes *codes);
/* Names live until the next one is added. */
struct field codes_value_name(const struct codes *codes, size_t value);
struct field codes_group_name(const struct codes *codes, size_t group);
const struct codes_cell *codes_cell(const struct codes *codes, size_t index);
/* The groups by their names' bytes; the caller frees the list. */
size_t *codes_group_order(const struct codes *codes);

#endif
