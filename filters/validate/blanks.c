/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * blanks: lines with nothing on them, or with delimiters alone, as spreadsheets
 * leave them.  At the end of a file they are left out; between records each is an
 * error.  Which it is shows only when the next record comes, or none.
 */
#include "run.h"

#define HELD_MAX 1000000

void
run_blank_hold(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct blanks *blanks = &run->blanks;

	if (blanks->count == HELD_MAX)
		run_blank_reject(run);
	if (blanks->count++ == 0) {
		blanks->line = reader->line;
		blanks->number = reader->number;
	}
	reader_original(reader, &blanks->bytes);
}

static void
forget(struct blanks *blanks)
{
	blanks->count = 0;
	buffer_clear(&blanks->bytes);
}

void
run_blank_reject(struct run *run)
{
	struct blanks *blanks = &run->blanks;

	for (uint64_t i = 0; i < blanks->count; i++) {
		struct finding finding = { .code = FINDING_BLANK_LINE,
			.field = FINDING_NO_FIELD,
			.part = FINDING_NO_PART,
			.file = run->file,
			.record = blanks->number + i,
			.place = { blanks->line + i, 1 },
			.count = 1 };

		findings_add(&run->findings, &finding);
	}
	run->filter->record.in += blanks->count;
	run->filter->record.rejected += blanks->count;
	if (run->rejects.open)
		writer_bytes(&run->rejects.writer, blanks->bytes.data, blanks->bytes.length);
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
