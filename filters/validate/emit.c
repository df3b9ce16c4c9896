/* SPDX-License-Identifier: GPL-3.0-or-later */
/* emit: a good record in canonical form. */
#include "run.h"

/* What a quoted field holds makes its quotes necessary. */
static bool
needs_quotes(struct field raw)
{
	return raw.length > 2
	    && (memchr(raw.data + 1, ',', raw.length - 2) != NULL
	        || memchr(raw.data + 1, '"', raw.length - 2) != NULL);
}

static bool
is_quoted(struct field raw)
{
	return raw.length != 0 && raw.data[0] == '"';
}

/* The record stands in the file as it stands in the stream, but for line breaks. */
static bool
is_canonical(const struct run *run, const struct reader *reader)
{
	if (reader->delimiter != ',')
		return false;
	if (run->schema != NULL && (run->row.altered || !run->row.match.straight))
		return false;
	/* a lone empty field needs its quotes: a blank line would be none */
	if (reader->count == 1 && reader->record.length == 2 && reader->quoted)
		return run->source_column == NULL;
	/* the schema's own fields are trimmed before they are judged */
	if (run->trim && (run->schema == NULL || run->row.match.other_count != 0))
		return false;
	for (size_t i = 0; reader->quoted && i < reader->count; i++)
		if (is_quoted(reader->fields[i]) && !needs_quotes(reader->fields[i]))
			return false;
	return true;
}

static void
emit_column(struct run *run, size_t column, size_t field)
{
	const struct reader *reader = &run->filter->reader;
	struct writer *writer = &run->filter->writer;
	struct field raw = reader->fields[column];

	if (run->trim) {
		struct field value = reader_value(reader, column);
		struct field trimmed = field_trim(value);

		if (trimmed.length != value.length) {
			writer_value(writer, trimmed);
			repairs_add(&run->repairs, FINDING_TRIMMED, field, reader, column, 1);
			return;
		}
	}
	if (reader->delimiter != ',') {
		writer_value(writer, reader_value(reader, column));
	} else if (is_quoted(raw) && !needs_quotes(raw)) {
		writer_value(writer, reader_value(reader, column));
		repairs_add(&run->repairs, FINDING_REQUOTED, field, reader, column, 1);
	} else {
		writer_raw(writer, raw);
	}
}

static void
emit_field(struct run *run, size_t field)
{
	const struct reader *reader = &run->filter->reader;
	struct row *row = &run->row;
	enum finding_code note = (enum finding_code)row->notes[field];
	size_t column = row->match.columns[field];

	if (column == READER_NONE) {
		writer_value(&run->filter->writer, (struct field){ "", 0 });
		return;
	}
	if (!row->altered || note == FINDING_NONE) {
		emit_column(run, column, field);
		return;
	}
	writer_value(&run->filter->writer, row->canonical[field]);
	if (finding_is_repair(note))
		repairs_add(&run->repairs, note, field, reader, column, 1);
}

/* All values of the schema's fields as they stand in the file, but for a few: what
 * stands between those goes in one piece, delimiters and all. */
static void
emit_pieces(struct run *run)
{
	const struct field *fields = run->filter->reader.fields;
	const unsigned char *notes = run->row.notes;
	const size_t count = run->schema->count;

	for (size_t i = 0; i < count; i++) {
		size_t start = i;

		while (i < count && notes[i] == FINDING_NONE)
			i++;
		if (i != start) {
			const char *end = fields[i - 1].data + fields[i - 1].length;

			writer_raw(&run->filter->writer,
			    (struct field){
			        fields[start].data, (size_t)(end - fields[start].data) });
		}
		if (i < count)
			emit_field(run, i);
	}
}

static void
emit_fields(struct run *run)
{
	const struct reader *reader = &run->filter->reader;

	if (run->schema == NULL) {
		for (size_t i = 0; i < reader->count; i++)
			emit_column(run, i, FINDING_NO_FIELD);
		return;
	}
	if (run->row.match.straight && reader->delimiter == ',' && !reader->quoted)
		emit_pieces(run);
	else
		for (size_t i = 0; i < run->schema->count; i++)
			emit_field(run, i);
	for (size_t i = 0; i < run->row.match.other_count; i++)
		emit_column(run, run->row.match.others[i], FINDING_NO_FIELD);
}

void
run_emit(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct writer *writer = &run->filter->writer;
	uint64_t folded = writer->folded;

	if (is_canonical(run, reader))
		writer_record(writer, reader);
	else
		emit_fields(run);
	if (run->source_column != NULL)
		writer_text(writer, run->file);
	writer_end(writer);
	if (writer->folded != folded)
		repairs_add(&run->repairs, FINDING_FOLDED, FINDING_NO_FIELD, reader, 0,
		    writer->folded - folded);
}
