/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet: a record that is finished but for its quasi-identifiers, packed as bytes. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#define RAW     (UINT32_C(1) << 31)
#define NOWHERE ((size_t)-1) /* the value is not what stands in bytes, but outlives them */

void
sheet_init(struct sheet *sheet, const struct work *work)
{
	*sheet = (struct sheet){ 0 };
	for (size_t i = 0; i < work->policy.privacy.quasi_count; i++) {
		sheet->first[i] = sheet->form_count;
		sheet->form_count += work->forms[i];
	}
	sheet->forms = xcalloc(sheet->form_count, sizeof *sheet->forms);
	sheet->offsets = xcalloc(sheet->form_count, sizeof *sheet->offsets);
}

void
sheet_release(struct sheet *sheet)
{
	buffer_release(&sheet->bytes);
	free(sheet->forms);
	free(sheet->offsets);
	*sheet = (struct sheet){ 0 };
}

/* Returns where its bytes begin. */
static size_t
add_segment(struct sheet *sheet, struct field field, bool raw)
{
	uint32_t head = (uint32_t)field.length | (raw ? RAW : 0);

	buffer_append(&sheet->bytes, (const char *)&head, sizeof head);
	buffer_append(&sheet->bytes, field.data, field.length);
	return sheet->bytes.length - field.length;
}

/* The value of a cell whose segment begins there: that segment, but for quotes. */
static void
note_value(const struct reader *reader, const struct cell *cell, size_t at, struct field *value,
    size_t *offset)
{
	const bool quoted = cell->raw && cell->field.length != 0 && cell->field.data[0] == '"';

	*value = quoted ? reader_unquote(reader, cell->field) : cell->field;
	*offset = quoted ? NOWHERE : at;
}

/* The coarser forms of a cell; where there is none for this value the finer one stays,
 * and so does what is missing or was emptied: nothing coarser tells more than that. */
static void
add_coarser(struct sheet *sheet, struct work *work, size_t quasi, size_t first)
{
	const struct reader *reader = &work->filter->reader;
	const struct column *column = &work->columns.list[work->quasi[quasi]];
	const struct change_record record = columns_change_record(&work->columns, column, reader);
	const struct field value = reader_value(reader, work->quasi[quasi]);
	const bool missing = cell_is_missing(sheet->forms[first]);

	for (unsigned i = 1; i < work->forms[quasi]; i++) {
		const unsigned level = change_level(column->rule->change) + i;
		struct field out;

		if (missing
		    || change_value(column->rule->change, value, &record, level, &out)
		        == CHANGE_FAILED) {
			const size_t at = sheet->offsets[first + i - 1];
			const struct field finer = sheet->forms[first + i - 1];

			/* the bytes may move while they are appended */
			buffer_reserve(&sheet->bytes, finer.length + sizeof(uint32_t));
			sheet->offsets[first + i] = add_segment(sheet,
			    at == NOWHERE ? finer
			                  : (struct field){ sheet->bytes.data + at, finer.length },
			    false);
			sheet->forms[first + i].length = finer.length;
			continue;
		}
		sheet->offsets[first + i] = add_segment(sheet, out, false);
		sheet->forms[first + i].length = out.length;
	}
}

static void
add_quasi(struct sheet *sheet, struct work *work, size_t quasi)
{
	const struct reader *reader = &work->filter->reader;
	const struct cell cell = columns_cell(&work->columns, reader, work->quasi[quasi]);
	const size_t first = sheet->first[quasi];

	note_value(reader, &cell, add_segment(sheet, cell.field, cell.raw), &sheet->forms[first],
	    &sheet->offsets[first]);
	if (work->forms[quasi] > 1)
		add_coarser(sheet, work, quasi, first);
}

static void
add_step(struct sheet *sheet, struct work *work, const struct step *step)
{
	const struct reader *reader = &work->filter->reader;
	const struct column *column = &work->columns.list[step->first];
	const struct field *first = &reader->fields[step->first];
	const struct field *last = &reader->fields[step->last];
	struct cell cell;
	size_t at;

	if (step->kept) {
		for (const struct field *field = first; reader->broken && field <= last; field++)
			add_segment(sheet, *field, true);
		if (!reader->broken)
			add_segment(sheet,
			    (struct field){
			        first->data, (size_t)(last->data + last->length - first->data) },
			    true);
		return;
	}
	if (column->quasi != COLUMN_NONE) {
		add_quasi(sheet, work, column->quasi);
		return;
	}
	cell = columns_cell(&work->columns, reader, step->first);
	at = add_segment(sheet, cell.field, cell.raw);
	if (column->sensitive != COLUMN_NONE)
		note_value(reader, &cell, at, &sheet->sensitive[column->sensitive],
		    &sheet->sensitive_offsets[column->sensitive]);
}

void
sheet_make(struct sheet *sheet, struct work *work)
{
	const char apart = work->filter->reader.broken;

	buffer_clear(&sheet->bytes);
	buffer_append(&sheet->bytes, &apart, 1);
	for (size_t i = 0; i < work->columns.step_count; i++)
		add_step(sheet, work, &work->columns.steps[i]);
	for (size_t i = 0; i < sheet->form_count; i++)
		if (sheet->offsets[i] != NOWHERE)
			sheet->forms[i].data = sheet->bytes.data + sheet->offsets[i];
	for (size_t i = 0; i < work->policy.privacy.sensitive_count; i++)
		if (sheet->sensitive_offsets[i] != NOWHERE)
			sheet->sensitive[i].data = sheet->bytes.data + sheet->sensitive_offsets[i];
}

/* Takes the next segment off the front. */
static struct field
take(struct field *rest, bool *raw)
{
	struct field segment;
	uint32_t head;

	memcpy(&head, rest->data, sizeof head);
	segment = (struct field){ rest->data + sizeof head, head & ~RAW };
	*raw = (head & RAW) != 0;
	rest->data = segment.data + segment.length;
	rest->length -= sizeof head + segment.length;
	return segment;
}

static void
write_segment(struct writer *writer, struct field *rest)
{
	bool raw;
	struct field segment = take(rest, &raw);

	if (raw)
		writer_raw(writer, segment);
	else
		writer_value(writer, segment);
}

/* One of the forms; the others are passed over. */
static void
write_form(struct writer *writer, struct field *rest, unsigned forms, unsigned form)
{
	bool raw;

	for (unsigned i = 0; i < forms; i++)
		if (i == form)
			write_segment(writer, rest);
		else
			(void)take(rest, &raw);
	if (form >= forms)
		writer_text(writer, "*");
}

void
sheet_write(const struct work *work, struct field bytes, const unsigned *form)
{
	struct writer *writer = &work->filter->writer;
	struct field rest = { bytes.data + 1, bytes.length - 1 };

	for (size_t i = 0; i < work->columns.step_count; i++) {
		const struct step *step = &work->columns.steps[i];
		const size_t quasi = work->columns.list[step->first].quasi;

		if (quasi != COLUMN_NONE) {
			write_form(writer, &rest, work->forms[quasi], form[quasi]);
			continue;
		}
		for (size_t j = step->first; j <= (bytes.data[0] ? step->last : step->first); j++)
			write_segment(writer, &rest);
	}
}
