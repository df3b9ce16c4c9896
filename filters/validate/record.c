/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run: the records, one after the other. */
#include "run.h"

static void
reject(struct run *run)
{
	const struct reader *reader = &run->filter->reader;

	run->filter->record.rejected++;
	if (run->rejects.open)
		writer_bytes(&run->rejects.writer, reader->record.data,
		    reader->record.length + reader->ending);
}

static void
find(struct run *run, enum finding_code code, size_t field, struct field value, uint64_t first)
{
	const struct reader *reader = &run->filter->reader;
	struct finding finding = { .code = code,
		.field = field,
		.record = reader->number,
		.place = reader_place(reader, field),
		.first = { first, 0 } };

	if (run->findings.show_values)
		finding.value = value;
	findings_add(&run->findings, &finding);
}

static void
reject_structure(struct run *run, enum finding_code code, struct reader_place place)
{
	const struct reader *reader = &run->filter->reader;
	struct finding finding = {
		.code = code, .field = FINDING_NO_FIELD, .record = reader->number, .place = place
	};

	if (code == FINDING_OPEN_QUOTE)
		finding.first = reader->opened;
	findings_add(&run->findings, &finding);
	reject(run);
}

/* The judge's word on a value that did not plainly pass. */
static bool
judge_value(struct run *run, size_t i, struct field value, bool *altered)
{
	struct judgement judgement;

	schema_judge(&run->schema->fields[i], value, &run->scratch[i], &judgement);
	for (size_t j = 0; j < judgement.count; j++)
		find(run, judgement.codes[j], i, value, 0);
	if (judgement.note != FINDING_NONE) {
		run->changed[i] = judgement.canonical;
		*altered = true;
	}
	return judgement.count == 0;
}

static bool
check_values(struct run *run, const struct field *values, bool *altered)
{
	size_t columns = run->schema->count;
	bool good = true;

	for (size_t i = 0; i < columns; i++)
		if (!check_passes(&run->checks[i], values[i])
		    && !judge_value(run, i, values[i], altered))
			good = false;
	return good;
}

/* All records count, also those that are rejected for another reason: who mends
 * them would find the second fault only then. */
static bool
check_keys(struct run *run, const struct field *values)
{
	bool good = true;

	for (size_t i = 0; i < run->keys.count; i++) {
		uint64_t first = keys_enter(&run->keys, i, values, run->filter->reader.line);
		const struct key *key = &run->keys.list[i];

		if (first == 0)
			continue;
		find(run, key->code, key->columns[0], values[key->columns[0]], first);
		good = false;
	}
	return good;
}

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

static bool
is_canonical(const struct reader *reader)
{
	if (!reader->quoted)
		return true;
	for (size_t i = 0; i < reader->count; i++)
		if (is_quoted(reader->fields[i]) && !needs_quotes(reader->fields[i]))
			return false;
	return true;
}

static void
write_fields(struct run *run, const struct field *values)
{
	const struct reader *reader = &run->filter->reader;
	struct writer *writer = &run->filter->writer;

	for (size_t i = 0; i < reader->count; i++) {
		if (run->changed[i].data != NULL) {
			writer_value(writer, run->changed[i]);
			run->blanked += run->changed[i].length == 0;
			run->trimmed += run->changed[i].length != 0;
		} else if (is_quoted(reader->fields[i]) && !needs_quotes(reader->fields[i])) {
			writer_value(writer, values[i]);
		} else {
			writer_raw(writer, reader->fields[i]);
		}
	}
}

/* Where files were put together; in a single column it may well be a value. */
static bool
is_header(const struct run *run, const struct field *values)
{
	size_t columns = run->filter->reader.count;
	size_t i = 0;

	while (i < columns && field_equals(values[i], run->names[i]))
		i++;
	return i == columns && columns > 1;
}

static void
check_record(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	const struct field *values = reader->fields;
	bool altered = false;
	bool good = true;

	if (reader->quoted) {
		for (size_t i = 0; i < reader->count; i++)
			run->values[i] = reader_value(reader, i);
		values = run->values;
	}
	if (is_header(run, values)) {
		reject_structure(run, FINDING_HEADER_AGAIN, reader_place(reader, 0));
		return;
	}
	if (run->schema != NULL) {
		bool known;

		keys_expect(&run->keys, values);
		good = check_values(run, values, &altered);
		known = check_keys(run, values);
		good = good && known;
	}
	if (!good) {
		reject(run);
	} else {
		if (!altered && is_canonical(reader))
			writer_record(&run->filter->writer, reader);
		else
			write_fields(run, values);
		writer_end(&run->filter->writer);
		run->filter->record.used++;
	}
	if (altered)
		memset(run->changed, 0, reader->count * sizeof *run->changed);
}

bool
run_records(struct run *run, struct fault *fault)
{
	struct filter *filter = run->filter;
	struct reader *reader = &filter->reader;

	for (;; filter->record.in++) {
		if (filter->record.in % 4096 == 0)
			progress_show(&filter->progress, filter->record.in, reader_bytes(reader));
		if (filter->writer.error != 0)
			return writer_flush(&filter->writer, fault);
		if (run->rejects.open && run->rejects.writer.error != 0)
			return writer_flush(&run->rejects.writer, fault);
		switch (reader_next(reader, fault)) {
		case READER_RECORD:
			check_record(run);
			break;
		case READER_FAULTY:
			reject_structure(run, finding_of_reader(reader), reader->fault_place);
			break;
		case READER_END:
			return true;
		case READER_FAILED:
			return false;
		}
	}
}
