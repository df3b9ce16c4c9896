/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: the report as CSV, JSON and JSON Lines: a row for each finding. */
#include "findings.h"

#include "../../lib/quoted.h"
#include "../../lib/text.h"

#include <inttypes.h>
#include <stdio.h>

static void
flush(struct findings *findings, struct buffer *line)
{
	writer_bytes(findings->writer, line->data, line->length);
	buffer_release(line);
}

static void
json_member(struct buffer *out, const char *key, const char *data, size_t length)
{
	buffer_format(out, ", \"%s\": ", key);
	quoted_append(out, (struct field){ data, length });
}

static void
json_row(struct findings *findings, const struct finding *finding, struct buffer *out)
{
	const char *name = findings_field_name(findings, finding->field);
	const char *advice = finding_advice(finding->code);
	struct buffer text = { 0 };

	buffer_format(out, "{\"code\": \"%s\", \"severity\": \"%s\"", finding_name(finding->code),
	    finding_severity_name(finding->severity));
	if (finding->file != NULL)
		json_member(out, "file", finding->file, strlen(finding->file));
	if (finding->place.line != 0)
		buffer_format(out, ", \"line\": %" PRIu64 ", \"column\": %" PRIu64,
		    finding->place.line, finding->place.column);
	if (finding->record != 0)
		buffer_format(out, ", \"record\": %" PRIu64, finding->record);
	buffer_format(out, ", \"count\": %" PRIu64, finding->count);
	if (name != NULL)
		json_member(out, "field", name, strlen(name));
	findings_rule(findings, finding, &text);
	if (text.length != 0)
		json_member(out, "rule", text.data, text.length);
	buffer_clear(&text);
	finding_message(finding, name, &text);
	json_member(out, "message", text.data, text.length);
	json_member(out, "advice", advice, strlen(advice));
	if (findings->show_values && finding->value.data != NULL)
		json_member(out, "value", finding->value.data, finding->value.length);
	buffer_append_text(out, "}");
	buffer_release(&text);
}

void
findings_csv_header(struct findings *findings)
{
	static const char *const names[] = { "code", "file", "line", "column", "record", "field",
		"rule", "message", "advice", "severity", "count" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		writer_text(findings->writer, names[i]);
	if (findings->show_values)
		writer_text(findings->writer, "value");
	writer_end(findings->writer);
}

/* Of a finding about a file as a whole there is no line: 0 is written as nothing. */
static void
csv_number(struct findings *findings, uint64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRIu64, number);
	writer_text(findings->writer, number != 0 ? text : "");
}

/* A file's name need not be UTF-8; a report is. */
static void
csv_text(struct findings *findings, struct field text)
{
	struct buffer mended = { 0 };

	text_mend(&mended, text);
	writer_value(findings->writer, (struct field){ mended.data, mended.length });
	buffer_release(&mended);
}

static void
csv_buffer(struct findings *findings, struct buffer *text)
{
	csv_text(findings, (struct field){ text->data, text->length });
	buffer_clear(text);
}

static void
csv_row(struct findings *findings, const struct finding *finding)
{
	const char *name = findings_field_name(findings, finding->field);
	struct buffer text = { 0 };

	writer_text(findings->writer, finding_name(finding->code));
	csv_text(findings, field_of(finding->file != NULL ? finding->file : ""));
	csv_number(findings, finding->place.line);
	csv_number(findings, finding->place.column);
	csv_number(findings, finding->record);
	writer_text(findings->writer, name != NULL ? name : "");
	findings_rule(findings, finding, &text);
	csv_buffer(findings, &text);
	finding_message(finding, name, &text);
	csv_buffer(findings, &text);
	writer_text(findings->writer, finding_advice(finding->code));
	writer_text(findings->writer, finding_severity_name(finding->severity));
	csv_number(findings, finding->count);
	if (findings->show_values)
		csv_text(findings, finding->value);
	writer_end(findings->writer);
	buffer_release(&text);
}

void
findings_row(struct findings *findings, const struct finding *finding)
{
	struct buffer line = { 0 };

	if (findings->format == FINDINGS_CSV) {
		csv_row(findings, finding);
		return;
	}
	if (findings->format == FINDINGS_JSON)
		buffer_append_text(&line,
		    findings->errors + findings->warnings == 1 ? "{\"findings\": [\n" : ",\n");
	json_row(findings, finding, &line);
	if (findings->format == FINDINGS_JSONL)
		buffer_append_text(&line, "\n");
	flush(findings, &line);
}

static void
json_kinds(const struct findings *findings, struct buffer *out)
{
	for (const struct findings_group *group = findings->groups; group != NULL;
	     group = group->hh.next) {
		const char *name = findings_field_name(findings, group->kind.field);
		struct finding finding = { .code = (enum finding_code)group->kind.code,
			.field = group->kind.field,
			.part = group->kind.part };
		struct buffer rule = { 0 };

		buffer_format(out, "%s{\"code\": \"%s\", \"severity\": \"%s\"",
		    group == findings->groups ? "" : ", ", finding_name(finding.code),
		    finding_severity_name(group->severity));
		if (name != NULL)
			json_member(out, "field", name, strlen(name));
		findings_rule(findings, &finding, &rule);
		if (rule.length != 0)
			json_member(out, "rule", rule.data, rule.length);
		buffer_release(&rule);
		buffer_format(out, ", \"count\": %" PRIu64 "}", group->count);
	}
}

void
findings_json_end(struct findings *findings, const struct findings_totals *totals)
{
	bool none = findings->errors + findings->warnings == 0;
	struct buffer out = { 0 };

	if (findings->format == FINDINGS_JSONL)
		buffer_append_text(&out, "{");
	else
		buffer_append_text(&out, none ? "{\"findings\": [],\n" : "\n],\n");
	buffer_append_text(&out, "\"summary\": {\"files\": [");
	for (size_t i = 0; i < totals->file_count; i++) {
		buffer_append_text(&out, i == 0 ? "" : ", ");
		quoted_append(&out, field_of(totals->files[i]));
	}
	buffer_format(&out,
	    "], \"records\": %" PRIu64 ", \"good\": %" PRIu64 ", \"rejected\": %" PRIu64
	    ", \"replaced\": %" PRIu64 ", \"errors\": %" PRIu64 ", \"warnings\": %" PRIu64
	    ", \"kinds\": [",
	    totals->records, totals->good, totals->rejected, totals->replaced, findings->errors,
	    findings->warnings);
	json_kinds(findings, &out);
	buffer_append_text(&out, "]}}\n");
	flush(findings, &out);
}
