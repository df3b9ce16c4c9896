/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell: what is said of the columns at the end: counts and places, never values. */
#include "column.h"

#include "../lib/memory.h"

#include <inttypes.h>
#include <stdio.h>

static void
count(struct runrecord *record, const struct column *column, const char *what, uint64_t number)
{
	struct buffer name = { 0 };

	buffer_format(&name, "%s.%s", column->rule->name, what);
	buffer_append(&name, "", 1);
	runrecord_count(record, name.data, number);
	buffer_release(&name);
}

static void
count_column(struct runrecord *record, const struct column *column)
{
	const struct column_counts *counts = &column->counts;
	char what[48];

	if (column->rule->action == ACTION_PSEUDONYMISE)
		count(record, column, "pseudonyms", counts->pseudonyms);
	if (column->rule->action == ACTION_CHANGE) {
		count(record, column, "changed", counts->changed);
		count(record, column, "emptied", counts->emptied);
	}
	for (unsigned i = 0; i < ENTITIES; i++)
		if ((column->rule->redact.entities & 1U << i) != 0) {
			snprintf(what, sizeof what, "redacted.%s", entity_names[i]);
			count(record, column, what, counts->redacted[i]);
		}
	if (column->rule->action == ACTION_REDACT)
		count(record, column, "unsearchable", counts->unsearchable);
}

static void
warn(const struct column *column, const struct reader *reader)
{
	if (column->counts.identifying != 0)
		diag_warning("%s:%zu:%zu: column '%s' is kept, and cells look like an address or a "
		             "number of a person: %" PRIu64 ", the first in record %" PRIu64,
		    reader->name, (size_t)column->first_place.line,
		    (size_t)column->first_place.column, column->rule->name,
		    column->counts.identifying, column->first_record);
}

static bool
say(const struct column *column, const struct reader *reader, const char *what, uint64_t number)
{
	struct fault fault;

	if (number == 0)
		return true;
	fault_at(&fault, reader->name, column->first_place.line, column->first_place.column,
	    "column '%s': %s: %" PRIu64 ", the first in record %" PRIu64, column->rule->name, what,
	    number, column->first_record);
	diag_fault(&fault);
	return false;
}

bool
columns_report(const struct columns *columns, struct runrecord *record, const struct reader *reader)
{
	bool good = true;

	if (columns->persons != NULL) {
		runrecord_count(record, "texts of people on --identifiers", columns->known);
		runrecord_count(record, "texts of others", columns->unknown);
	}
	for (size_t i = 0; i < columns->count; i++) {
		const struct column *column = &columns->list[i];
		const struct column_counts *counts = &column->counts;
		char what[80] = "";

		count_column(record, column);
		warn(column, reader);
		if (column->rule->change != NULL && change_wants(column->rule->change) != NULL)
			snprintf(what, sizeof what, "cells that are no %s and were emptied",
			    change_wants(column->rule->change));
		good = say(column, reader, what, counts->emptied) && good;
		good = say(column, reader, "texts that could not be searched and were replaced",
		           counts->unsearchable)
		    && good;
		good = say(column, reader, "cells that are not as the policy leaves them",
		           counts->unsettled)
		    && good;
	}
	return good;
}
