/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record: what is said of one record. */
#include "run.h"

/* An origin is a line and an input in one number, which is not 0. */
static uint64_t
origin_here(const struct run *run)
{
	return run->filter->reader.line * run->filter->input_count + run->filter->input;
}

static void
set_first(const struct run *run, struct finding *finding, uint64_t origin)
{
	size_t input = (size_t)(origin % run->filter->input_count);

	finding->first.line = origin / run->filter->input_count;
	if (input != run->filter->input)
		finding->first_file = filter_input_name(run->filter, input);
}

void
run_find(struct run *run, const struct breach *breach, struct field value)
{
	const struct reader *reader = &run->filter->reader;
	bool named = breach->field != FINDING_NO_FIELD;
	size_t column = named ? row_column(&run->row, breach->field) : 0;
	struct finding finding = { .code = breach->code,
		.severity = breach->severity,
		.field = breach->field,
		.part = breach->part,
		.file = run->file,
		.record = reader->number,
		.place = reader_place(reader, column),
		.count = 1 };
	struct buffer words = { 0 };

	if (breach->first != 0)
		set_first(run, &finding, breach->first);
	if (run->findings.show_values && named && !run->schema->fields[breach->field].sensitive)
		finding.value = value;
	if (breach->code == FINDING_RULE) {
		rules_message(&run->rules, breach->part, &words);
		buffer_append(&words, "", 1);
		finding.detail = words.data;
	}
	findings_add(&run->findings, &finding);
	buffer_release(&words);
}

void
run_reject_structure(struct run *run, enum finding_code code, struct reader_place place)
{
	const struct reader *reader = &run->filter->reader;
	struct finding finding = { .code = code,
		.field = FINDING_NO_FIELD,
		.part = FINDING_NO_PART,
		.file = run->file,
		.record = reader->number,
		.place = place,
		.count = 1 };

	if (code == FINDING_OPEN_QUOTE || code == FINDING_RUNAWAY_QUOTE)
		finding.first = reader->opened;
	findings_add(&run->findings, &finding);
	run_rejects_record(run);
}

/* The judge's word on a value that did not plainly pass. */
static bool
judge_value(struct run *run, size_t i)
{
	const struct schema_field *field = &run->schema->fields[i];
	struct judgement judgement;
	bool good = true;

	row_judge(&run->row, i, &judgement);
	for (size_t j = 0; j < judgement.count; j++) {
		struct breach breach = { .code = judgement.codes[j],
			.severity = schema_field_severity(field, judgement.codes[j]),
			.field = i,
			.part = FINDING_NO_PART };

		run_find(run, &breach, run->row.values[i]);
		good = good && breach.severity == SEVERITY_WARNING;
	}
	/* a note that is no repair is about the value that passes */
	if (judgement.note != FINDING_NONE && !finding_is_repair(judgement.note)) {
		struct breach breach = { judgement.note, SEVERITY_WARNING, i, FINDING_NO_PART, 0 };

		run_find(run, &breach, run->row.values[i]);
	}
	return good;
}

static bool
check_values(struct run *run)
{
	const size_t count = run->schema->count;
	bool good = true;

	for (size_t i = row_pass(&run->row, 0); i < count; i = row_pass(&run->row, i + 1))
		good = judge_value(run, i) && good;
	return good;
}

static bool
take_breach(struct run *run, const struct breach *breach)
{
	struct field value = { NULL, 0 };

	if (breach->field != FINDING_NO_FIELD)
		value = run->row.values[breach->field];
	run_find(run, breach, value);
	return breach->severity == SEVERITY_WARNING;
}

/* All records count, also those that are rejected for another reason: who mends
 * them would find the second fault only then.  False: the run cannot go on. */
static bool
check_keys(struct run *run, bool *good)
{
	uint64_t origin = origin_here(run);

	for (size_t i = 0; i < run->keys.count; i++) {
		struct breach breach;

		switch (keys_judge(&run->keys, i, &run->row.cells, origin, &breach, run->fault)) {
		case KEY_GOOD:
			break;
		case KEY_BREACH:
			*good = take_breach(run, &breach) && *good;
			break;
		case KEY_FAILED:
			return false;
		}
	}
	return true;
}

static void
check_rules(struct run *run, bool *good)
{
	for (size_t i = 0; i < run->rules.count; i++) {
		struct breach breach;

		if (!rules_judge(&run->rules, i, &run->row.cells, &breach))
			*good = take_breach(run, &breach) && *good;
	}
}

/* A record of a submission that a later file replaces is not checked: who sent it
 * has mended it already. */
static bool
is_replaced(struct run *run)
{
	if (!submissions_present(&run->submissions) || run->filter->input_count == 1)
		return false;
	row_fill(&run->row);
	return submissions_replaced(&run->submissions, run->filter->input, &run->row.cells);
}

static bool
check_schema(struct run *run, bool *good)
{
	keys_expect(&run->keys, &run->row.cells);
	*good = check_values(run);
	if (submissions_present(&run->submissions) && run->filter->input_count == 1
	    && !submissions_survey(&run->submissions, 0, run->file, &run->row.cells, run->fault))
		return false;
	if (!check_keys(run, good))
		return false;
	check_rules(run, good);
	if (run->profiled)
		profile_add(&run->profile, &run->row.cells);
	return true;
}

/* The record would leave as a line of delimiters alone, which is none.  In a single
 * column it is "". */
static bool
leaves_blank(const struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	const struct match *match = &run->row.match;

	if (run->header_count == 1)
		return false;
	for (size_t i = 0; run->schema != NULL && i < run->schema->count; i++)
		if (run->row.cells.values[i].length != 0)
			return false;
	for (size_t i = 0; run->schema != NULL && i < match->other_count; i++)
		if (reader_value(reader, match->others[i]).length != 0)
			return false;
	for (size_t i = 0; run->schema == NULL && i < reader->count; i++)
		if (reader_value(reader, i).length != 0)
			return false;
	return true;
}

bool
run_record(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	bool total = run_looks_total(reader);
	bool good = true;

	if (reader_is_header(reader)) {
		run_reject_structure(run, FINDING_HEADER_AGAIN, reader_place(reader, 0));
		return true;
	}
	if (run->schema != NULL) {
		row_take(&run->row, reader);
		if (is_replaced(run)) {
			run->filter->record.excluded++;
			return true;
		}
		/* what else is wrong with a row of totals is of no use to anybody */
		if (total && !run_total_stands(run)) {
			run_reject_structure(run, FINDING_TOTAL_ROW, reader_place(reader, 0));
			return true;
		}
		if (!check_schema(run, &good))
			return false;
	}
	if (good && leaves_blank(run)) {
		run_reject_structure(run, FINDING_BLANK_LINE, reader_place(reader, 0));
		return true;
	}
	if (!good) {
		run_rejects_record(run);
		return true;
	}
	if (total)
		run_total_note(run);
	run_emit(run);
	run->filter->record.used++;
	return true;
}
