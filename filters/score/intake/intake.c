/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake: the answers of one record after the other. */
#include "intake.h"

#include "../../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>

/* The columns of an item, and of the conditions that say whom it is for. */
static bool
find_item(struct intake *intake, size_t index, struct fault *fault)
{
	const struct item *item = &intake->instrument->items[index];
	const struct when *when = &item->when;

	if (!reader_require(&intake->filter->reader, item->column, &intake->columns[index], fault))
		return false;
	if (when->count == 0)
		return true;
	intake->conditions[index] = xcalloc(when->count, sizeof intake->conditions[index][0]);
	for (size_t i = 0; i < when->count; i++)
		if (!reader_require(&intake->filter->reader, when->columns[i].column,
		        &intake->conditions[index][i], fault))
			return false;
	return true;
}

void
intake_gather(struct intake *intake, const struct gather_layout *layout)
{
	intake->gather = gather_new(layout);
}

bool
intake_open(struct intake *intake, struct filter *filter, const struct instrument *instrument,
    const char *rejects, struct fault *fault)
{
	intake->filter = filter;
	intake->instrument = instrument;
	intake->columns = xcalloc(instrument->item_count, sizeof intake->columns[0]);
	intake->conditions = xcalloc(instrument->item_count, sizeof intake->conditions[0]);
	intake->answers = xcalloc(instrument->item_count, sizeof intake->answers[0]);
	intake->running = xcalloc(instrument->item_count + 1, sizeof intake->running[0]);
	unasked_open(&intake->unasked, instrument->item_count);
	if (rejects != NULL
	    && (!filter_spares(filter, "--rejects", rejects, fault)
	        || !side_file_open(&intake->rejects, rejects, fault)))
		return false;
	if (intake->gather != NULL && !gather_open(intake, fault))
		return false;
	if (filter->reader.columns == 0)
		return true;
	for (size_t i = 0; intake->gather == NULL && i < instrument->item_count; i++)
		if (!find_item(intake, i, fault))
			return false;
	if (rejects == NULL || filter->no_header)
		return true;
	writer_header(&intake->rejects.writer, &filter->reader);
	writer_end(&intake->rejects.writer);
	return true;
}

/* The record as it stands, line breaks and all. */
static void
reject(struct writer *writer, const struct reader *reader)
{
	writer_bytes(writer, reader->record.data, reader->record.length + reader->ending);
	if (reader->ending == 0)
		writer_bytes(writer, "\n", 1);
}

bool
intake_next(struct intake *intake)
{
	struct filter *filter = intake->filter;

	if (intake->gather != NULL)
		return gather_next(intake);
	while (filter_next(filter)) {
		if (intake_take(intake) || !intake->rejects.open) {
			filter->record.used++;
			return true;
		}
		filter->record.rejected++;
		reject(&intake->rejects.writer, &filter->reader);
		if (intake->rejects.writer.error != 0)
			return false;
	}
	return false;
}

/* What is said of the answers refused, after the first places. */
static void
say_refused(const struct intake *intake)
{
	if (intake->refused > INTAKE_MESSAGES_MAX)
		diag_warning("and %" PRIu64 " more answers", intake->refused - INTAKE_MESSAGES_MAX);
	if (intake->nearly[NEAR_KNOWN] != 0)
		diag_warning("of the answers said above, known but for capitals, blanks or "
		             "apostrophes: %" PRIu64 "; mend them first (validate --trim takes "
		             "blanks off), or write them into the instrument as they stand",
		    intake->nearly[NEAR_KNOWN]);
	if (intake->nearly[NEAR_COMMA] != 0)
		diag_warning("of the answers said above, numbers but for a comma in place of the "
		             "point: %" PRIu64 "; validate writes the point, where the column has "
		             "\"decimalChar\": \",\"",
		    intake->nearly[NEAR_COMMA]);
	diag_warning("refused answers: %" PRIu64 ", records that hold them: %" PRIu64
	             "; %s: check the data with validate, or say in the instrument what they mean",
	    intake->refused, intake->refused_records,
	    intake->rejects.open ? "the records are in the rejects"
	                         : "the scales that use them are empty there");
}

void
intake_exclude(struct intake *intake)
{
	uint64_t lines = intake->gather == NULL ? 1 : intake->gather->known;

	intake->filter->record.used -= lines;
	intake->filter->record.excluded += lines;
}

bool
intake_close(struct intake *intake, struct fault *fault)
{
	struct filter *filter = intake->filter;

	if (intake->gather != NULL)
		gather_close(intake);
	runrecord_count(&filter->record, "answers refused", intake->refused);
	runrecord_count(&filter->record, "records with refused answers", intake->refused_records);
	runrecord_count(&filter->record, "answers to questions that were not for the record",
	    unasked_answers(&intake->unasked));
	if (filter->status != STATUS_FAILED)
		unasked_report(&intake->unasked, intake->instrument);
	if (intake->refused != 0) {
		say_refused(intake);
		if (filter->status == STATUS_DONE)
			filter->status = STATUS_DATA_FAILED;
	}
	/* the rejects appear once all of the output is written, and never without it */
	return !intake->rejects.open || filter->status == STATUS_FAILED
	    || (side_file_flush(&intake->rejects, fault) && filter_finish(filter, fault)
	        && side_file_commit(&intake->rejects, fault));
}

void
intake_release(struct intake *intake)
{
	for (size_t i = 0; intake->conditions != NULL && i < intake->instrument->item_count; i++)
		free(intake->conditions[i]);
	free(intake->conditions);
	free(intake->columns);
	free(intake->answers);
	free(intake->running);
	gather_free(intake->gather);
	near_release(&intake->near);
	unasked_release(&intake->unasked);
	side_file_discard(&intake->rejects);
	*intake = (struct intake){ 0 };
}

void
intake_header(const struct intake *intake, struct writer *writer)
{
	if (intake->gather == NULL)
		writer_header(writer, &intake->filter->reader);
	else
		passed_header(&intake->gather->passed, writer);
}

void
intake_record(const struct intake *intake, struct writer *writer)
{
	if (intake->gather == NULL)
		writer_record(writer, &intake->filter->reader);
	else
		passed_record(&intake->gather->passed, writer);
}

bool
intake_new_column(const struct intake *intake, const char *name, struct fault *fault)
{
	if (intake->gather == NULL)
		return filter_new_column(intake->filter, name, fault);
	if (passed_find(&intake->gather->passed, name) == PASSED_NONE)
		return true;
	return fault_set(fault,
	    "the column '%s' is passed on already: give the new ones a --prefix, or leave it "
	    "out of --keep",
	    name);
}

bool
intake_find(const struct intake *intake, const char *name, size_t *column, struct fault *fault)
{
	if (intake->gather == NULL)
		return reader_require(&intake->filter->reader, name, column, fault);
	*column = passed_find(&intake->gather->passed, name);
	if (*column != PASSED_NONE)
		return true;
	return fault_set(fault,
	    "the column '%s' is asked of each record, but is named by neither --record nor "
	    "--keep: add --keep %s",
	    name, name);
}

struct field
intake_value(const struct intake *intake, size_t column)
{
	return intake->gather == NULL ? reader_value(&intake->filter->reader, column)
	                              : intake->gather->passed.list[column].value;
}
