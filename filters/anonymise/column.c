/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: the policy's rules set to work on the columns of one input. */
#include "column.h"

#include "../lib/memory.h"
#include "generalise.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* A published symbol is one letter or [low]; any other may be a name. */
static bool
is_published(struct field value)
{
	return field_is_suppressed(value) || field_is(value, "[low]")
	    || (value.length == 3 && field_is_symbol(value));
}

static bool
open_pseudonym(struct columns *columns, struct column *column, const struct policy *policy,
    const struct key *key, struct fault *fault)
{
	for (const struct column *other = columns->list; other < column; other++)
		if (other->pseudonym != NULL
		    && strcmp(other->rule->entity, column->rule->entity) == 0) {
			column->pseudonym = other->pseudonym;
			return true;
		}
	column->pseudonym =
	    pseudonym_new(key, policy->project, column->rule->entity, column->rule->bits, fault);
	column->owner = column->pseudonym != NULL;
	return column->owner;
}

static void
add_step(struct columns *columns, size_t index)
{
	enum action action = columns->list[index].rule->action;
	struct step *last = columns->steps + columns->step_count;

	if (action == ACTION_DROP)
		return;
	if (action == ACTION_KEEP && columns->step_count != 0 && last[-1].kept
	    && last[-1].last + 1 == index) {
		last[-1].last = index;
		return;
	}
	*last = (struct step){ .first = index, .last = index, .kept = action == ACTION_KEEP };
	columns->step_count++;
}

static bool
bind(struct columns *columns, const struct policy *policy, const struct reader *reader,
    struct fault *fault)
{
	size_t *rules = xcalloc(reader->columns, sizeof *rules);
	bool good = policy_bind(policy, reader, rules, fault);

	if (good) {
		columns->count = reader->columns;
		columns->list = xcalloc(columns->count, sizeof *columns->list);
		columns->steps = xcalloc(columns->count, sizeof *columns->steps);
		for (size_t i = 0; i < columns->count; i++)
			columns->list[i].rule = &policy->rules[rules[i]];
	}
	free(rules);
	return good;
}

bool
columns_open(struct columns *columns, const struct policy *policy, const struct reader *reader,
    const struct key *key, bool typed, struct fault *fault)
{
	*columns = (struct columns){ 0 };
	if (reader->columns == 0)
		return true; /* empty input */
	if (!bind(columns, policy, reader, fault))
		return false;
	for (size_t i = 0; i < columns->count; i++) {
		struct column *column = &columns->list[i];

		if (column->rule->action == ACTION_PSEUDONYMISE
		    && !open_pseudonym(columns, column, policy, key, fault))
			return false;
		add_step(columns, i);
	}
	if (policy->entities == 0)
		return true;
	columns->redact = redact_new(policy->entities, typed, fault);
	return columns->redact != NULL;
}

void
columns_close(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->list[i].owner)
			pseudonym_free(columns->list[i].pseudonym);
	redact_free(columns->redact);
	free(columns->list);
	free(columns->steps);
	*columns = (struct columns){ 0 };
}

void
columns_header(const struct columns *columns, struct writer *writer, const struct reader *reader)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->list[i].rule->action != ACTION_DROP)
			writer_value(writer, reader_column_name(reader, i));
}

/* A run of columns that are kept is one run of bytes, commas included. */
static void
write_kept(const struct step *step, struct writer *writer, const struct reader *reader)
{
	const struct field *first = &reader->fields[step->first];
	const struct field *last = &reader->fields[step->last];

	if (reader->broken) {
		for (size_t i = step->first; i <= step->last; i++)
			writer_raw(writer, reader->fields[i]);
		return;
	}
	writer_raw(writer,
	    (struct field){ first->data, (size_t)(last->data + last->length - first->data) });
}

static void
note_failure(struct column *column, const struct reader *reader, size_t index, uint64_t *count)
{
	if (column->emptied + column->unsearchable == 0) {
		column->first_record = reader->number;
		column->first_place = reader_place(reader, index);
	}
	(*count)++;
}

