/* SPDX-License-Identifier: GPL-3.0-or-later */
/* peer_list: which units a unit is compared with. */
#include "../../lib/memory.h"

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)

#include "peer_list.h"

#include "../../lib/table.h"
#include "../group/group.h"

#include <stdlib.h>

/* A line of a file of peers. */
struct pair {
	struct peer_unit *unit;
	const struct peer_unit *peer;
	size_t line;
};

struct peer_list {
	struct peer_unit *units; /* uthash's head */
	size_t count;
	const struct peer_unit **peers; /* of all units, one behind the other */
	bool pairs;
	const char *column; /* NULL: from a file */
	size_t field;       /* its column, after peer_list_bind */
};

static struct peer_unit *
find(const struct peer_list *list, struct field name)
{
	struct peer_unit *unit;

	HASH_FIND(hh, list->units, name.data, name.length, unit);
	return unit;
}

static struct field
copy(struct field text)
{
	return (struct field){ xstrndup(text.data, text.length), text.length };
}

static struct peer_unit *
find_or_add(struct peer_list *list, struct field name)
{
	struct peer_unit *unit = find(list, name);

	if (unit != NULL)
		return unit;
	unit = xcalloc(1, sizeof(*unit));
	unit->name = copy(name);
	unit->index = list->count++;
	HASH_ADD_KEYPTR(hh, list->units, unit->name.data, unit->name.length, unit);
	return unit;
}

static bool
read_groups(struct peer_list *list, const struct table *table, size_t group, size_t name,
    struct fault *fault)
{
	for (size_t row = 0; row < table_rows(table); row++) {
		struct field unit_name = table_cell(table, row, name);
		struct peer_unit *unit;

		if (unit_name.length == 0)
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "unit: a name is expected");
		unit = find_or_add(list, unit_name);
		if (unit->line != 0)
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "unit: a second group of the unit of line %zu", unit->line);
		unit->line = table_line(table, row);
		unit->group = copy(table_cell(table, row, group));
	}
	return true;
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *left = a;
	const struct pair *right = b;
	int order =
	    (left->unit->index > right->unit->index) - (left->unit->index < right->unit->index);

	if (order == 0)
		order = field_compare(left->peer->name, right->peer->name);
	return order != 0 ? order : (left->line > right->line) - (left->line < right->line);
}

/* A unit that is listed as its own peer, which it is anyway, is no second time. */
static bool
is_repeated(const struct pair *before, const struct pair *pair)
{
	return before->unit == pair->unit && before->peer == pair->peer;
}

/* Gives each unit its part of the sorted pairs. */
static bool
share_pairs(struct peer_list *list, const struct table *table, const struct pair *pairs,
    size_t count, struct fault *fault)
{
	size_t kept = 0;

	list->peers = xcalloc(count + 1, sizeof(struct peer_unit *));
	for (size_t i = 0; i < count; i++) {
		struct peer_unit *unit = pairs[i].unit;

		if (i != 0 && is_repeated(&pairs[i - 1], &pairs[i])) {
			if (pairs[i].peer == unit)
				continue;
			return fault_at(fault, table_path(table), pairs[i].line, 0,
			    "the same unit and peer as in line %zu", pairs[i - 1].line);
		}
		if (unit->count++ == 0)
			unit->peers = list->peers + kept;
		list->peers[kept++] = pairs[i].peer;
	}
	return true;
}

/* Each unit with its peers, and once with itself. */
static size_t
collect_pairs(
    struct peer_list *list, const struct table *table, size_t peer, size_t name, struct pair *pairs)
{
	size_t count = 0;

	for (size_t row = 0; row < table_rows(table); row++) {
		struct peer_unit *unit = find_or_add(list, table_cell(table, row, name));
		size_t line = table_line(table, row);

		if (unit->line == 0)
			pairs[count++] = (struct pair){ unit, unit, line };
		unit->line = line;
		pairs[count++] =
		    (struct pair){ unit, find_or_add(list, table_cell(table, row, peer)), line };
	}
	return count;
}

static bool
read_pairs(struct peer_list *list, const struct table *table, size_t peer, size_t name,
    struct fault *fault)
{
	struct pair *pairs = xcalloc(2 * table_rows(table) + 1, sizeof(*pairs));
	size_t count;
	bool good;

