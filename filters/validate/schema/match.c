/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * match: the columns of a file against the fields of a schema.
 *
 * Where a file has no header, its first record stands in its place and holds
 * values.  So a name of the file is said only where it is nearly a name of the
 * schema, and where another one is a name of the schema: a header it is then; or
 * where it differs in nothing but capitals.
 */
#include "match.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <strings.h>

#define TITLE_COLUMNS 2 /* a line of no more, where the schema has more, may be a title */

static bool
is_called(const struct schema_field *field, struct field name)
{
	return field_is(name, field->source) || field_is(name, field->name)
	    || field_equals(name, field_trim(field_of(field->source)));
}

/* The column of the file that is the field, or READER_NONE. */
static size_t
column_of(const struct reader *reader, const struct schema_field *field)
{
	struct field source = field_of(field->source);
	size_t column = reader_column(reader, source);

	/* under --trim the file's names have no blanks at their ends */
	if (column == READER_NONE)
		column = reader_column(reader, field_trim(source));
	return column != READER_NONE ? column : reader_column(reader, field_of(field->name));
}

static bool
is_known(const struct schema *schema, struct field name)
{
	for (size_t i = 0; i < schema->count; i++)
		if (is_called(&schema->fields[i], name))
			return true;
	return false;
}

/* The column with this name in other capitals, or NULL. */
static const char *
in_other_capitals(const struct reader *reader, const char *wanted)
{
	for (size_t i = 0; i < reader->columns; i++)
		if (strcasecmp(reader_column_name(reader, i).data, wanted) == 0)
			return reader_column_name(reader, i).data;
	return NULL;
}

/* The field has no column: names it, and the column that it may be. */
static bool
missing_fault(
    const struct schema *schema, const struct reader *reader, size_t field, struct fault *fault)
{
	const char *wanted = schema->fields[field].source;
	const char **names;
	const char *nearest;
	size_t count = 0;

	if (reader_divider(reader) != NULL)
		return fault_at(fault, reader->name, 1, 0, "%s", reader_divider(reader));
	names = xcalloc(reader->columns, sizeof *names);
	for (size_t i = 0; i < reader->columns; i++)
		if (!is_known(schema, reader_column_name(reader, i)))
			names[count++] = reader_column_name(reader, i).data;
	nearest = in_other_capitals(reader, wanted);
	if (nearest == NULL && count < reader->columns)
		nearest = diag_nearest(wanted, strlen(wanted), names, count);
	free(names);
	if (nearest != NULL)
		return fault_at(fault, reader->name, 1, 0,
		    "no column '%s', which the schema has as field %zu; did you mean '%s'?", wanted,
		    field + 1, nearest);
	return fault_at(fault, reader->name, 1, 0,
	    "no column '%s', which the schema has as field %zu; the file has %zu "
	    "column%s, the schema %zu field%s%s",
	    wanted, field + 1, reader->columns, reader->columns == 1 ? "" : "s", schema->count,
	    schema->count == 1 ? "" : "s",
	    count == reader->columns && count <= TITLE_COLUMNS && count < schema->count
	        ? "; pass over a title above the header with --skip-lines"
	        : "");
}

static bool
other_fault(
    const struct schema *schema, const struct reader *reader, size_t column, struct fault *fault)
{
	return fault_at(fault, reader->name, 1, 0,
	    "column %zu is not in the schema, which has %zu fields; drop it, or add a field",
	    column + 1, schema->count);
}

static bool
check_order(const struct match *match, const struct schema *schema, const struct reader *reader,
    struct fault *fault)
{
	for (size_t i = 0; i < schema->count; i++)
		if (match->columns[i] != i)
			return fault_at(fault, reader->name, 1, 0,
			    "the columns are in another order than the schema's fields: column %zu "
			    "should be '%s'",
			    i + 1, schema->fields[i].source);
	return true;
}

/* Each field's column, and whether the schema lets it be absent. */
static bool
find_columns(struct match *match, const struct schema *schema, const struct reader *reader,
    struct fault *fault)
{
	bool may_miss = schema->match == SCHEMA_SUPERSET || schema->match == SCHEMA_PARTIAL;
	size_t found = 0;

	for (size_t i = 0; i < schema->count; i++) {
		const struct schema_field *field = &schema->fields[i];

		match->columns[i] = column_of(reader, field);
		if (match->columns[i] != READER_NONE)
			found++;
		else if (!may_miss || schema_field_required(field))
			return missing_fault(schema, reader, i, fault);
	}
	if (found == 0)
		return fault_at(fault, reader->name, 1, 0,
		    "none of the columns is in the schema, which has %zu fields", schema->count);
	return true;
}

bool
match_open(struct match *match, const struct schema *schema, const struct reader *reader,
    struct fault *fault)
{
	bool others = schema->match == SCHEMA_SUBSET || schema->match == SCHEMA_PARTIAL;
	bool *taken = xcalloc(reader->columns + 1, sizeof *taken);
	bool good;

	*match = (struct match){ 0 };
	match->columns = xcalloc(schema->count, sizeof *match->columns);
	match->others = xcalloc(reader->columns + 1, sizeof *match->others);
	good = find_columns(match, schema, reader, fault);
	for (size_t i = 0; good && i < schema->count; i++)
		if (match->columns[i] != READER_NONE)
			taken[match->columns[i]] = true;
	for (size_t i = 0; good && i < reader->columns; i++) {
		if (taken[i])
			continue;
		match->others[match->other_count++] = i;
		/* a field's column that stands there by its name and by its source too
		 * is one too many */
		good = (others && !is_known(schema, reader_column_name(reader, i)))
		    || other_fault(schema, reader, i, fault);
	}
	free(taken);
	if (!good || (schema->match == SCHEMA_EXACT && !check_order(match, schema, reader, fault)))
		return false;
	/* the others stand behind the fields then, as they will leave */
	match->straight = true;
	for (size_t i = 0; i < schema->count; i++)
		match->straight = match->straight && match->columns[i] == i;
	return true;
}

void
match_close(struct match *match)
{
	free(match->columns);
	free(match->others);
	*match = (struct match){ 0 };
}
