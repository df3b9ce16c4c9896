/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agree.h"

#include "../../lib/memory.h"
#include "../options.h"
#include "codes.h"
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* No code is longer. */
#define CODE_LENGTH_MAX 40

struct agree {
	size_t columns[CODERS];
	size_t by; /* column, or COLUMN_NONE */
	struct codes codes;
	uint64_t blank[CODERS]; /* in this column alone */
	uint64_t blank_both;
};

static bool
agree_begin(struct work *work, struct fault *fault)
{
	struct agree *agree = xcalloc(1, sizeof *agree);
	const struct reader *reader = &work->filter->reader;

	work->state = agree;
	agree->by = COLUMN_NONE;
	codes_init(&agree->codes);
	/* without operands the second column is what stands for standard input */
	if (strcmp(options.agree.values[1], "-") == 0)
		return fault_set(fault, "--agree takes two columns: --agree COLUMN COLUMN [FILE]");
	if (reader->columns == 0)
		return true;
	for (size_t i = 0; i < CODERS; i++)
		if (!reader_require(reader, options.agree.values[i], &agree->columns[i], fault))
			return false;
	return options.by == NULL || reader_require(reader, options.by, &agree->by, fault);
}

static bool
too_many(const struct work *work, size_t column, size_t most, const char *why, struct fault *fault)
{
	const struct reader *reader = &work->filter->reader;
	struct field name = reader_column_name(reader, column);

	return fault_at(fault, reader->name, (size_t)reader_place(reader, column).line, 0,
	    "column '%.*s' has more than %zu different values: %s", (int)name.length, name.data,
	    most, why);
}

static void
count_blanks(struct agree *agree, const bool blank[CODERS])
{
	if (blank[0] && blank[1])
		agree->blank_both++;
	else if (blank[0] || blank[1])
		agree->blank[blank[1]]++;
}

static bool
too_long(const struct work *work, size_t column, struct fault *fault)
{
	const struct reader *reader = &work->filter->reader;
	struct reader_place place = reader_place(reader, column);

	return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
	    "record %" PRIu64
	    ": a value of more than %d bytes: are these codes?  name the columns that "
	    "the coders filled in",
	    reader->number, CODE_LENGTH_MAX);
}

static bool
agree_record(struct work *work, struct fault *fault)
{
	struct agree *agree = work->state;
	struct filter *filter = work->filter;
	size_t values[CODERS], group = 0;
	bool blank[CODERS];

	for (size_t i = 0; i < CODERS; i++) {
		struct field value = reader_value(&filter->reader, agree->columns[i]);

		/* a column of texts would be told value by value */
		if (value.length > CODE_LENGTH_MAX)
			return too_long(work, agree->columns[i], fault);
		blank[i] = field_trim(value).length == 0;
		values[i] = codes_value(&agree->codes, value);
		if (values[i] == CODES_FULL)
			return too_many(work, agree->columns[i], CODES_VALUES_MAX,
			    "are these codes?  name the columns that the coders filled in", fault);
	}
	if (agree->by != COLUMN_NONE)
		group = codes_group(&agree->codes, reader_value(&filter->reader, agree->by));
	if (group == CODES_FULL)
		return too_many(
		    work, agree->by, CODES_GROUPS_MAX, "take another column for --by", fault);
	if (!codes_count(&agree->codes, group, values[0], values[1]))
		return fault_set(fault,
		    "there are more than %d different pairs of codes and "
		    "groups: ask for part of the records at a time",
		    CODES_CELLS_MAX);
	count_blanks(agree, blank);
	filter->record.used++;
	return true;
}

/* Somebody may have given the wrong file, or the coder none at all. */
static void
warn_blanks(const struct work *work)
{
	const struct agree *agree = work->state;

	for (size_t i = 0; i < CODERS; i++)
		if (work->filter->record.used != 0
		    && agree->blank[i] + agree->blank_both == work->filter->record.used)
			diag_warning("column '%s' is blank in all records: is it coded yet?",
			    options.agree.values[i]);
}

static bool
agree_end(struct work *work, struct fault *fault)
{
	struct agree *agree = work->state;
	struct filter *filter = work->filter;
	struct agree_report report = { .coders = { options.agree.values[0],
		                           options.agree.values[1] },
		.by = options.by,
		.records = filter->record.used,
		.blank = { agree->blank[0], agree->blank[1] },
		.blank_both = agree->blank_both,
		.codes = &agree->codes,
		.header = !filter->no_header };

	(void)fault;
	runrecord_count(&filter->record, "blank_both", agree->blank_both);
	runrecord_count(&filter->record, "blank_first_only", agree->blank[0]);
	runrecord_count(&filter->record, "blank_second_only", agree->blank[1]);
	warn_blanks(work);
	agree_report_take(&report);
	if (options.format == NULL || strcmp(options.format, "text") == 0)
		agree_report_text(&report, &filter->writer);
	else if (strcmp(options.format, "json") == 0)
		agree_report_json(&report, &filter->writer);
	else
		agree_report_csv(&report, &filter->writer);
	agree_report_release(&report);
	return true;
}

static void
agree_release(struct work *work)
{
	struct agree *agree = work->state;

	if (agree == NULL)
		return;
	codes_release(&agree->codes);
	free(agree);
}

const struct way agree_way = {
	.begin = agree_begin, .record = agree_record, .end = agree_end, .release = agree_release
};