	list->pairs = true;
	for (size_t row = 0; row < table_rows(table); row++) {
		if (table_cell(table, row, name).length != 0
		    && table_cell(table, row, peer).length != 0)
			continue;
		free(pairs);
		return fault_at(fault, table_path(table), table_line(table, row), 0,
		    "unit, peer: a name is expected in both");
	}
	count = collect_pairs(list, table, peer, name, pairs);
	if (count != 0)
		qsort(pairs, count, sizeof(*pairs), compare_pairs);
	good = share_pairs(list, table, pairs, count, fault);
	free(pairs);
	return good;
}

static bool
read_table(struct peer_list *list, const struct table *table, struct fault *fault)
{
	size_t peer = table_column(table, "peer");
	size_t group = table_column(table, "group");
	size_t name;

	if (!table_require(table, "unit", &name, fault))
		return false;
	if ((peer == TABLE_NONE) == (group == TABLE_NONE))
		return fault_at(fault, table_path(table), 1, 0,
		    "a file of peers has the columns unit and peer, or unit and group");
	return peer != TABLE_NONE ? read_pairs(list, table, peer, name, fault)
	                          : read_groups(list, table, group, name, fault);
}

struct peer_list *
peer_list_read(const char *path, struct fault *fault)
{
	struct peer_list *list = xcalloc(1, sizeof(*list));
	struct table *table = table_load(path, fault);
	bool good = table != NULL && read_table(list, table, fault);

	table_free(table);
	if (good)
		return list;
	peer_list_free(list);
	return NULL;
}

struct peer_list *
peer_list_of_column(const char *column)
{
	struct peer_list *list = xcalloc(1, sizeof(*list));

	list->column = column;
	return list;
}

void
peer_list_free(struct peer_list *list)
{
	struct peer_unit *unit;

	if (list == NULL)
		return;
	unit = list->units;
	/* frees the table, not the units, which stay linked */
	HASH_CLEAR(hh, list->units);
	while (unit != NULL) {
		struct peer_unit *next = unit->hh.next;

		free((char *)unit->name.data);
		free((char *)unit->group.data);
		free(unit);
		unit = next;
	}
	free(list->peers);
	free(list);
}

bool
peer_list_is_column(const struct peer_list *list)
{
	return list != NULL && list->column != NULL;
}

bool
peer_list_bind(struct peer_list *list, const struct reader *reader, struct fault *fault)
{
	return reader_require(reader, list->column, &list->field, fault);
}

bool
peer_list_enter(struct peer_list *list, struct group *group, struct field value, size_t line)
{
	struct peer_unit *unit = find_or_add(list, group->unit);

	if (unit->line == 0) {
		unit->line = line;
		unit->group = copy(value);
	}
	group->peer = unit;
	return field_equals(unit->group, value);
}

bool
peer_list_take(
    struct peer_list *list, struct group *group, const struct reader *reader, struct fault *fault)
{
	struct field value = reader_value(reader, list->field);
	struct reader_place place;

	if (group->peer != NULL && field_equals(group->peer->group, value))
		return true;
	place = reader_place(reader, list->field);
	return peer_list_enter(list, group, value, (size_t)place.line)
	    || fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
	        "'%s' is another one than in line %zu, and a unit has one peer group", list->column,
	        group->peer->line);
}

void
peer_list_assign(const struct peer_list *list, const struct groups *groups)
{
	if (list == NULL || list->column != NULL)
		return;
	for (size_t i = 0; i < groups->count; i++)
		groups->sorted[i]->peer = find(list, groups->sorted[i]->unit);
}

void
peer_list_report(const struct peer_list *list, const struct groups *groups)
{
	size_t units = 0;
	size_t without = 0;

	for (size_t i = 0; i < groups->count; i++) {
		const struct group *group = groups->sorted[i];

		if (group->total || group->national
		    || (i != 0 && field_equals(groups->sorted[i - 1]->unit, group->unit)))
			continue;
		units++;
		without += !peer_unit_has_peers(group->peer);
	}
	if (without != 0)
		diag_warning("%zu of %zu units have no %s in %s, and are compared with none",
		    without, units, list->pairs ? "peers" : "group",
		    list->column != NULL ? list->column : "the file of peers");
}

bool
peer_list_has_pairs(const struct peer_list *list)
{
	return list != NULL && list->pairs;
}

size_t
peer_list_count(const struct peer_list *list)
{
	return list->count;
}
