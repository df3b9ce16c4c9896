/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather: records from lines that hold one answer each.  Its columns are in gather_open.c. */
#include "gather_code.h"
#include "intake.h"

#include "../../lib/memory.h"

#include <inttypes.h>

/* Ends the run, as filter_next does. */
static bool
fail(struct filter *filter, const struct fault *fault)
{
	progress_close(&filter->progress);
	diag_fault(fault);
	filter->status = STATUS_FAILED;
	return false;
}

/* "a, b": the columns that tell the records apart. */
static void
append_keys(const struct passed *passed, struct buffer *out)
{
	for (size_t i = 0; i < passed->keys; i++)
		buffer_format(out, "%s%s", i == 0 ? "" : ", ", passed->list[i].name);
}

static bool
say_again(const struct intake *intake)
{
	const struct passed *passed = &intake->gather->passed;
	const struct reader *reader = &intake->filter->reader;
	struct reader_place place = reader_place(reader, passed->list[0].column);
	struct buffer names = { 0 };
	struct fault fault;

	append_keys(passed, &names);
	fault_at(&fault, reader->name, place.line, place.column,
	    "a record goes on here whose lines had ended: sort the lines by %.*s first, since "
	    "those of one record have to stand together",
	    (int)names.length, names.data);
	buffer_release(&names);
	return fail(intake->filter, &fault);
}

/* The reader's line is the first one of a record. */
static bool
begin_record(struct intake *intake)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;
	struct fault fault;

	passed_take(&gather->passed, reader);
	if (gather->seen.count == GATHER_RECORDS_MAX) {
		fault_at(&fault, reader->name, reader->line, 0,
		    "there are more than %zu records: divide the data, with --header and "
		    "--no-header for the parts",
		    GATHER_RECORDS_MAX);
		return fail(intake->filter, &fault);
	}
	if (!digest_set_add(&gather->seen, passed_key(&gather->passed)))
		return say_again(intake);
	gather->number++;
	gather->known = 0;
	gather->others = 0;
	buffer_clear(&gather->lines);
	buffer_clear(&gather->fields);
	for (size_t i = 0; i < intake->instrument->item_count; i++) {
		bool asked = intake_applies(intake, i);
		unsigned kind = asked ? ANSWER_MISSING : ANSWER_NOT_APPLICABLE;

		/* a record without a line for the item is one that it is for all the same */
		intake->unasked.items[i].asked |= asked;
		gather->found[i] = false;
		intake->answers[i] = (struct answer){ 0, 0, (uint8_t)kind };
	}
	return true;
}

/* A line that answers an item. */
static void
take_answer(struct intake *intake, size_t index)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;
	const struct item *item = &intake->instrument->items[index];
	struct answer *answer = &intake->answers[index];
	bool twice = gather->found[index];

	gather->found[index] = true;
	for (size_t i = 0; !twice && i < gather->with_count; i++) {
		struct field raw = reader->fields[gather->with[i]];

		gather->spans[index * gather->with_count + i] =
		    (struct gather_span){ gather->fields.length, raw.length };
		buffer_append(&gather->fields, raw.data, raw.length);
	}
	/* as in the other layout, what is not for the record is not scored */
	if (item->when.count != 0 && !intake_applies(intake, index)) {
		unasked_note(&intake->unasked, item, index, reader_value(reader, gather->answer));
		return;
	}
	*answer = twice ? (struct answer){ 0, 0, ANSWER_TWICE }
	                : item_answer(item, reader_value(reader, gather->answer));
	if ((answer->kind & ANSWER_REFUSED) != 0)
		intake_refuse(intake, index, gather->answer, gather->number);
}

/* A line that is to nothing in the instrument. */
static void
pass_over(struct intake *intake)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;

	gather->others++;
	if (gather->other_lines++ == 0)
		gather->line = reader->line;
	if (gather_nearly(gather, &intake->near, reader_value(reader, gather->item))
	    && gather->near_lines++ == 0)
		gather->near_line = reader->line;
	if (gather->other_lines <= INTAKE_MESSAGES_MAX)
		diag_note("%s:%" PRIu64 ": record %" PRIu64
		          ": the line is passed over, its item is none of the instrument's",
		    reader->name, reader->line, gather->number);
}

