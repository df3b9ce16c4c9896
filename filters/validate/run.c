/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run: the files checked, from the first header to the summary. */
#include "run.h"

#include "../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

/* The rule behind a finding that is not one field's. */
static void
rule_of(const void *context, const struct finding *finding, struct buffer *out)
{
	const struct run *run = context;

	switch (finding->code) {
	case FINDING_RULE:
	case FINDING_RULE_LIMIT:
		rules_rule(&run->rules, finding->part, out);
		break;
	case FINDING_FEW_RECORDS:
	case FINDING_MANY_RECORDS:
	case FINDING_MANY_MISSING:
		limits_rule(&run->limits, finding->part, out);
		break;
	default:
		keys_rule(&run->keys, finding->part, out);
		break;
	}
}

static void
begin_findings(struct run *run)
{
	struct findings *findings = &run->findings;

	findings->writer = &run->report.writer;
	findings->schema = run->schema;
	findings->rule_of = rule_of;
	findings->context = run;
	findings->show_values = run->filter->show_values;
	findings->color = run->filter->color && run->report_path == NULL;
	findings->errors_only = run->filter->quiet && run->report_path == NULL;
	findings_begin(findings);
}

bool
run_begin(struct run *run, struct fault *fault)
{
	run->fault = fault;
	if (run->schema != NULL)
		row_open(&run->row, run->schema, run->trim);
	repairs_init(&run->repairs, run->schema != NULL ? run->schema->count : 0);
	if (!side_file_open(&run->rejects, run->rejects_path, fault)
	    || !side_file_open(&run->report, run->report_path, fault)
	    || !side_file_open(&run->list, run->submissions_path, fault))
		return false;
	if (run->report_path == NULL)
		writer_open(&run->report.writer, STDERR_FILENO, "standard error");
	begin_findings(run);
	return run_file_begin(run, fault);
}

void
run_notice(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	struct run *run = context;
	struct finding finding = { .code = breach->code,
		.severity = breach->severity,
		.field = breach->field,
		.part = breach->part,
		.file = file,
		.count = count,
		.detail = detail };

	if (breach->severity == SEVERITY_ERROR)
		run->table_failed = true;
	findings_add(&run->findings, &finding);
}

/* False: a last write has failed, and nothing more is to be done. */
static bool
writes_well(struct run *run)
{
	if (run->filter->writer.error != 0)
		return writer_flush(&run->filter->writer, run->fault);
	return !run->rejects.open || run->rejects.writer.error == 0
	    || writer_flush(&run->rejects.writer, run->fault);
}

static bool
take_record(struct run *run, bool faulty)
{
	const struct reader *reader = &run->filter->reader;
	bool good = true;

	run_count_ending(run);
	if (faulty ? reader->error == READER_BLANK : reader_is_blank(reader)) {
		run_blank_hold(run);
		return true;
	}
	if (run->blanks.count != 0)
		run_blank_reject(run);
	run->total.record = 0;
	if (faulty)
		run_reject_structure(run, finding_of_reader(reader), reader->fault_place);
	else
		good = run_record(run);
	run->filter->record.in++;
	return good;
}

static bool
read_records(struct run *run)
{
	struct filter *filter = run->filter;

	for (;;) {
		enum reader_status status;

		if (filter->record.in % 4096 == 0)
			progress_show(&filter->progress, filter->record.in, filter_bytes(filter));
		if (!writes_well(run))
			return false;
		status = reader_next(&filter->reader, run->fault);
		if (status == READER_END)
			return true;
		if (status == READER_FAILED || !take_record(run, status == READER_FAULTY))
			return false;
	}
}

bool
run_files(struct run *run, struct fault *fault)
{
	bool failed = false;

	do {
		if (run->filter->input != 0 && !run_file_begin(run, fault))
			return false;
		if (!read_records(run))
			return false;
		run_file_end(run);
	} while (filter_next_input(run->filter, &failed, fault));
	return !failed;
}

/* Figures in the place of the values that nobody is shown. */
static void
tell_table(struct run *run, const struct breach *breach, uint64_t part, uint64_t whole)
{
	struct buffer detail = { 0 };

	buffer_format(
	    &detail, "%" PRIu64 " of %" PRIu64 " record%s", part, whole, whole == 1 ? "" : "s");
	buffer_append(&detail, "", 1);
	run_notice(run, breach, part, NULL, detail.data);
	buffer_release(&detail);
}

