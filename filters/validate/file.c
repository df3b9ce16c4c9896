/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file: one file of a run, from its header to its last record. */
#include "run.h"

#include <inttypes.h>

/* The name of a column of the output; NULL behind the last one. */
static const char *
output_name(
    const struct run *run, const struct reader *reader, const struct match *match, size_t column)
{
	size_t fields;

	if (run->schema == NULL)
		return column < reader->columns ? reader_column_name(reader, column).data : NULL;
	fields = run->schema->count;
	if (column < fields)
		return run->schema->fields[column].name;
	if (column < fields + match->other_count)
		return reader_column_name(reader, match->others[column - fields]).data;
	return NULL;
}

bool
run_agrees(const struct run *run, const struct reader *reader, const struct match *match,
    struct fault *fault)
{
	for (size_t i = 0; i <= run->header_count; i++) {
		const char *name = output_name(run, reader, match, i);
		const char *first = i < run->header_count ? run->header[i] : NULL;

		if (name == NULL && first == NULL)
			break;
		if (name == NULL || first == NULL || strcmp(name, first) != 0)
			return fault_at(fault, reader->name, 1, 0,
			    "column %zu is not as in the files before; validate it by itself, or "
			    "give a schema whose fieldsMatch brings the columns into one order",
			    i + 1);
	}
	return true;
}

static bool
keep_header(struct run *run, struct fault *fault)
{
	const struct reader *reader = &run->filter->reader;
	const char *name;

	while ((name = output_name(run, reader, &run->row.match, run->header_count)) != NULL) {
		if (run->source_column != NULL && strcmp(name, run->source_column) == 0)
			return fault_at(fault, reader->name, 1, 0,
			    "there is a column '%s' already; give --source-column another name",
			    name);
		run->header =
		    xreallocarray(run->header, run->header_count + 1, sizeof *run->header);
		run->header[run->header_count++] = xstrdup(name);
	}
	return true;
}

static void
write_header(struct run *run)
{
	struct writer *writer = &run->filter->writer;

	if (run->filter->no_header)
		return;
	for (size_t i = 0; i < run->header_count; i++)
		writer_text(writer, run->header[i]);
	if (run->source_column != NULL)
		writer_text(writer, run->source_column);
	writer_end(writer);
}

static void
count_here(const struct run *run, uint64_t counts[4])
{
	const struct runrecord *record = &run->filter->record;

	counts[0] = record->in;
	counts[1] = record->used;
	counts[2] = record->rejected;
	counts[3] = record->excluded;
}

static void
tell(struct run *run, enum finding_code code, uint64_t count, const char *detail)
{
	struct breach breach = { code, SEVERITY_WARNING, FINDING_NO_FIELD, FINDING_NO_PART, 0 };

	if (count != 0)
		run_notice(run, &breach, count, run->file, detail);
}

void
run_count_ending(struct run *run)
{
	const struct reader *reader = &run->filter->reader;

	if (reader->ending == 0)
		return;
	if (reader->record.data[reader->record.length] == '\r')
		run->line_ends++;
	else
		run->line_feeds++;
}

static size_t
skipped(const struct run *run)
{
	return run->filter->dialect != NULL ? run->filter->dialect->skip_lines : 0;
}

/* Line ends of several kinds are told from those of one. */
static void
tell_line_ends(struct run *run)
{
	struct buffer mixed = { 0 };

	buffer_format(
	    &mixed, "%" PRIu64 " of %" PRIu64, run->line_ends, run->line_ends + run->line_feeds);
	buffer_append(&mixed, "", 1);
	tell(run, FINDING_LINE_ENDS, run->line_ends, run->line_feeds != 0 ? mixed.data : NULL);
	buffer_release(&mixed);
}

bool
run_file_begin(struct run *run, struct fault *fault)
{
	const struct reader *reader = &run->filter->reader;

	run->file = reader->name;
	run->line_ends = 0;
	run->line_feeds = 0;
	run_count_ending(run);
	run->total.record = 0;
	count_here(run, run->before);
	keys_begin_file(&run->keys);
	tell(run, FINDING_EMPTY, reader->columns == 0,
	    skipped(run) != 0 ? "below the lines that are passed over" : NULL);
	if (reader->columns == 0)
		return true;
	tell(run, FINDING_TRIMMED, reader->trimmed, "in the header");
	if (run->schema == NULL)
		tell(run, FINDING_ONE_COLUMN, reader_divider(reader) != NULL, NULL);
	else if (!row_match(&run->row, reader, fault))
		return false;
	if (run->header != NULL)
		return run_agrees(run, reader, &run->row.match, fault)
		    && run_rejects_agree(run, reader, fault);
	if (!keep_header(run, fault))
		return false;
	run_rejects_header(run);
	write_header(run);
	return true;
}

/* What the door did to the file as a whole. */
static void
tell_door(struct run *run)
{
	static const char *const encodings[] = { [TRANSCODE_UTF8] = "",
		[TRANSCODE_WINDOWS_1252] = "from Windows-1252",
		[TRANSCODE_UTF16LE] = "from UTF-16 (little-endian)",
		[TRANSCODE_UTF16BE] = "from UTF-16 (big-endian)" };
	const struct reader *reader = &run->filter->reader;
	bool utf8 = reader->encoding == TRANSCODE_UTF8;
	bool moved = run->schema != NULL && !run->row.match.straight;

	if (reader->columns == 0)
		return;
	tell(run, FINDING_MARK, reader->marked && utf8, NULL);
	tell(run, FINDING_CONVERTED, !utf8, encodings[reader->encoding]);
	tell_line_ends(run);
	tell(run, FINDING_DELIMITER, reader->delimiter != ',',
	    reader->delimiter == ';'        ? "the semicolon"
	        : reader->delimiter == '\t' ? "the tab"
	        : reader->delimiter == '|'  ? "the bar"
	                                    : NULL);
	tell(run, FINDING_SKIPPED_LINES, skipped(run), NULL);
	tell(run, FINDING_COLUMNS_MOVED, moved, NULL);
}

static void
note_counts(const struct run *run)
{
	static const char *const names[] = { "in", "used", "rejected", "excluded" };
	struct runrecord_part list = runrecord_list(&run->filter->record, "files");
	struct runrecord_part row = runrecord_part_row(list);
	const char *slash = strrchr(run->file, '/');
	uint64_t now[4];

	count_here(run, now);
	runrecord_part_text(row, "file", slash != NULL ? slash + 1 : run->file);
	for (size_t i = 0; i < 4; i++)
		runrecord_part_count(row, names[i], now[i] - run->before[i]);
}

void
run_file_end(struct run *run)
{
	run_blank_drop(run);
	if (run->total.record != 0)
		findings_add(&run->findings, &run->total);
	tell_door(run);
	repairs_tell(&run->repairs, &run->findings, run->file);
	note_counts(run);
}
