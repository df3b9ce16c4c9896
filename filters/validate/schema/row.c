/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row: a record of the file as the schema sees it. */
#include "row.h"

#include <stdlib.h>

_Static_assert(FINDING_NONE < 256, "a note is one byte");

void
row_open(struct row *row, const struct schema *schema, bool trim)
{
	size_t count = schema->count;

	*row = (struct row){ .schema = schema, .trim = trim };
	row->checks = xcalloc(count, sizeof *row->checks);
	row->notes = xmalloc(count);
	row->states = xcalloc(count, 1);
	row->canonical = xcalloc(count, sizeof *row->canonical);
	row->gathered = xcalloc(count, sizeof *row->gathered);
	row->scratch = xcalloc(count, sizeof *row->scratch);
	memset(row->notes, FINDING_NONE, count);
	for (size_t i = 0; i < count; i++)
		check_init(&row->checks[i], &schema->fields[i]);
	row->cells.states = row->states;
}

void
row_close(struct row *row)
{
	for (size_t i = 0; row->schema != NULL && i < row->schema->count; i++) {
		check_release(&row->checks[i]);
		buffer_release(&row->scratch[i]);
	}
	free(row->checks);
	free(row->notes);
	free(row->states);
	free(row->canonical);
	free(row->gathered);
	free(row->scratch);
	match_close(&row->match);
	*row = (struct row){ 0 };
}

bool
row_match(struct row *row, const struct reader *reader, struct fault *fault)
{
	match_close(&row->match);
	return match_open(&row->match, row->schema, reader, fault);
}

size_t
row_column(const struct row *row, size_t field)
{
	size_t column = row->match.columns[field];

	return column == READER_NONE ? 0 : column;
}

static void
alter(struct row *row, size_t field, struct field canonical, enum finding_code note)
{
	if (!row->altered) {
		memcpy(row->canonical, row->values, row->schema->count * sizeof *row->values);
		row->cells.values = row->canonical;
		row->altered = true;
	}
	row->canonical[field] = canonical;
	row->notes[field] = (unsigned char)note;
}

static struct field
value_of(const struct row *row, const struct reader *reader, size_t field)
{
	size_t column = row->match.columns[field];

	if (column == READER_NONE)
		return (struct field){ "", 0 };
	return reader_value(reader, column);
}

static void
trim_values(struct row *row)
{
	for (size_t i = 0; i < row->schema->count; i++) {
		struct field trimmed = field_trim(row->gathered[i]);

		if (trimmed.length == row->gathered[i].length)
			continue;
		row->gathered[i] = trimmed;
		alter(row, i, trimmed, FINDING_TRIMMED);
	}
}

void
row_take(struct row *row, const struct reader *reader)
{
	if (row->altered)
		memset(row->notes, FINDING_NONE, row->schema->count);
	row->altered = false;
	row->values = row->cells.values = reader->fields;
	if (row->match.straight && !reader->quoted && !row->trim)
		return;
	for (size_t i = 0; i < row->schema->count; i++)
		row->gathered[i] = value_of(row, reader, i);
	row->values = row->cells.values = row->gathered;
	if (row->trim)
		trim_values(row);
}

void
row_judge(struct row *row, size_t field, struct judgement *judgement)
{
	if (row->match.columns[field] == READER_NONE) {
		*judgement = (struct judgement){ .state = CELL_MISSING, .note = FINDING_NONE };
	} else {
		schema_judge(&row->schema->fields[field], row->values[field], &row->scratch[field],
		    judgement);
		if (judgement->note != FINDING_NONE)
			alter(row, field, judgement->canonical, judgement->note);
	}
	row->states[field] = (unsigned char)judgement->state;
}

void
row_fill(struct row *row)
{
	struct judgement judgement;

	for (size_t i = row_pass(row, 0); i < row->schema->count; i = row_pass(row, i + 1))
		row_judge(row, i, &judgement);
}
