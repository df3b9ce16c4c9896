/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * table: a small CSV file held whole in memory: code lists, rules, crosswalks.
 *
 * Read by the same reader as the stream, so the same strictness holds.
 */
#ifndef MHSW_TABLE_H
#define MHSW_TABLE_H

#include "diag.h"
#include "field.h"

#include <stdbool.h>
#include <stddef.h>

struct table;

#define TABLE_NONE ((size_t)-1)

/* The whole file, or NULL with a fault.  At most 1,000,000 rows. */
struct table *table_load(const char *path, struct fault *fault);
/* A table that the program carries: its lines, each with its line feed, one behind the
 * other; faults speak of it by that name. */
struct table *
table_embedded(const char *name, const char *const *lines, size_t count, struct fault *fault);
void table_free(struct table *table);

/* The path as given; lives as long as the table. */
const char *table_path(const struct table *table);
size_t table_rows(const struct table *table);
size_t table_columns(const struct table *table);
/* The name of a column; lives as long as the table. */
const char *table_column_name(const struct table *table, size_t column);
/* The column's index by name, or TABLE_NONE. */
size_t table_column(const struct table *table, const char *name);
/* As table_column, but a missing column sets the fault, with the nearest name. */
bool
table_require(const struct table *table, const char *name, size_t *column, struct fault *fault);
/* The value, unquoted; lives as long as the table. */
struct field table_cell(const struct table *table, size_t row, size_t column);
/* The physical line where the row begins. */
size_t table_line(const struct table *table, size_t row);

/* Builds a look-up over one column; a value twice is a fault with both lines. */
bool table_index(struct table *table, size_t column, struct fault *fault);
/* The row that holds the value in the indexed column, or TABLE_NONE. */
size_t table_find(const struct table *table, struct field value);

#endif
