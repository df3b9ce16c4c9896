/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial: how the counts of a partition are written. */
#include "partial.h"

#include "../../lib/memory.h"
#include "../../lib/version.h"
#include "../kind/kind.h"
#include "../peers/peer_list.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *const partial_columns[PARTIAL_COLUMNS] = {
	"DISCLOSIVE: exact counts; keep this file as the data itself is kept", "name", "value",
	"records", "count", "sum", "squares", "more"
};

bool
partial_id_read(struct partial_id *id, const char *text, struct fault *fault)
{
	const char *slash = strchr(text, '/');
	int64_t number = 0, count = 0;

	if (slash == NULL
	    || !field_to_integer((struct field){ text, (size_t)(slash - text) }, &number)
	    || !field_to_integer(field_of(slash + 1), &count) || count < 1 || count > PARTIALS_MAX
	    || number < 0 || number >= count)
		return fault_set(fault,
		    "--partial takes ID/COUNT: which partition, from 0 to one under COUNT, of how "
		    "many (%d at most), such as 0/4",
		    PARTIALS_MAX);
	*id = (struct partial_id){ (uint32_t)number, (uint32_t)count };
	return true;
}

bool
partial_is(const struct reader *reader)
{
	bool good = reader->columns == PARTIAL_COLUMNS;

	for (size_t i = 0; good && i < PARTIAL_COLUMNS; i++)
		good = field_is(reader_column_name(reader, i), partial_columns[i]);
	return good;
}

bool
partial_count(
    struct intake *intake, struct runrecord *record, size_t index, struct partial_count *count)
{
	struct partial_count whole[PARTIAL_WHOLE] = {
		{ "excluded", "no unit", &intake->no_unit },
		{ "excluded", "no period", &intake->no_period },
		{ "excluded", "no measure", &intake->no_measure },
		{ "excluded", "outside of every measure", &intake->outside },
		{ "rejected", "no such period", &record->rejected },
		{ "changes", "joined", &intake->joined },
		{ "changes", "split", &intake->split },
	};
	size_t measure = (index - PARTIAL_WHOLE) / PARTIAL_OUTCOMES;

	if (index < PARTIAL_WHOLE) {
		*count = whole[index];
		return true;
	}
	if (measure >= intake->measures->count)
		return false;

	const char *id = intake->measures->items[measure].id;
	struct tally *tally = &intake->tallies[measure];
	struct partial_count outcomes[PARTIAL_OUTCOMES] = {
		{ "missing", id, &tally->missing },
		{ "labelled", id, &tally->labelled },
		{ "invalid", id, &tally->invalid },
		{ "outside", id, &tally->outside },
	};

	*count = outcomes[(index - PARTIAL_WHOLE) % PARTIAL_OUTCOMES];
	return true;
}

/* The fields up to a column. */
static void
put(struct writer *writer, const char *line, struct field name, struct field value)
{
	writer_text(writer, line);
	writer_value(writer, name);
	writer_value(writer, value);
}

static void
put_number(struct writer *writer, uint64_t number)
{
	char text[24];

	writer_value(writer,
	    (struct field){ text, (size_t)snprintf(text, sizeof(text), "%" PRIu64, number) });
}

/* Ends a line with the empty fields that are left. */
static void
end(struct writer *writer, enum partial_column column)
{
	for (size_t i = column; i < PARTIAL_COLUMNS; i++)
		writer_value(writer, (struct field){ "", 0 });
	writer_end(writer);
}

static void
put_texts(struct writer *writer, const char *line, const char *name, const char *value)
{
	put(writer, line, field_of(name), field_of(value));
	end(writer, PARTIAL_RECORDS);
}

static void
put_count(struct writer *writer, const char *line, const char *name, uint64_t records)
{
	put(writer, line, field_of(name), field_of(""));
	put_number(writer, records);
	end(writer, PARTIAL_COUNT);
}

