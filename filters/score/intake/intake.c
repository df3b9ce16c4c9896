/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake: the answers of one record after the other. */
#include "intake.h"

#include "../../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>

#define INTAKE_MESSAGES_MAX 20

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

bool
intake_open(struct intake *intake, struct filter *filter, const struct instrument *instrument,
    const char *rejects, struct fault *fault)
{
	intake->filter = filter;
	intake->instrument = instrument;
	intake->columns = xcalloc(instrument->item_count, sizeof intake->columns[0]);
	intake->conditions = xcalloc(instrument->item_count, sizeof intake->conditions[0]);
	intake->answers = xcalloc(instrument->item_count, sizeof intake->answers[0]);
	if (rejects != NULL
	    && (!filter_spares(filter, "--rejects", rejects, fault)
	        || !side_file_open(&intake->rejects, rejects, fault)))
		return false;
	if (filter->reader.columns == 0)
		return true;
	for (size_t i = 0; i < instrument->item_count; i++)
		if (!find_item(intake, i, fault))
			return false;
	if (rejects == NULL || filter->no_header)
		return true;
	writer_header(&intake->rejects.writer, &filter->reader);
	writer_end(&intake->rejects.writer);
	return true;
}

/* Whether the item is for the record at hand. */
static bool
applies(const struct intake *intake, size_t index)
{
	const struct when *when = &intake->instrument->items[index].when;

	for (size_t i = 0; i < when->count; i++)
		if (!when_holds(&when->columns[i],
		        reader_value(&intake->filter->reader, intake->conditions[index][i])))
			return false;
	return true;
}

/* Says where a refused answer stands; the first few only. */
static void
say_refused(struct intake *intake, size_t index)
{
	const struct filter *filter = intake->filter;
	const struct reader *reader = &filter->reader;
	size_t column = intake->columns[index];
	struct reader_place place;
	struct fault what, where;

	if (++intake->refused > INTAKE_MESSAGES_MAX)
		return;
	place = reader_place(reader, column);
	item_describe(&intake->instrument->items[index], intake->answers[index], &what);
	fault_at(&where, reader->name, place.line, place.column, "record %" PRIu64 ": %s",
	    reader->number, what.message);
	if (filter->show_values) {
		struct field value = reader_value(reader, column);

		diag_warning("%s: '%.*s'", where.message, (int)value.length, value.data);
	} else {
		diag_warning("%s", where.message);
	}
}

/* The answers of the record at hand; false where one of them is refused. */
static bool
take_answers(struct intake *intake)
{
	const struct instrument *instrument = intake->instrument;
	const struct reader *reader = &intake->filter->reader;
	uint64_t refused = intake->refused;

	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];

		if (item->when.count != 0 && !applies(intake, i)) {
			intake->answers[i] = (struct answer){ 0, 0, ANSWER_NOT_APPLICABLE };
			continue;
		}
		intake->answers[i] = item_answer(item, reader_value(reader, intake->columns[i]));
		if ((intake->answers[i].kind & ANSWER_REFUSED) != 0)
			say_refused(intake, i);
	}
	intake->refused_records += intake->refused != refused;
	return intake->refused == refused;
}

bool
intake_next(struct intake *intake)
{
	struct filter *filter = intake->filter;

	while (filter_next(filter)) {
		if (take_answers(intake) || !intake->rejects.open) {
			filter->record.used++;
			return true;
		}
		filter->record.rejected++;
		writer_record(&intake->rejects.writer, &filter->reader);
		if (!writer_end(&intake->rejects.writer))
			return false;
	}
	return false;
}

bool
intake_close(struct intake *intake, struct fault *fault)
{
	struct filter *filter = intake->filter;

	runrecord_count(&filter->record, "answers refused", intake->refused);
	runrecord_count(&filter->record, "records with refused answers", intake->refused_records);
	if (intake->refused > INTAKE_MESSAGES_MAX)
		diag_warning("and %" PRIu64 " more answers", intake->refused - INTAKE_MESSAGES_MAX);
	if (intake->refused != 0) {
		diag_warning("refused answers: %" PRIu64 ", records that hold them: %" PRIu64
		             "; %s: check the data with validate, or say in the instrument what "
		             "they mean",
		    intake->refused, intake->refused_records,
		    intake->rejects.open ? "the records are in the rejects"
		                         : "the scales that use them are empty there");
		if (filter->status == STATUS_DONE)
			filter->status = STATUS_DATA_FAILED;
	}
	return !intake->rejects.open || filter->status == STATUS_FAILED
	    || (side_file_flush(&intake->rejects, fault)
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
	side_file_discard(&intake->rejects);
	*intake = (struct intake){ 0 };
}

void
intake_header(const struct intake *intake, struct writer *writer)
{
	writer_header(writer, &intake->filter->reader);
}

void
intake_record(const struct intake *intake, struct writer *writer)
{
	writer_record(writer, &intake->filter->reader);
}

bool
intake_find(const struct intake *intake, const char *name, size_t *column, struct fault *fault)
{
	return reader_require(&intake->filter->reader, name, column, fault);
}

struct field
intake_value(const struct intake *intake, size_t column)
{
	return reader_value(&intake->filter->reader, column);
}
