/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell: what becomes of one cell. */
#include "column.h"

#include <string.h>

/* A published symbol is one letter or [low]; any other may be a name. */
static bool
is_published(struct field value)
{
	return field_is_suppressed(value) || field_is(value, "[low]")
	    || (value.length == 3 && field_is_symbol(value));
}

bool
cell_is_missing(struct field value)
{
	return value.length == 0 || is_published(value);
}

void
column_fails(struct column *column, const struct reader *reader, size_t index, uint64_t *count)
{
	const struct column_counts *counts = &column->counts;

	if (counts->emptied + counts->unsearchable + counts->unsettled + counts->identifying == 0) {
		column->first_record = reader->number;
		column->first_place = reader_place(reader, index);
	}
	(*count)++;
}

static struct cell
pseudonymise(struct column *column, struct field value)
{
	struct field token;

	if (cell_is_missing(value))
		return (struct cell){ value, true };
	token = pseudonym_token(column->pseudonym, value);
	column->counts.pseudonyms += token.length != 0;
	return (struct cell){ token, true };
}

struct change_record
columns_change_record(
    struct columns *columns, const struct column *column, const struct reader *reader)
{
	struct change_record record = { { "", 0 }, { "", 0 } };

	if (change_keyed(column->rule->change))
		record.person = columns_person(columns, reader);
	if (column->reference != READER_NONE)
		record.reference = reader_value(reader, column->reference);
	return record;
}

static struct cell
change(struct columns *columns, struct column *column, const struct reader *reader, size_t index)
{
	const struct change_record record = columns_change_record(columns, column, reader);
	struct field value = reader_value(reader, index);
	struct field out;

	if (cell_is_missing(value))
		return (struct cell){ value, true };
	switch (change_value(
	    column->rule->change, value, &record, change_level(column->rule->change), &out)) {
	case CHANGE_SAME:
		return (struct cell){ reader->fields[index], true };
	case CHANGE_DONE:
		column->counts.changed++;
		return (struct cell){ out, false };
	case CHANGE_FAILED:
		break;
	}
	column_fails(column, reader, index, &column->counts.emptied);
	return (struct cell){ { "", 0 }, true };
}

/* What the row says of its person, and what else is known of them; returns how many. */
static size_t
own_values(struct columns *columns, const struct column *column, const struct reader *reader)
{
	size_t count = column->own_count;
	size_t known;

	for (size_t i = 0; i < count; i++)
		columns->own[i] = reader_value(reader, column->own[i]);
	if (columns->persons == NULL)
		return count;
	known =
	    persons_values(columns->persons, columns_person(columns, reader), columns->own + count);
	columns->known += known != 0;
	columns->unknown += known == 0;
	return count + known;
}

static struct cell
redact(struct columns *columns, struct column *column, const struct reader *reader, size_t index)
{
	struct field text = reader_value(reader, index);

	redact_own(columns->redact, columns->own, own_values(columns, column, reader));
	switch (redact_text(
	    columns->redact, text, column->rule->redact.entities, column->counts.redacted, &text)) {
	case REDACT_CLEAN:
		return (struct cell){ reader->fields[index], true };
	case REDACT_UNSEARCHABLE:
		column_fails(column, reader, index, &column->counts.unsearchable);
		break;
	case REDACT_CHANGED:
		break;
	}
	return (struct cell){ text, false };
}

struct cell
columns_cell(struct columns *columns, const struct reader *reader, size_t index)
{
	struct column *column = &columns->list[index];

	switch (column->rule->action) {
	case ACTION_PSEUDONYMISE:
		return pseudonymise(column, reader_value(reader, index));
	case ACTION_CHANGE:
		return change(columns, column, reader, index);
	case ACTION_REDACT:
		return redact(columns, column, reader, index);
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
	return (struct cell){ reader->fields[index], true };
}

/* What a character of Crockford's base32 stands for, or 32: no I, L, O and U. */
static unsigned
base32_value(char c)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	unsigned value = 0;

	while (value < 32 && alphabet[value] != c)
		value++;
	return value;
}

/* A token cannot be told from another value of its form, which is no person's.  The last
 * character has bits behind those of the token, which are 0: so identifiers that are
 * written as tokens are (ULIDs, of 26 characters too) show sooner or later. */
static bool
is_token(const struct rule *rule, struct field value)
{
	const size_t length = (rule->bits + 4) / 5;
	const unsigned spare = (1U << (5 * length - rule->bits)) - 1;

	if (value.length != length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (base32_value(value.data[i]) == 32)
			return false;
	return (base32_value(value.data[length - 1]) & spare) == 0;
}

static bool
is_settled(struct change *change, unsigned coarsest, struct field value)
{
	for (unsigned level = change_level(change); level <= coarsest; level++)
		if (change_settled_at(change, value, level))
			return true;
	return false;
}

/* The writer leaves none: one record is one line. */
static bool
has_line_break(struct field value)
{
	return memchr(value.data, '\n', value.length) != NULL
	    || memchr(value.data, '\r', value.length) != NULL;
}

bool
columns_cell_settled(struct columns *columns, const struct reader *reader, size_t index)
{
	const struct column *column = &columns->list[index];
	const struct rule *rule = column->rule;
	struct field value = reader_value(reader, index);
	uint64_t found[ENTITIES] = { 0 };

	if (reader->broken && has_line_break(value))
		return false;
	switch (rule->action) {
	case ACTION_PSEUDONYMISE:
		/* only what gives way for a class becomes a * */
		return field_is_suppressed(value) ? column->quasi != COLUMN_NONE
		                                  : cell_is_missing(value) || is_token(rule, value);
	case ACTION_CHANGE:
		return cell_is_missing(value) || is_settled(rule->change, column->coarsest, value);
	case ACTION_REDACT:
		redact_own(columns->redact, NULL, 0);
		return redact_text(columns->redact, value, rule->redact.entities, found, &value)
		    == REDACT_CLEAN;
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
	return rule->action == ACTION_KEEP;
}