/* What is said of the table as a whole. */
static void
judge_table(struct run *run)
{
	const struct profile *profile = &run->profile;
	struct breach breach;

	for (size_t i = 0; i < run->rules.count; i++) {
		const struct rule *rule = &run->rules.list[i];

		if (rules_over(&run->rules, i, &breach))
			tell_table(run, &breach, rule->failures, rule->judged);
	}
	for (size_t i = 0; i < run->limits.count; i++) {
		if (limits_judge(&run->limits, i, profile->records, profile->missing, &breach))
			continue;
		if (breach.code == FINDING_MANY_MISSING)
			tell_table(run, &breach, profile->missing[breach.field], profile->records);
		else
			run_notice(run, &breach, profile->records, NULL, NULL);
	}
	if (submissions_present(&run->submissions))
		submissions_report(&run->submissions, run_notice, run);
	if (run->drift != NULL)
		drift_compare(run->drift, &run->profile, run_notice, run);
	if (run->list.open)
		submissions_write(&run->submissions, &run->list.writer);
}

/* The rejected records are no more than was allowed; exact. */
static bool
is_tolerated(const struct run *run)
{
	const struct runrecord *record = &run->filter->record;
	decimal_wide allowed = run->rejects_allowed.digits;
	decimal_wide rejected = record->rejected;

	for (unsigned i = 0; i < run->rejects_allowed.scale; i++)
		rejected *= 10;
	return run->rejects_percent ? rejected * 100 <= allowed * record->in : rejected <= allowed;
}

static void
judge_run(struct run *run)
{
	struct filter *filter = run->filter;

	if ((filter->record.rejected != 0 && !is_tolerated(run)) || run->table_failed
	    || (run->fail_on_warning && run->findings.warnings != 0))
		filter->status = STATUS_DATA_FAILED;
}

static void
note_findings(struct run *run)
{
	struct runrecord *record = &run->filter->record;

	for (const struct findings_group *group = run->findings.groups; group != NULL;
	     group = group->hh.next) {
		const char *name = findings_field_name(&run->findings, group->kind.field);
		struct finding finding = { .code = (enum finding_code)group->kind.code,
			.field = group->kind.field,
			.part = group->kind.part };
		struct buffer key = { 0 };

		buffer_format(
		    &key, "%s%s%s", finding_name(finding.code), name ? " " : "", name ? name : "");
		if (finding.part != FINDING_NO_PART) {
			buffer_append_text(&key, " ");
			findings_rule(&run->findings, &finding, &key);
		}
		buffer_append(&key, "", 1);
		runrecord_count(record, key.data, group->count);
		buffer_release(&key);
	}
	runrecord_count(record, "errors", run->findings.errors);
	runrecord_count(record, "warnings", run->findings.warnings);
	if (run->profiled)
		profile_write(&run->profile, record);
}

bool
run_end(struct run *run, struct fault *fault)
{
	struct filter *filter = run->filter;
	struct findings_totals totals = { .files = filter->inputs,
		.file_count = filter->input_count,
		.records = filter->record.in,
		.good = filter->record.used,
		.rejected = filter->record.rejected,
		.replaced = filter->record.excluded,
		.rejects = run->rejects_path };

	progress_close(&filter->progress);
	judge_table(run);
	findings_end(&run->findings, &totals, run->report_path == NULL);
	note_findings(run);
	judge_run(run);
	/* every last write has gone well before the first file appears */
	if (run->report_path == NULL && !writer_flush(&run->report.writer, fault))
		return false;
	return writer_flush(&filter->writer, fault) && side_file_flush(&run->rejects, fault)
	    && side_file_flush(&run->report, fault) && side_file_flush(&run->list, fault)
	    && side_file_commit(&run->rejects, fault) && side_file_commit(&run->report, fault)
	    && side_file_commit(&run->list, fault);
}

void
run_release(struct run *run)
{
	if (run->report_path == NULL && run->report.writer.data != NULL)
		writer_close(&run->report.writer);
	side_file_discard(&run->list);
	side_file_discard(&run->report);
	side_file_discard(&run->rejects);
	findings_release(&run->findings);
	repairs_release(&run->repairs);
	free(run->blanks.runs);
	buffer_release(&run->rejects_form.header);
	row_close(&run->row);
	for (size_t i = 0; i < run->header_count; i++)
		free(run->header[i]);
	free(run->header);
	keys_close(&run->keys);
	rules_close(&run->rules);
	limits_close(&run->limits);
	submissions_close(&run->submissions);
	profile_close(&run->profile);
}
