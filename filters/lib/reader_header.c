/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_header: the columns' names, and values with their quotes taken off. */
#include "reader_state.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

void
reader_forget_header(struct reader *reader)
{
	for (size_t i = 0; i < reader->columns; i++)
		free(reader->state->texts[i]);
	free(reader->state->texts);
	free(reader->state->names);
	reader->state->texts = NULL;
	reader->state->names = NULL;
	reader->columns = 0;
}

/* A copy with line breaks made blanks, as the writer will write it. */
static void
keep_name(struct reader_state *state, size_t column, struct field name)
{
	char *copy = xmalloc(name.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];

		if (c == '\r' && i + 1 < name.length && name.data[i + 1] == '\n')
			continue;
		copy[length++] = c == '\r' || c == '\n' ? ' ' : c;
	}
	copy[length] = '\0';
	state->texts[column] = copy;
	state->names[column] = (struct field){ copy, length };
}

static bool
too_wide(const struct reader *reader, struct fault *fault)
{
	return fault_at(fault, reader->name, reader->state->header_line, 0, "more than %d columns",
	    READER_COLUMNS_MAX);
}

struct named {
	struct field name;
	size_t column;
};

static int
by_name(const void *a, const void *b)
{
	const struct named *one = a;
	const struct named *other = b;
	int order = field_compare(one->name, other->name);

	return order != 0 ? order : (one->column > other->column) - (one->column < other->column);
}

/* The first column with the name of an earlier one, or READER_NONE. */
static size_t
find_duplicate(const struct reader *reader, size_t *earlier)
{
	struct named *sorted = xcalloc(reader->columns, sizeof *sorted);
	size_t found = READER_NONE;

	for (size_t i = 0; i < reader->columns; i++)
		sorted[i] = (struct named){ reader->state->names[i], i };
	qsort(sorted, reader->columns, sizeof *sorted, by_name);
	for (size_t i = 1; i < reader->columns; i++) {
		/* where a name stands often, the first two are its first in order */
		if (sorted[i].column < found && field_equals(sorted[i - 1].name, sorted[i].name)) {
			found = sorted[i].column;
			*earlier = sorted[i - 1].column;
		}
	}
	free(sorted);
	return found;
}

static bool
names_differ(const struct reader *reader, struct fault *fault)
{
	size_t line = reader->state->header_line;
	size_t earlier = 0;
	size_t same = find_duplicate(reader, &earlier);

	for (size_t i = 0; i < reader->columns && i < same; i++)
		if (reader->state->names[i].length == 0)
			return fault_at(fault, reader->name, line, 0,
			    "column %zu has no name; give each column one%s", i + 1,
			    reader->state->dialect.mend
			        ? ", or pass over a title above the header with --skip-lines"
			        : "");
	if (same == READER_NONE)
		return true;
	return fault_at(fault, reader->name, line, 0,
	    "columns %zu and %zu have the same name; rename one, or put the header line back",
	    earlier + 1, same + 1);
}

/* The names become the header's; their texts are copied. */
static bool
take_names(struct reader *reader, const struct field *names, size_t count, struct fault *fault)
{
	struct reader_state *state = reader->state;

	if (count > READER_COLUMNS_MAX)
		return too_wide(reader, fault);
	state->texts = xcalloc(count, sizeof *state->texts);
	state->names = xcalloc(count, sizeof *state->names);
	for (size_t i = 0; i < count; i++) {
		struct field name = state->dialect.trim ? field_trim(names[i]) : names[i];

		reader->trimmed += name.length != names[i].length;
		keep_name(state, i, name);
	}
	reader->columns = count;
	/* where a line is one field, any line of a text looks like a record */
	if (state->dialect.mend && count > 1)
		state->guard = READER_LONG_QUOTE;
	return names_differ(reader, fault);
}

bool
reader_take_header(struct reader *reader, const struct reader *other, struct fault *fault)
{
	return take_names(reader, other->state->names, other->columns, fault);
}