static void
put_head(struct writer *writer, const struct settings *settings)
{
	for (size_t i = 0; i < PARTIAL_COLUMNS; i++)
		writer_text(writer, partial_columns[i]);
	writer_end(writer);
	put_texts(writer, "format", "benchmark", PARTIAL_FORMAT);
	put_texts(writer, "version", MHSW_VERSION, "");
	for (size_t i = 0; i < settings->count; i++)
		put_texts(writer, settings->items[i].file ? "file" : "option",
		    settings->items[i].option, settings->items[i].value);
}

static void
put_partition(struct filter *filter, struct intake *intake, struct partial_id id)
{
	struct writer *writer = &filter->writer;
	struct partial_count count;
	char number[24], of[24];

	snprintf(number, sizeof(number), "%" PRIu32, id.id);
	snprintf(of, sizeof(of), "%" PRIu32, id.count);
	put(writer, "partition", field_of(number), field_of(of));
	put_number(writer, filter->record.in);
	end(writer, PARTIAL_COUNT);
	put_texts(writer, "header", intake->columns ? "yes" : "no", "");
	for (size_t i = 0; partial_count(intake, &filter->record, i, &count); i++)
		put_count(writer, count.line, count.name, *count.records);
}

/* The content of a cell, which may be longer than a line: more lines have the rest. */
static void
put_more(struct writer *writer, const struct buffer *more)
{
	size_t done = 0;

	for (;;) {
		size_t length = more->length - done;

		if (length > PARTIAL_MORE_MAX)
			length = PARTIAL_MORE_MAX;
		writer_value(writer,
		    length != 0 ? (struct field){ more->data + done, length } : field_of(""));
		writer_end(writer);
		done += length;
		if (done == more->length)
			break;
		writer_text(writer, "more");
		for (size_t i = PARTIAL_NAME; i < PARTIAL_MORE; i++)
			writer_value(writer, (struct field){ "", 0 });
	}
}

static void
put_cell(struct writer *writer, const struct measure *measure, const struct cell *cell,
    struct buffer *more)
{
	buffer_clear(more);
	measure->kind->save(cell, more);
	put(writer, "cell", field_of(measure->id), field_of(""));
	put_number(writer, cell->records);
	put_number(writer, cell->count);
	put_number(writer, cell->sum);
	put_number(writer, cell->squares);
	put_more(writer, more);
}

/* False as soon as a write has failed. */
static bool
put_group(struct writer *writer, const struct intake *intake, const struct group *group,
    struct buffer *more)
{
	const struct measures *measures = intake->measures;
	struct field rest = group->by;

	put(writer, "group", group->unit, group->period);
	put_number(writer, group->records);
	end(writer, PARTIAL_COUNT);
	for (size_t i = 0; i < intake->key->by_names->count; i++) {
		put(writer, "by", field_of(""), group_key_part(&rest));
		end(writer, PARTIAL_RECORDS);
	}
	if (intake->peers != NULL) {
		put(writer, "peers", field_of(""), group->peer->group);
		end(writer, PARTIAL_RECORDS);
	}
	for (size_t i = 0; i < measures->count; i++)
		if (group->cells[i].records != 0)
			put_cell(writer, &measures->items[i], &group->cells[i], more);
	return writer->error == 0;
}

/* Every record of a group, and every answer, goes on. */
static void
account(struct filter *filter, struct intake *intake)
{
	struct runrecord *record = &filter->record;
	uint64_t taken = record->in - record->rejected - record->excluded;

	record->used = taken;
	for (size_t i = 0; i < intake->measures->count; i++) {
		struct tally *tally = &intake->tallies[i];

		tally->used =
		    taken - tally->missing - tally->labelled - tally->invalid - tally->outside;
	}
}

void
partial_write(struct filter *filter, struct intake *intake, const struct settings *settings,
    struct partial_id id)
{
	struct buffer more = { 0 };
	bool good = true;

	groups_sort(&intake->groups);
	account(filter, intake);
	put_head(&filter->writer, settings);
	put_partition(filter, intake, id);
	for (size_t i = 0; good && i < intake->groups.count; i++)
		good = put_group(&filter->writer, intake, intake->groups.sorted[i], &more);
	put_count(&filter->writer, "end", "", intake->groups.count);
	buffer_release(&more);
}