/* The first line's value stands; that another one differs is said. */
static void
compare_kept(struct intake *intake)
{
	struct gather *gather = intake->gather;
	const struct passed *passed = &gather->passed;
	const struct reader *reader = &intake->filter->reader;

	for (size_t i = passed->keys; i < passed->count; i++) {
		struct reader_place place;

		if (passed_same(passed, i, reader))
			continue;
		if (++gather->differing > INTAKE_MESSAGES_MAX)
			continue;
		place = reader_place(reader, passed->list[i].column);
		diag_warning("%s:%" PRIu64 ":%" PRIu64 ": record %" PRIu64
		             ": '%s' is not what it is in the record's first line, which stands",
		    reader->name, place.line, place.column, gather->number, passed->list[i].name);
	}
}

/* The reader's line, of the record at hand. */
static bool
take_line(struct intake *intake)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;
	size_t index = gather_item(gather, reader_value(reader, gather->item));
	struct fault fault;

	compare_kept(intake);
	gather->known += index != GATHER_NONE;
	if (index == GATHER_NONE)
		pass_over(intake);
	for (; index != GATHER_NONE; index = gather->next[index])
		take_answer(intake, index);
	if (intake->rejects.open) {
		buffer_append(
		    &gather->lines, reader->record.data, reader->record.length + reader->ending);
		if (reader->ending == 0)
			buffer_append(&gather->lines, "\n", 1);
	}
	if (gather->lines.length <= READER_RECORD_MAX && gather->fields.length <= READER_RECORD_MAX)
		return true;
	fault_at(&fault, reader->name, reader->line, 0,
	    "the lines of one record are longer than %zu MiB: name all columns with --record "
	    "that tell the records apart",
	    READER_RECORD_MAX >> 20);
	return fail(intake->filter, &fault);
}

/* All lines of the next record; false where there is none, or no whole one. */
static bool
read_record(struct intake *intake)
{
	struct gather *gather = intake->gather;
	struct filter *filter = intake->filter;

	if ((!gather->waiting && !filter_next(filter)) || !begin_record(intake))
		return false;
	do {
		if (!take_line(intake))
			return false;
		gather->waiting = filter_next(filter);
	} while (gather->waiting && passed_same_record(&gather->passed, &filter->reader));
	running_all(intake->answers, intake->instrument->item_count, intake->running);
	return filter->status != STATUS_FAILED;
}

bool
gather_next(struct intake *intake)
{
	struct gather *gather = intake->gather;
	struct filter *filter = intake->filter;
	uint64_t refused = intake->refused;

	while (read_record(intake)) {
		bool good = intake->refused == refused;

		refused = intake->refused;
		intake->refused_records += !good;
		gather->known_lines += gather->known;
		if (good || !intake->rejects.open) {
			filter->record.used += gather->known;
			filter->record.excluded += gather->others;
			/* all of another instrument: it is none of this one's records */
			if (gather->known == 0)
				continue;
			gather->records++;
			return true;
		}
		filter->record.rejected += gather->known + gather->others;
		writer_bytes(&intake->rejects.writer, gather->lines.data, gather->lines.length);
		if (intake->rejects.writer.error != 0)
			return false;
	}
	return false;
}

void
gather_close(struct intake *intake)
{
	const struct gather *gather = intake->gather;
	struct filter *filter = intake->filter;
	bool strange =
	    gather->known_lines == 0 && gather->other_lines != 0 && filter->status != STATUS_FAILED;

	runrecord_count(&filter->record, "records gathered", gather->records);
	runrecord_count(&filter->record, "lines with other items", gather->other_lines);
	runrecord_count(&filter->record, "kept values that differ", gather->differing);
	diag_note("%" PRIu64 " records gathered, %" PRIu64 " lines with other items passed over",
	    gather->records, gather->other_lines);
	if (gather->differing != 0)
		diag_warning("kept values that differ within a record: %" PRIu64
		             "; the first line's stand: check the data with validate, or name "
		             "their columns with --record",
		    gather->differing);
	if (gather->near_lines != 0)
		diag_warning("%s:%" PRIu64
		             ": lines that are passed over, from this one on, though their item is "
		             "the instrument's but for capitals, blanks or apostrophes: %" PRIu64
		             "; mend the column '%s'",
		    filter->reader.name, gather->near_line, gather->near_lines,
		    gather->layout.item);
	if (strange)
		diag_warning("%s:%" PRIu64 ": no line, from this one on, has an item of the "
		             "instrument '%s' in its column '%s': name another --item, or "
		             "another instrument",
		    filter->reader.name, gather->line, intake->instrument->name,
		    gather->layout.item);
	if (filter->status == STATUS_DONE
	    && (gather->differing != 0 || gather->near_lines != 0 || strange))
		filter->status = STATUS_DATA_FAILED;
}
