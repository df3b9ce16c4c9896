/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * blanks: lines with nothing on them, or with delimiters alone, as spreadsheets
 * leave them, by the million where somebody once went down to the last row.  At the
 * end of a file they are left out; between records each is an error.  Which it is
 * shows only when the next record comes, or none.  Until then they are held as runs of
 * lines that look the same; a file with more runs than anybody leaves behind is
 * told at once.
 */
#include "run.h"

static bool
continues(const struct blank_run *last, const struct blank_run *line)
{
	return last->length == line->length
	    && memcmp(last->ending, line->ending, sizeof last->ending) == 0;
}

void
run_blank_hold(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct blanks *blanks = &run->blanks;
	struct blank_run line = { 1, reader->record.length, { 0 } };

	memcpy(line.ending, reader->record.data + reader->record.length, reader->ending);
	if (blanks->run_count != 0 && continues(&blanks->runs[blanks->run_count - 1], &line)) {
		blanks->runs[blanks->run_count - 1].count++;
		blanks->count++;
		return;
	}
	if (blanks->run_count == BLANK_RUNS_MAX)
		run_blank_reject(run);
	if (blanks->runs == NULL)
		blanks->runs = xcalloc(BLANK_RUNS_MAX, sizeof *blanks->runs);
	blanks->runs[blanks->run_count++] = line;
	if (blanks->count++ == 0) {
		blanks->line = reader->line;
		blanks->number = reader->number;
	}
}

static void
forget(struct blanks *blanks)
{
	blanks->count = 0;
	blanks->run_count = 0;
}

/* The bytes of one of the lines, as it stands in the file. */
static void
line_of(const struct run *run, const struct blank_run *lines, struct buffer *out)
{
	const struct reader *reader = &run->filter->reader;
	struct buffer text = { 0 };

	buffer_reserve(&text, lines->length + 2);
	memset(text.data, reader->delimiter, lines->length);
	text.length = lines->length;
	buffer_append(&text, lines->ending, strnlen(lines->ending, sizeof lines->ending));
	transcode_encode(reader->encoding, text.data, text.length, out);
	buffer_release(&text);
}

static void
reject_run(struct run *run, const struct blank_run *lines, uint64_t before)
{
	struct blanks *blanks = &run->blanks;
	struct buffer bytes = { 0 };

	line_of(run, lines, &bytes);
	for (uint64_t i = before; i < before + lines->count; i++) {
		struct finding finding = { .code = FINDING_BLANK_LINE,
			.field = FINDING_NO_FIELD,
			.part = FINDING_NO_PART,
			.file = run->file,
			.record = blanks->number + i,
			.place = { blanks->line + i, 1 },
			.count = 1 };

		findings_add(&run->findings, &finding);
		run_rejects_bytes(run, bytes.data, bytes.length, lines->ending[0] != '\0');
	}
	run->filter->record.in += lines->count;
	run->filter->record.rejected += lines->count;
	buffer_release(&bytes);
}

void
run_blank_reject(struct run *run)
{
	struct blanks *blanks = &run->blanks;
	uint64_t before = 0;

	for (size_t i = 0; i < blanks->run_count; i++) {
		reject_run(run, &blanks->runs[i], before);
		before += blanks->runs[i].count;
	}
	forget(blanks);
}

void
run_blank_drop(struct run *run)
{
	struct blanks *blanks = &run->blanks;
	struct finding finding = { .code = FINDING_TRAILING_BLANK,
		.severity = SEVERITY_WARNING,
		.field = FINDING_NO_FIELD,
		.part = FINDING_NO_PART,
		.file = run->file,
		.place = { blanks->line, 1 },
		.count = blanks->count };

	if (blanks->count != 0)
		findings_add(&run->findings, &finding);
	forget(blanks);
}
