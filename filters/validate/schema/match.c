/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * schema: the columns of a file against the fields of a schema.
 *
 * Where a file has no header, its first record stands in its place and holds
 * values.  So a name of the file is said only where it is nearly a name of the
 * schema, or one of them.
 */
#include "schema.h"

#include <stdlib.h>

static bool
is_called(const struct schema_field *field, struct field name)
{
	return field_is(name, field->source) || field_is(name, field->name);
}

/* The column of the file that is the field, or READER_NONE. */
static size_t
column_of(const struct reader *reader, const struct schema_field *field)
{
	size_t column = reader_column(reader, field_of(field->source));

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
	nearest = diag_nearest(wanted, strlen(wanted), names, count);
	free(names);
	if (nearest != NULL)
		return fault_at(fault, reader->name, 1, 0,
		    "no column '%s', which the schema has as field %zu; did you mean '%s'?", wanted,
		    field + 1, nearest);
	return fault_at(fault, reader->name, 1, 0,
	    "no column '%s', which the schema has as field %zu; the file has %zu "
	    "column%s, the schema %zu field%s",
	    wanted, field + 1, reader->columns, reader->columns == 1 ? "" : "s", schema->count,
	    schema->count == 1 ? "" : "s");
}

bool
schema_match(const struct schema *schema, const struct reader *reader, struct fault *fault)
{
	for (size_t i = 0; i < schema->count; i++)
		if (column_of(reader, &schema->fields[i]) == READER_NONE)
			return missing_fault(schema, reader, i, fault);
	for (size_t i = 0; i < reader->columns; i++)
		if (!is_known(schema, reader_column_name(reader, i)))
			return fault_at(fault, reader->name, 1, 0,
			    "column %zu is not in the schema, which has %zu fields; drop it, or "
			    "add a field",
			    i + 1, schema->count);
	for (size_t i = 0; i < schema->count; i++)
		if (i >= reader->columns
		    || !is_called(&schema->fields[i], reader_column_name(reader, i)))
			return fault_at(fault, reader->name, 1, 0,
			    "the columns are in another order than the schema's fields: column %zu "
			    "should be '%s'",
			    i + 1, schema->fields[i].source);
	/* as many columns as fields: names of both are unique, so only a column that
	 * stands by its source and by its name too is left */
	if (reader->columns != schema->count)
		return fault_at(fault, reader->name, 1, 0,
		    "the file has %zu columns, the schema %zu fields", reader->columns,
		    schema->count);
	return true;
}