static void
write_pseudonym(struct column *column, struct writer *writer, struct field value)
{
	struct field token = pseudonym_token(column->pseudonym, value);

	column->pseudonyms += token.length != 0;
	writer_raw(writer, token);
}

static void
write_generalised(
    struct column *column, struct writer *writer, const struct reader *reader, size_t index)
{
	struct field value = reader_value(reader, index);
	char text[DATE_TEXT_MAX];
	size_t length = 0;

	if (value.length == 0 || is_published(value)) {
		writer_raw(writer, value);
		return;
	}
	if (generalise_date(value, column->rule->period, text, &length))
		column->generalised++;
	else
		note_failure(column, reader, index, &column->emptied);
	writer_raw(writer, (struct field){ text, length });
}

static void
write_redacted(struct columns *columns, struct column *column, struct writer *writer,
    const struct reader *reader, size_t index)
{
	struct field text = reader_value(reader, index);

	switch (
	    redact_text(columns->redact, text, column->rule->entities, column->redacted, &text)) {
	case REDACT_CLEAN:
		writer_raw(writer, reader->fields[index]);
		return;
	case REDACT_UNSEARCHABLE:
		note_failure(column, reader, index, &column->unsearchable);
		break;
	case REDACT_CHANGED:
		break;
	}
	writer_value(writer, text);
}

void
columns_record(struct columns *columns, struct writer *writer, const struct reader *reader)
{
	for (size_t i = 0; i < columns->step_count; i++) {
		const struct step *step = &columns->steps[i];
		struct column *column = &columns->list[step->first];

		if (step->kept)
			write_kept(step, writer, reader);
		else if (column->rule->action == ACTION_PSEUDONYMISE)
			write_pseudonym(column, writer, reader_value(reader, step->first));
		else if (column->rule->action == ACTION_GENERALISE)
			write_generalised(column, writer, reader, step->first);
		else
			write_redacted(columns, column, writer, reader, step->first);
	}
}

static void
count(struct runrecord *record, const struct column *column, const char *what, uint64_t number)
{
	struct buffer name = { 0 };

	buffer_format(&name, "%s.%s", column->rule->name, what);
	buffer_append(&name, "", 1);
	runrecord_count(record, name.data, number);
	buffer_release(&name);
}

static bool
say_failures(const struct column *column, const struct reader *reader)
{
	struct fault fault;

	if (column->emptied + column->unsearchable == 0)
		return true;
	if (column->rule->action == ACTION_GENERALISE)
		fault_at(&fault, reader->name, column->first_place.line, column->first_place.column,
		    "column '%s': cells that are no date and were emptied: %" PRIu64
		    ", the first in record %" PRIu64,
		    column->rule->name, column->emptied, column->first_record);
	else
		fault_at(&fault, reader->name, column->first_place.line, column->first_place.column,
		    "column '%s': texts that could not be searched and were replaced: %" PRIu64
		    ", the first in record %" PRIu64,
		    column->rule->name, column->unsearchable, column->first_record);
	diag_fault(&fault);
	return false;
}

bool
columns_report(const struct columns *columns, struct runrecord *record, const struct reader *reader)
{
	bool good = true;

	for (size_t i = 0; i < columns->count; i++) {
		const struct column *column = &columns->list[i];
		char what[32];

		if (column->rule->action == ACTION_PSEUDONYMISE)
			count(record, column, "pseudonyms", column->pseudonyms);
		if (column->rule->action == ACTION_GENERALISE) {
			count(record, column, "generalised", column->generalised);
			count(record, column, "emptied", column->emptied);
		}
		for (unsigned j = 0; j < ENTITIES; j++)
			if ((column->rule->entities & 1U << j) != 0) {
				snprintf(what, sizeof what, "redacted.%s", entity_names[j]);
				count(record, column, what, column->redacted[j]);
			}
		if (column->rule->action == ACTION_REDACT)
			count(record, column, "unsearchable", column->unsearchable);
		good = say_failures(column, reader) && good;
	}
	return good;
}
