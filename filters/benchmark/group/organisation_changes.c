/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_changes: organisations that were replaced or merged. */
#include "organisation_changes.h"

#include "../../lib/date.h"
#include "../../lib/memory.h"
#include "../../lib/table.h"

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)

#include <stdlib.h>
#include <string.h>
#include <uthash.h>

struct organisation_change {
	UT_hash_handle hh;
	struct field old; /* fields of the table */
	struct field next;
	struct field now; /* at the end of the chain */
	int64_t day;      /* from */
	size_t line;
	bool split;
	bool settled; /* now is set */
	bool on_way;  /* of the chain that is being walked */
};

struct organisation_changes {
	struct table *table;
	struct organisation_change *items; /* one for each row at most */
	struct organisation_change *by_old;
	size_t count;
};

struct columns {
	size_t old;
	size_t next;
	size_t from;
	size_t kind; /* TABLE_NONE: there is none */
};

struct organisation_change *
organisation_changes_find(const struct organisation_changes *changes, struct field code)
{
	struct organisation_change *change;

	HASH_FIND(hh, changes->by_old, code.data, code.length, change);
	return change;
}

/* --- rows --- */

static bool
read_row(struct organisation_changes *changes, const struct columns *columns, size_t row,
    struct organisation_change *change, struct fault *fault)
{
	const struct table *table = changes->table;
	struct field kind =
	    columns->kind != TABLE_NONE ? table_cell(table, row, columns->kind) : field_of("");
	struct date from;

	change->old = table_cell(table, row, columns->old);
	change->next = table_cell(table, row, columns->next);
	change->line = table_line(table, row);
	change->split = field_is(kind, "split");
	if (change->old.length == 0 || change->next.length == 0)
		return fault_at(fault, table_path(table), change->line, 0,
		    "an organisation's change has no %s code",
		    change->old.length == 0 ? "old" : "new");
	if (field_equals(change->old, change->next))
		return fault_at(
		    fault, table_path(table), change->line, 0, "the organisation follows itself");
	if (!date_parse(table_cell(table, row, columns->from), &from))
		return fault_at(fault, table_path(table), change->line, 0,
		    "'from' is not a date such as 2023-04-01");
	if (!change->split && !field_is(kind, "merged") && !field_is(kind, "replaced")
	    && kind.length != 0)
		return fault_at(fault, table_path(table), change->line, 0,
		    "'kind' is one of replaced, merged, split");
	change->day = date_days(from);
	return true;
}

/* Two that followed are a split, whatever the list calls it. */
static bool
add_row(struct organisation_changes *changes, const struct organisation_change *row,
    struct fault *fault)
{
	struct organisation_change *change = organisation_changes_find(changes, row->old);

	if (change == NULL) {
		change = &changes->items[changes->count++];
		*change = *row;
		HASH_ADD_KEYPTR(hh, changes->by_old, change->old.data, change->old.length, change);
		return true;
	}
	if (field_equals(change->next, row->next))
		return fault_at(fault, table_path(changes->table), row->line, 0,
		    "the change of line %zu stands here again", change->line);
	change->split = true;
	return true;
}

static bool
read_rows(struct organisation_changes *changes, struct fault *fault)
{
	const struct table *table = changes->table;
	struct columns columns = { .kind = table_column(table, "kind") };

	if (!table_require(table, "old", &columns.old, fault)
	    || !table_require(table, "new", &columns.next, fault)
	    || !table_require(table, "from", &columns.from, fault))
		return false;
	changes->items = xcalloc(table_rows(table) + 1, sizeof(*changes->items));
	for (size_t row = 0; row < table_rows(table); row++) {
		struct organisation_change change = { 0 };

		if (!read_row(changes, &columns, row, &change, fault)
		    || !add_row(changes, &change, fault))
			return false;
	}
	return true;
}

/* --- chains --- */

static bool
fault_circle(const struct organisation_changes *changes, const struct organisation_change *first,
    struct fault *fault)
{
	const struct organisation_change *change = first;
	struct buffer lines = { 0 };

	do {
		buffer_format(&lines, ", %zu", change->line);
		change = organisation_changes_find(changes, change->next);
	} while (change != first && lines.length < 200);
	buffer_append(&lines, "", 1);
	fault_at(fault, table_path(changes->table), first->line, 0,
	    "organisations follow each other in a circle: the changes of lines %s%s",
	    lines.data + 2, change != first ? ", ..." : "");
	buffer_release(&lines);
	return false;
}

/* What follows the change in its chain, or NULL at its end. */
static struct organisation_change *
next_of(const struct organisation_changes *changes, const struct organisation_change *change)
{
	struct organisation_change *next = organisation_changes_find(changes, change->next);

	return next != NULL && !next->split ? next : NULL;
}

/* Settles all of the chain that begins there. */
static bool
settle_chain(const struct organisation_changes *changes, struct organisation_change *first,
    struct fault *fault)
{
	struct organisation_change *last = first;
	struct organisation_change *next;

	first->on_way = true;
	while (!last->settled && (next = next_of(changes, last)) != NULL) {
		if (next->on_way)
			return fault_circle(changes, next, fault);
		if (next->day < last->day)
			return fault_at(fault, table_path(changes->table), next->line, 0,
			    "the organisation was followed before it came about by line %zu",
			    last->line);
		last = next;
		last->on_way = !last->settled;
	}

	struct field now = last->settled ? last->now : last->next;

	for (struct organisation_change *at = first; at != NULL && !at->settled;
	     at = next_of(changes, at)) {
		at->now = now;
		at->settled = true;
		at->on_way = false;
	}
	return true;
}

static bool
settle(const struct organisation_changes *changes, struct fault *fault)
{
	for (size_t i = 0; i < changes->count; i++) {
		struct organisation_change *change = &changes->items[i];

		if (change->split) {
			change->now = change->old;
			change->settled = true;
		}
	}
	for (size_t i = 0; i < changes->count; i++)
		if (!changes->items[i].settled && !settle_chain(changes, &changes->items[i], fault))
			return false;
	return true;
}

/* --- the list --- */

struct organisation_changes *
organisation_changes_load(const char *path, struct fault *fault)
{
	struct organisation_changes *changes = xcalloc(1, sizeof(*changes));

	changes->table = table_load(path, fault);
	if (changes->table != NULL && read_rows(changes, fault) && settle(changes, fault))
		return changes;
	organisation_changes_free(changes);
	return NULL;
}

struct field
organisation_change_now(const struct organisation_change *change)
{
	return change->now;
}

bool
organisation_change_is_split(const struct organisation_change *change)
{
	return change->split;
}

void
organisation_changes_free(struct organisation_changes *changes)
{
	if (changes == NULL)
		return;
	HASH_CLEAR(hh, changes->by_old);
	table_free(changes->table);
	free(changes->items);
	free(changes);
}
