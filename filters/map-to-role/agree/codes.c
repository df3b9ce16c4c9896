/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codes.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

#define NAMES_MAX CODES_VALUES_MAX
_Static_assert(CODES_GROUPS_MAX <= NAMES_MAX, "a list has room for the names of groups");

struct name {
	UT_hash_handle hh;
	size_t number;
	size_t length;
	char text[];
};

struct name_list {
	struct name *table;
	struct name *list[NAMES_MAX];
	size_t count;
};

struct cell {
	UT_hash_handle hh;
	uint64_t key; /* of the three numbers */
	size_t index;
};

struct cell_table {
	struct cell *table;
	struct codes_cell *list;
	size_t count;
	size_t capacity;
};

void
codes_init(struct codes *codes)
{
	codes->values = xcalloc(1, sizeof *codes->values);
	codes->groups = xcalloc(1, sizeof *codes->groups);
	codes->cells = xcalloc(1, sizeof *codes->cells);
}

static void
free_names(struct name_list *names)
{
	if (names == NULL)
		return;
	HASH_CLEAR(hh, names->table);
	for (size_t i = 0; i < names->count; i++) {
		/* a value may be more than a code, where a wrong column is named */
		explicit_bzero(names->list[i]->text, names->list[i]->length);
		free(names->list[i]);
	}
	free(names);
}

static void
free_cells(struct cell_table *cells)
{
	struct cell *cell = cells == NULL ? NULL : cells->table;

	if (cells == NULL)
		return;
	/* frees the table, not the cells, which stay linked */
	HASH_CLEAR(hh, cells->table);
	while (cell != NULL) {
		struct cell *next = cell->hh.next;

		free(cell);
		cell = next;
	}
	free(cells->list);
	free(cells);
}

void
codes_release(struct codes *codes)
{
	free_names(codes->values);
	free_names(codes->groups);
	free_cells(codes->cells);
	*codes = (struct codes){ 0 };
}

static size_t
number_of(struct name_list *names, struct field text, size_t most)
{
	struct name *name;

	HASH_FIND(hh, names->table, text.data, text.length, name);
	if (name != NULL)
		return name->number;
	if (names->count == most)
		return CODES_FULL;
	name = xmalloc(sizeof *name + text.length);
	name->number = names->count;
	name->length = text.length;
	memcpy(name->text, text.data, text.length);
	HASH_ADD_KEYPTR(hh, names->table, name->text, text.length, name);
	names->list[names->count++] = name;
	return name->number;
}

size_t
codes_value(struct codes *codes, struct field value)
{
	struct field trimmed = field_trim(value);

	return number_of(
	    codes->values, trimmed.length == 0 ? field_of(CODES_NONE) : trimmed, CODES_VALUES_MAX);
}

size_t
codes_group(struct codes *codes, struct field name)
{
	return number_of(codes->groups, name.length == 0 ? field_of("") : name, CODES_GROUPS_MAX);
}

bool
codes_count(struct codes *codes, size_t group, size_t first, size_t second)
{
	struct cell_table *cells = codes->cells;
	uint64_t key = ((uint64_t)group << 16 | first) << 16 | second;
	struct cell *cell;

	HASH_FIND(hh, cells->table, &key, sizeof key, cell);
	if (cell == NULL) {
		if (cells->count == CODES_CELLS_MAX)
			return false;
		if (cells->count == cells->capacity) {
			cells->capacity = cells->capacity == 0 ? 64 : cells->capacity * 2;
			cells->list =
			    xreallocarray(cells->list, cells->capacity, sizeof *cells->list);
		}
		cell = xcalloc(1, sizeof *cell);
		cell->key = key;
		cell->index = cells->count++;
		cells->list[cell->index] = (struct codes_cell){ group, first, second, 0 };
		HASH_ADD(hh, cells->table, key, sizeof cell->key, cell);
	}
	cells->list[cell->index].records++;
	return true;
}

size_t
codes_values(const struct codes *codes)
{
	return codes->values->count;
}

size_t
codes_groups(const struct codes *codes)
{
	return codes->groups->count;
}

size_t
codes_cells(const struct codes *codes)
{
	return codes->cells->count;
}

struct field
codes_value_name(const struct codes *codes, size_t value)
{
	const struct name *name = codes->values->list[value];

	return (struct field){ name->text, name->length };
}

struct field
codes_group_name(const struct codes *codes, size_t group)
{
	const struct name *name = codes->groups->list[group];

	return (struct field){ name->text, name->length };
}

const struct codes_cell *
codes_cell(const struct codes *codes, size_t index)
{
	return &codes->cells->list[index];
}

static int
compare_names(const void *a, const void *b)
{
	const struct name *first = *(const struct name *const *)a;
	const struct name *second = *(const struct name *const *)b;

	return field_compare((struct field){ first->text, first->length },
	    (struct field){ second->text, second->length });
}

size_t *
codes_group_order(const struct codes *codes)
{
	size_t count = codes->groups->count;
	const struct name **sorted = xcalloc(count + 1, sizeof(struct name *));
	size_t *order = xcalloc(count + 1, sizeof order[0]);

	for (size_t i = 0; i < count; i++)
		sorted[i] = codes->groups->list[i];
	qsort(sorted, count, sizeof(struct name *), compare_names);
	for (size_t i = 0; i < count; i++)
		order[i] = sorted[i]->number;
	free(sorted);
	return order;
}