bool
reader_header(struct reader *reader, struct fault *fault)
{
	struct field *names;
	bool good;

	switch (reader_next(reader, fault)) {
	case READER_END:
		return true;
	case READER_FAILED:
		return false;
	case READER_FAULTY:
		reader_describe(reader, fault);
		return false;
	case READER_RECORD:
		break;
	}
	reader->number = 0;
	reader->state->header_line = (size_t)reader->line;
	if (reader->count > READER_COLUMNS_MAX)
		return too_wide(reader, fault);
	names = xcalloc(reader->count, sizeof *names);
	for (size_t i = 0; i < reader->count; i++)
		names[i] = reader_value(reader, i);
	good = take_names(reader, names, reader->count, fault);
	free(names);
	return good;
}

struct field
reader_column_name(const struct reader *reader, size_t column)
{
	return reader->state->names[column];
}

size_t
reader_column(const struct reader *reader, struct field name)
{
	for (size_t i = 0; i < reader->columns; i++)
		if (field_equals(reader->state->names[i], name))
			return i;
	return READER_NONE;
}

const char *
reader_divider(const struct reader *reader)
{
	static const struct {
		char divider;
		const char *text;
	} others[] = {
		{ ';',
		    "the header is divided by semicolons, not commas: convert the file with "
		    "validate --delimiter semicolon" },
		{ '\t',
		    "the header is divided by tabs, not commas: convert the file with "
		    "validate --delimiter tab" },
		{ '|',
		    "the header is divided by bars, not commas: convert the file with "
		    "validate --delimiter bar" },
	};
	struct field name;

	if (reader->columns != 1)
		return NULL;
	name = reader->state->names[0];
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i].divider != reader->delimiter
		    && memchr(name.data, others[i].divider, name.length) != NULL)
			return others[i].text;
	return NULL;
}

bool
reader_require(const struct reader *reader, const char *name, size_t *column, struct fault *fault)
{
	const char **names;
	const char *nearest;

	*column = reader_column(reader, field_of(name));
	if (*column != READER_NONE)
		return true;
	if (reader_divider(reader) != NULL)
		return fault_at(fault, reader->name, reader->state->header_line, 0,
		    "no column '%s'; %s", name, reader_divider(reader));
	names = xcalloc(reader->columns, sizeof *names);
	for (size_t i = 0; i < reader->columns; i++)
		names[i] = reader->state->names[i].data;
	nearest = diag_nearest(name, strlen(name), names, reader->columns);
	free(names);
	if (nearest == NULL)
		return fault_at(
		    fault, reader->name, reader->state->header_line, 0, "no column '%s'", name);
	return fault_at(fault, reader->name, reader->state->header_line, 0,
	    "no column '%s'; did you mean '%s'?", name, nearest);
}

/* A name may have been trimmed of the blanks at its ends. */
static bool
is_name(struct field value, struct field name)
{
	return field_equals(value, name)
	    || (value.length > name.length && field_equals(field_trim(value), name));
}

bool
reader_is_header(const struct reader *reader)
{
	size_t i = 0;

	while (i < reader->count && is_name(reader_value(reader, i), reader_column_name(reader, i)))
		i++;
	return i == reader->count && i > 1;
}

struct field
reader_unquote(const struct reader *reader, struct field raw)
{
	struct reader_state *state = reader->state;
	struct field inner = { raw.data + 1, raw.length - 2 };
	const char *quote = inner.length ? memchr(inner.data, '"', inner.length) : NULL;
	char *start;
	char *out;
	size_t left = inner.length;
	const char *in = inner.data;

	if (quote == NULL)
		return inner;
	/* Each value goes to its field's own offset: values of one record never
	 * meet, and asking twice gives the same view. */
	if (state->scratch_capacity < reader->record.length) {
		state->scratch =
		    xwiden(state->scratch, state->scratch_capacity, reader->record.length);
		state->scratch_capacity = reader->record.length;
	}
	out = start = state->scratch + (raw.data - reader->record.data);
	while (quote != NULL) {
		size_t part = (size_t)(quote - in) + 1;

		memcpy(out, in, part);
		out += part;
		in += part + 1; /* the second quote of the pair is left out */
		left -= part + 1;
		quote = left ? memchr(in, '"', left) : NULL;
	}
	memcpy(out, in, left);
	out += left;
	return (struct field){ start, (size_t)(out - start) };
}
