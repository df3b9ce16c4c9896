/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run: one file checked, from the header to the summary. */
#include "run.h"

#include "../lib/memory.h"

#include <stdlib.h>
#include <unistd.h>

/* Side files may hold personal data, so nobody else may read them. */
static bool
side_open(struct side *side, const char *path, struct fault *fault)
{
	if (!output_open(&side->output, path, 0600, fault))
		return false;
	writer_open(&side->writer, side->output.descriptor, path);
	side->open = true;
	return true;
}

static bool
side_flush(struct side *side, struct fault *fault)
{
	return !side->open || writer_flush(&side->writer, fault);
}

static bool
side_commit(struct side *side, struct fault *fault)
{
	if (!side->open)
		return true;
	side->open = false;
	writer_close(&side->writer);
	return output_commit(&side->output, fault);
}

static void
side_discard(struct side *side)
{
	if (!side->open)
		return;
	output_discard(&side->output);
	writer_close(&side->writer);
	side->open = false;
}

/* The header's line as it stands in the input, its byte-order mark too where
 * the input can be read again. */
static void
write_rejects_header(struct run *run)
{
	const struct filter *filter = run->filter;
	const struct reader *reader = &filter->reader;
	struct writer *writer = &run->rejects.writer;
	char mark[3];

	if (!run->rejects.open || filter->no_header || reader->columns == 0)
		return;
	if (filter->header_path != NULL) {
		writer_header(writer, reader);
		writer_end(writer);
		return;
	}
	if (pread(filter->descriptor, mark, sizeof mark, 0) == (ssize_t)sizeof mark
	    && memcmp(mark, "\xEF\xBB\xBF", sizeof mark) == 0)
		writer_bytes(writer, mark, sizeof mark);
	writer_bytes(writer, reader->record.data, reader->record.length + reader->ending);
}

static void
write_header(struct run *run)
{
	struct writer *writer = &run->filter->writer;
	const struct reader *reader = &run->filter->reader;

	if (run->filter->no_header || reader->columns == 0)
		return;
	if (run->schema == NULL)
		writer_header(writer, reader);
	for (size_t i = 0; run->schema != NULL && i < run->schema->count; i++)
		writer_text(writer, run->schema->fields[i].name);
	writer_end(writer);
}

bool
run_begin(struct run *run, struct fault *fault)
{
	const struct reader *reader = &run->filter->reader;

	if (run->schema != NULL && reader->columns != 0
	    && !match_open(&run->match, run->schema, reader, fault))
		return false;
	if (run->rejects_path != NULL && !side_open(&run->rejects, run->rejects_path, fault))
		return false;
	if (run->report_path != NULL && !side_open(&run->report, run->report_path, fault))
		return false;
	if (run->report_path == NULL)
		writer_open(&run->report.writer, STDERR_FILENO, "standard error");
	run->findings.writer = &run->report.writer;
	run->findings.file = reader->name;
	run->findings.schema = run->schema;
	run->findings.show_values = run->filter->show_values;
	run->findings.color = run->filter->color && run->report_path == NULL;
	findings_begin(&run->findings);
	run->names = xcalloc(reader->columns + 1, sizeof *run->names);
	for (size_t i = 0; i < reader->columns; i++)
		run->names[i] = reader_column_name(reader, i);
	run->values = xcalloc(reader->columns + 1, sizeof *run->values);
	run->changed = xcalloc(reader->columns + 1, sizeof *run->changed);
	if (run->schema != NULL) {
		run->scratch = xcalloc(run->schema->count, sizeof *run->scratch);
		run->cells = xcalloc(run->schema->count, sizeof *run->cells);
		run->states = xcalloc(run->schema->count, 1);
		run->checks = xcalloc(run->schema->count, sizeof *run->checks);
		for (size_t i = 0; i < run->schema->count; i++)
			check_init(&run->checks[i], &run->schema->fields[i]);
		keys_init(&run->keys, run->schema);
	}
	write_rejects_header(run);
	write_header(run);
	return true;
}

bool
run_end(struct run *run, struct fault *fault)
{
	struct filter *filter = run->filter;
	struct findings_totals totals = { filter->record.in, filter->record.used,
		filter->record.rejected };

	progress_close(&filter->progress);
	findings_end(&run->findings, &totals, run->report_path == NULL);
	for (size_t i = 0; i < run->findings.group_count; i++) {
		const struct findings_group *group = &run->findings.groups[i];
		const char *name = findings_field_name(&run->findings, group->field);
		struct buffer key = { 0 };

		buffer_format(
		    &key, "%s%s%s", finding_name(group->code), name ? " " : "", name ? name : "");
		buffer_append(&key, "", 1);
		runrecord_count(&filter->record, key.data, group->count);
		buffer_release(&key);
	}
	runrecord_count(&filter->record, "findings", run->findings.count);
	runrecord_count(&filter->record, "missing_blanked", run->blanked);
	runrecord_count(&filter->record, "trimmed", run->trimmed);
	if (filter->record.rejected != 0)
		filter->status = STATUS_DATA_FAILED;
	/* every last write has gone well before the first file appears */
	if (run->report_path == NULL && !writer_flush(&run->report.writer, fault))
		return false;
	return writer_flush(&filter->writer, fault) && side_flush(&run->rejects, fault)
	    && side_flush(&run->report, fault) && side_commit(&run->rejects, fault)
	    && side_commit(&run->report, fault);
}

void
run_release(struct run *run)
{
	if (run->report_path == NULL && run->report.writer.data != NULL)
		writer_close(&run->report.writer);
	side_discard(&run->report);
	side_discard(&run->rejects);
	findings_release(&run->findings);
	if (run->schema != NULL)
		keys_release(&run->keys);
	for (size_t i = 0; run->schema != NULL && run->checks != NULL && i < run->schema->count;
	     i++)
		check_release(&run->checks[i]);
	free(run->checks);
	free(run->names);
	free(run->values);
	free(run->changed);
}
