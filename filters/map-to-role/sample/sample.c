/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include "../../lib/memory.h"
#include "../options.h"
#include "share.h"
#include "strata.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Besides the columns that are kept and the text. */
static const char *const before_names[] = { "number" };
static const char *const after_names[] = { "coder_a", "coder_b", "weight" };

#define BEFORE (sizeof before_names / sizeof before_names[0])
#define AFTER  (sizeof after_names / sizeof after_names[0])

struct sample {
	size_t keep[FILTER_LIST_MAX]; /* columns */
	struct strata strata;
	uint64_t without_text;
	struct buffer line; /* room for what is kept of a record, or for a number */
};

/* No two columns of the output have one name. */
static bool
check_names(struct fault *fault)
{
	const char *kept[FILTER_LIST_MAX + 1];
	size_t count = options.keep.count;

	memcpy(kept, options.keep.values, count * sizeof kept[0]);
	kept[count++] = options.text;
	for (size_t i = 0; i < count; i++) {
		const char *own = NULL;

		for (size_t j = 0; j < BEFORE + AFTER; j++) {
			const char *name = j < BEFORE ? before_names[j] : after_names[j - BEFORE];

			own = strcmp(kept[i], name) == 0 ? name : own;
		}
		if (own != NULL)
			return fault_set(fault,
			    "the sample has a column '%s' of its own: rename that of the data",
			    own);
		for (size_t j = 0; j < i; j++)
			if (strcmp(kept[i], kept[j]) == 0)
				return fault_set(fault,
				    "column '%s' would stand in the sample twice: name it once",
				    kept[i]);
	}
	return true;
}

static void
write_header(struct writer *writer)
{
	for (size_t i = 0; i < BEFORE; i++)
		writer_text(writer, before_names[i]);
	for (size_t i = 0; i < options.keep.count; i++)
		writer_text(writer, options.keep.values[i]);
	writer_text(writer, options.text);
	for (size_t i = 0; i < AFTER; i++)
		writer_text(writer, after_names[i]);
	writer_end(writer);
}

static bool
sample_begin(struct work *work, struct fault *fault)
{
	struct sample *sample = xcalloc(1, sizeof *sample);
	const struct reader *reader = &work->filter->reader;

	work->state = sample;
	if (options.text == NULL)
		return fault_set(fault,
		    "a sample is of texts: name them with -r FILE and "
		    "--text COLUMN");
	if (!check_names(fault))
		return false;
	strata_init(&sample->strata, work->framework.count, options.sample_size);
	if (reader->columns == 0)
		return true;
	for (size_t i = 0; i < options.keep.count; i++)
		if (!reader_require(reader, options.keep.values[i], &sample->keep[i], fault))
			return false;
	if (!work->filter->no_header)
		write_header(&work->filter->writer);
	return true;
}

/* The fields as they stand, kept ones first, each with a final NUL, which none holds. */
static struct field
take_line(struct sample *sample, const struct reader *reader, size_t text)
{
	buffer_clear(&sample->line);
	for (size_t i = 0; i <= options.keep.count; i++) {
		size_t column = i < options.keep.count ? sample->keep[i] : text;

		buffer_append(
		    &sample->line, reader->fields[column].data, reader->fields[column].length);
		buffer_append(&sample->line, "", 1);
	}
	return (struct field){ sample->line.data, sample->line.length };
}

static bool
sample_record(struct work *work, struct fault *fault)
{
	struct sample *sample = work->state;
	const struct reader *reader = &work->filter->reader;
	struct field text = reader_value(reader, work->text);
	struct stratum *stratum = strata_of(&sample->strata, &work->decision);
	bool blank = field_trim(text).length == 0;

	(void)fault;
	sample->without_text += blank;
	if (blank || stratum == NULL) {
		work->filter->record.excluded++;
		return true;
	}
	stratum_add(stratum, reader->record, text, take_line(sample, reader, work->text));
	work->filter->record.used++;
	return true;
}

static struct field
stratum_name(const struct work *work, size_t stratum)
{
	const struct sample *sample = work->state;

	if (stratum == sample->strata.ambiguous)
		return field_of(mapping_name(MAPPING_AMBIGUOUS));
	if (stratum == sample->strata.unmapped)
		return field_of(mapping_name(MAPPING_UNMAPPED));
	return work_code(work, stratum);
}

/* What was drawn of what, to the run record; what is less than was asked for is said. */
static void
say_strata(struct work *work, size_t drawn)
{
	const struct sample *sample = work->state;
	struct runrecord *record = &work->filter->record;
	struct runrecord_part list = runrecord_list(record, "strata");
	size_t passed_over = 0, filled = 0;

	for (size_t i = 0; i < sample->strata.count; i++) {
		const struct stratum *stratum = &sample->strata.list[i];
		struct field name = stratum_name(work, i);
		struct runrecord_part row;
		char *text;

		if (stratum->seen == 0)
			continue;
		filled++;
		passed_over += stratum->drawn_count == 0;
		row = runrecord_part_row(list);
		text = xstrndup(name.data, name.length);
		runrecord_part_text(row, "stratum", text);
		runrecord_part_count(row, "records", stratum->seen);
		runrecord_part_count(row, "drawn", stratum->drawn_count);
		free(text);
	}
	runrecord_count(record, "drawn", drawn);
	runrecord_count(record, "without_text", sample->without_text);
	if (passed_over != 0)
		diag_warning(
		    "no text is drawn of %zu of %zu strata (categories, ambiguous, "
		    "unmapped), and the weights leave their records out: ask for %zu or more",
		    passed_over, filled, filled);
	else if (drawn < options.sample_size)
		diag_warning("%zu texts are drawn, %" PRIu64 " were asked for: there are no more "
		             "different ones, or they are too rare",
		    drawn, options.sample_size);
}

static void
write_room(struct writer *writer, const struct buffer *room)
{
	writer_value(writer, (struct field){ room->data, room->length });
}

static void
write_text(struct work *work, size_t number, const struct ticket *ticket)
{
	struct sample *sample = work->state;
	struct writer *writer = &work->filter->writer;
	const char *field = ticket->drawn->line;

	buffer_clear(&sample->line);
	buffer_format(&sample->line, "%zu", number);
	write_room(writer, &sample->line);
	for (size_t i = 0; i <= options.keep.count; i++) {
		writer_raw(writer, field_of(field));
		field += strlen(field) + 1;
	}
	writer_text(writer, "");
	writer_text(writer, "");
	buffer_clear(&sample->line);
	share_weight(&sample->line, ticket->stratum->seen, ticket->drawn->records,
	    ticket->stratum->drawn_records);
	write_room(writer, &sample->line);
	writer_end(writer);
}

static bool
sample_end(struct work *work, struct fault *fault)
{
	struct sample *sample = work->state;
	size_t count = strata_draw(&sample->strata, options.sample_size);
	struct ticket *tickets = strata_mix(&sample->strata, count);

	(void)fault;
	for (size_t i = 0; i < count; i++)
		write_text(work, i + 1, &tickets[i]);
	say_strata(work, count);
	free(tickets);
	return true;
}

static void
sample_release(struct work *work)
{
	struct sample *sample = work->state;

	if (sample == NULL)
		return;
	strata_release(&sample->strata);
	buffer_release(&sample->line);
	free(sample);
}

const struct way sample_way = { .decides = true,
	.begin = sample_begin,
	.record = sample_record,
	.end = sample_end,
	.release = sample_release };
