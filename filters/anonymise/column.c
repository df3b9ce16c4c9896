/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: the policy's rules set to work on the columns of one input. */
#include "column.h"

#include "../lib/memory.h"

#include <stdlib.h>

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

static size_t
place_among_quasi(const struct privacy *privacy, const char *name)
{
	for (size_t i = 0; i < privacy->quasi_count; i++)
		if (strcmp(privacy->quasi[i], name) == 0)
			return i;
	return COLUMN_NONE;
}

static size_t
place_among_sensitive(const struct privacy *privacy, const char *name)
{
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		if (strcmp(privacy->sensitive[i].column, name) == 0)
			return i;
	return COLUMN_NONE;
}

static bool
open_change(struct column *column, const struct policy *policy, const struct reader *reader,
    const struct key *key, struct fault *fault)
{
	const char *reference = change_reference(column->rule->change);

	column->coarsest = change_level(column->rule->change);
	if (policy->privacy.act == PRIVACY_GENERALISE && column->quasi != COLUMN_NONE)
		column->coarsest = change_levels(column->rule->change) - 1;
	if (reference != NULL)
		column->reference = reader_column(reader, field_of(reference));
	if (change_keyed(column->rule->change) && key == NULL)
		return true;
	return change_open(column->rule->change, key, policy->project, fault);
}

static bool
is_own(const struct column *column, const char *name, enum action action)
{
	if (action == ACTION_PSEUDONYMISE)
		return true;
	for (size_t i = 0; i < column->rule->redact.own_count; i++)
		if (strcmp(column->rule->redact.own[i], name) == 0)
			return true;
	return false;
}

static void
find_own(const struct columns *columns, struct column *column)
{
	column->own = xcalloc(columns->count, sizeof *column->own);
	for (size_t i = 0; i < columns->count; i++)
		if (is_own(column, columns->list[i].rule->name, columns->list[i].rule->action))
			column->own[column->own_count++] = i;
}

static void
add_step(struct columns *columns, size_t index)
{
	const struct column *column = &columns->list[index];
	struct step *last = columns->steps + columns->step_count;
	/* of what classes are made stands apart */
	bool kept = column->rule->action == ACTION_KEEP && column->quasi == COLUMN_NONE
	    && column->sensitive == COLUMN_NONE;

	if (column->rule->action == ACTION_DROP)
		return;
	if (kept && columns->step_count != 0 && last[-1].kept && last[-1].last + 1 == index) {
		last[-1].last = index;
		return;
	}
	*last = (struct step){ .first = index, .last = index, .kept = kept };
	columns->step_count++;
}

static bool
bind(struct columns *columns, const struct policy *policy, const struct reader *reader,
    bool released, struct fault *fault)
{
	size_t *rules = xcalloc(reader->columns, sizeof *rules);
	bool good = policy_bind(policy, reader, released, rules, fault);

	if (good) {
		columns->count = reader->columns;
		columns->list = xcalloc(columns->count, sizeof *columns->list);
		columns->steps = xcalloc(columns->count, sizeof *columns->steps);
		for (size_t i = 0; i < columns->count; i++)
			columns->list[i] = (struct column){ .rule = &policy->rules[rules[i]],
				.quasi = place_among_quasi(
				    &policy->privacy, policy->rules[rules[i]].name),
				.sensitive = place_among_sensitive(
				    &policy->privacy, policy->rules[rules[i]].name),
				.reference = READER_NONE };
	}
	free(rules);
	return good;
}

static bool
open_column(struct columns *columns, size_t index, const struct policy *policy,
    const struct reader *reader, const struct key *key, struct fault *fault)
{
	struct column *column = &columns->list[index];

	switch (column->rule->action) {
	case ACTION_PSEUDONYMISE:
		return key == NULL || open_pseudonym(columns, column, policy, key, fault);
	case ACTION_CHANGE:
		return open_change(column, policy, reader, key, fault);
	case ACTION_REDACT:
		find_own(columns, column);
		return true;
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
	return true;
}

static size_t
place_of(const struct reader *reader, const char *name)
{
	return name == NULL ? READER_NONE : reader_column(reader, field_of(name));
}

bool
columns_open(struct columns *columns, const struct policy *policy, const struct reader *reader,
    const struct key *key, bool typed, bool released, struct fault *fault)
{
	*columns = (struct columns){ .person = READER_NONE, .opt_out = READER_NONE };
	if (reader->columns == 0)
		return true; /* empty input */
	if (!bind(columns, policy, reader, released, fault))
		return false;
	columns->person = place_of(reader, policy->privacy.person);
	columns->opt_out = place_of(reader, policy->privacy.opt_out);
	for (size_t i = 0; i < columns->count; i++) {
		if (!open_column(columns, i, policy, reader, key, fault))
			return false;
		add_step(columns, i);
	}
	if (policy->entities == 0)
		return true;
	columns->own = xcalloc(columns->count, sizeof *columns->own);
	columns->redact = redact_new(policy->entities, &policy->lists, typed, fault);
	return columns->redact != NULL;
}

void
columns_know(struct columns *columns, const struct persons *persons)
{
	columns->persons = persons;
	columns->own = xreallocarray(
	    columns->own, columns->count + persons_most(persons), sizeof *columns->own);
}

void
columns_close(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		if (columns->list[i].owner)
			pseudonym_free(columns->list[i].pseudonym);
		free(columns->list[i].own);
	}
	redact_free(columns->redact);
	free(columns->own);
	identity_release(&columns->identity);
	free(columns->list);
	free(columns->steps);
	*columns = (struct columns){ 0 };
}

struct field
columns_person(struct columns *columns, const struct reader *reader)
{
	if (columns->person == READER_NONE)
		return (struct field){ "", 0 };
	return identity_settle(&columns->identity, reader_value(reader, columns->person));
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

void
columns_record(struct columns *columns, struct writer *writer, const struct reader *reader)
{
	for (size_t i = 0; i < columns->step_count; i++) {
		const struct step *step = &columns->steps[i];
		struct cell cell;

		if (step->kept) {
			write_kept(step, writer, reader);
			continue;
		}
		cell = columns_cell(columns, reader, step->first);
		if (cell.raw)
			writer_raw(writer, cell.field);
		else
			writer_value(writer, cell.field);
	}
}
