/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * table: a small CSV file held whole in memory.
 *
 * All values stand one behind the other in one run of bytes; cells are offsets
 * into it, because it moves while it grows.
 */
#include "table.h"

#include "memory.h"
#include "reader.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

#define ROWS_MAX 1000000

struct cell {
	size_t start;
	size_t length;
};

struct entry {
	size_t row;
	UT_hash_handle hh;
};

struct table {
	char *path;
	char **names; /* columns of them, NUL-terminated for the nearest name */
	size_t columns;
	size_t rows;
	size_t room; /* rows that cells and lines have room for */
	struct buffer values;
	struct cell *cells;
	size_t *lines;
	struct entry *entries;
	struct entry *index; /* uthash's head, in entries */
};

static void
add_row(struct table *table, const struct reader *reader)
{
	struct cell *cells;

	if (table->rows == table->room) {
		table->room = table->room == 0 ? 64 : table->room * 2;
		table->cells =
		    xreallocarray(table->cells, table->room * table->columns, sizeof *table->cells);
		table->lines = xreallocarray(table->lines, table->room, sizeof *table->lines);
	}
	cells = table->cells + table->rows * table->columns;
	for (size_t column = 0; column < table->columns; column++) {
		struct field value = reader_value(reader, column);

		cells[column] = (struct cell){ table->values.length, value.length };
		if (value.length > 0)
			buffer_append(&table->values, value.data, value.length);
	}
	table->lines[table->rows++] = (size_t)reader->line;
}

static bool
read_rows(struct table *table, struct reader *reader, struct fault *fault)
{
	if (!reader_header(reader, fault))
		return false;
	table->columns = reader->columns;
	if (table->columns > 0)
		table->names = xcalloc(table->columns, sizeof *table->names);
	for (size_t i = 0; i < table->columns; i++) {
		struct field name = reader_column_name(reader, i);

		table->names[i] = xstrndup(name.data, name.length);
	}
	while (table->columns > 0) {
		bool end;

		if (!reader_next_good(reader, &end, fault))
			return false;
		if (end)
			break;
		if (table->rows == ROWS_MAX)
			return fault_at(fault, table->path, (size_t)reader->line, 0,
			    "a look-up table has at most %d rows", ROWS_MAX);
		add_row(table, reader);
	}
	return true;
}

/* Closes the reader, which was opened over the table's own path. */
static struct table *
load(struct table *table, struct reader *reader, struct fault *fault)
{
	const bool good = read_rows(table, reader, fault);

	reader_close(reader);
	if (!good) {
		table_free(table);
		return NULL;
	}
	return table;
}

static struct table *
new_table(const char *path)
{
	struct table *table = xcalloc(1, sizeof *table);

	table->path = xstrdup(path);
	return table;
}

struct table *
table_load(const char *path, struct fault *fault)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	struct reader reader;
	struct table *table;

	if (descriptor < 0) {
		fault_system(fault, path, "cannot open the table");
		return NULL;
	}
	table = new_table(path);
	reader_open(&reader, descriptor, table->path);
	table = load(table, &reader, fault);
	close(descriptor);
	return table;
}

struct table *
table_embedded(const char *name, const char *const *lines, size_t count, struct fault *fault)
{
	struct table *table = new_table(name);
	struct buffer text = { 0 };
	struct reader reader;

	for (size_t i = 0; i < count; i++)
		buffer_append_text(&text, lines[i]);
	reader_open_memory(&reader, (struct field){ text.data, text.length }, table->path);
	table = load(table, &reader, fault);
	buffer_release(&text);
	return table;
}

void
table_free(struct table *table)
{
	if (table == NULL)
		return;
	HASH_CLEAR(hh, table->index);
	for (size_t i = 0; i < table->columns && table->names != NULL; i++)
		free(table->names[i]);
	free(table->names);
	free(table->entries);
	free(table->lines);
	free(table->cells);
	buffer_release(&table->values);
	free(table->path);
	free(table);
}

const char *
table_path(const struct table *table)
{
	return table->path;
}

size_t
table_rows(const struct table *table)
{
	return table->rows;
}

size_t
table_columns(const struct table *table)
{
	return table->columns;
}

const char *
table_column_name(const struct table *table, size_t column)
{
	return table->names[column];
}

size_t
table_column(const struct table *table, const char *name)
{
	for (size_t i = 0; i < table->columns; i++) {
		if (strcmp(table->names[i], name) == 0)
			return i;
	}
	return TABLE_NONE;
}

bool
table_require(const struct table *table, const char *name, size_t *column, struct fault *fault)
{
	const char *nearest;

	*column = table_column(table, name);
	if (*column != TABLE_NONE)
		return true;
	nearest =
	    diag_nearest(name, strlen(name), (const char *const *)table->names, table->columns);
	if (nearest != NULL)
		return fault_at(
		    fault, table->path, 1, 0, "no column '%s', did you mean '%s'?", name, nearest);
	return fault_at(fault, table->path, 1, 0, "no column '%s'", name);
}

struct field
table_cell(const struct table *table, size_t row, size_t column)
{
	struct cell cell = table->cells[row * table->columns + column];

	if (cell.length == 0)
		return (struct field){ "", 0 };
	return (struct field){ table->values.data + cell.start, cell.length };
}

size_t
table_line(const struct table *table, size_t row)
{
	return table->lines[row];
}

bool
table_index(struct table *table, size_t column, struct fault *fault)
{
	HASH_CLEAR(hh, table->index);
	table->entries = xreallocarray(table->entries, table->rows + 1, sizeof *table->entries);
	for (size_t row = 0; row < table->rows; row++) {
		struct field value = table_cell(table, row, column);
		struct entry *entry;

		HASH_FIND(hh, table->index, value.data, value.length, entry);
		if (entry != NULL)
			return fault_at(fault, table->path, table->lines[row], 0,
			    "column '%s' has the value of line %zu again", table->names[column],
			    table->lines[entry->row]);
		entry = &table->entries[row];
		*entry = (struct entry){ .row = row };
		HASH_ADD_KEYPTR(hh, table->index, value.data, value.length, entry);
	}
	return true;
}

size_t
table_find(const struct table *table, struct field value)
{
	struct entry *entry;

	if (value.length == 0)
		value.data = "";
	HASH_FIND(hh, table->index, value.data, value.length, entry);
	return entry != NULL ? entry->row : TABLE_NONE;
}
