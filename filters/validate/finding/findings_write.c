/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: the report as text, CSV, JSON and JSON Lines. */
#include "findings.h"

#include <inttypes.h>
#include <stdio.h>

static void
flush(struct findings *findings, struct buffer *line)
{
	writer_bytes(findings->writer, line->data, line->length);
	buffer_release(line);
}

/* A JSON text (RFC 8259); the input is UTF-8. */
static void
json_text(struct buffer *out, const char *data, size_t length)
{
	buffer_append(out, "\"", 1);
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)data[i];

		if (byte == '"' || byte == '\\')
			buffer_append(out, "\\", 1);
		if (byte < ' ')
			buffer_format(out, "\\u%04x", byte);
		else
			buffer_append(out, data + i, 1);
	}
	buffer_append(out, "\"", 1);
}

static void
json_member(struct buffer *out, const char *key, const char *data, size_t length)
{
	buffer_format(out, ", \"%s\": ", key);
	json_text(out, data, length);
}

static void
json_row(struct findings *findings, const struct finding *finding, struct buffer *out)
{
	const char *name = findings_field_name(findings, finding->field);
	const char *advice = finding_advice(finding->code);
	struct buffer text = { 0 };

	buffer_format(out, "{\"code\": \"%s\"", finding_name(finding->code));
	json_member(out, "file", findings->file, strlen(findings->file));
	buffer_format(out, ", \"line\": %" PRIu64 ", \"column\": %" PRIu64 ", \"record\": %" PRIu64,
	    finding->place.line, finding->place.column, finding->record);
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
		"rule", "message", "advice" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		writer_text(findings->writer, names[i]);
	if (findings->show_values)
		writer_text(findings->writer, "value");
	writer_end(findings->writer);
}

static void
csv_number(struct findings *findings, uint64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRIu64, number);
	writer_text(findings->writer, text);
}

static void
csv_buffer(struct findings *findings, struct buffer *text)
{
	writer_value(findings->writer, (struct field){ text->data, text->length });
	buffer_clear(text);
}

static void
csv_row(struct findings *findings, const struct finding *finding)
{
	const char *name = findings_field_name(findings, finding->field);
	struct buffer text = { 0 };

	writer_text(findings->writer, finding_name(finding->code));
	writer_text(findings->writer, findings->file);
	csv_number(findings, finding->place.line);
	csv_number(findings, finding->place.column);
	csv_number(findings, finding->record);
	writer_text(findings->writer, name != NULL ? name : "");
	findings_rule(findings, finding, &text);
	csv_buffer(findings, &text);
	finding_message(finding, name, &text);
	csv_buffer(findings, &text);
	writer_text(findings->writer, finding_advice(finding->code));
	if (findings->show_values)
		writer_value(findings->writer, finding->value);
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
		buffer_append_text(&line, findings->count == 1 ? "{\"findings\": [\n" : ",\n");
	json_row(findings, finding, &line);
	if (findings->format == FINDINGS_JSONL)
		buffer_append_text(&line, "\n");
	flush(findings, &line);
}

void
findings_json_end(struct findings *findings, const struct findings_totals *totals)
{
	struct buffer out = { 0 };

	if (findings->format == FINDINGS_JSONL)
		buffer_append_text(&out, "{");
	else
		buffer_append_text(&out, findings->count == 0 ? "{\"findings\": [],\n" : "\n],\n");
	buffer_append_text(&out, "\"summary\": {\"file\": ");
	json_text(&out, findings->file, strlen(findings->file));
	buffer_format(&out,
	    ", \"records\": %" PRIu64 ", \"good\": %" PRIu64 ", \"rejected\": %" PRIu64
	    ", \"findings\": %" PRIu64 ", \"kinds\": [",
	    totals->records, totals->good, totals->rejected, findings->count);
	for (size_t i = 0; i < findings->group_count; i++) {
		const struct findings_group *group = &findings->groups[i];
		const char *name = findings_field_name(findings, group->field);

		buffer_format(
		    &out, "%s{\"code\": \"%s\"", i == 0 ? "" : ", ", finding_name(group->code));
		if (name != NULL)
			json_member(&out, "field", name, strlen(name));
		buffer_format(&out, ", \"count\": %" PRIu64 "}", group->count);
	}
	buffer_append_text(&out, "]}}\n");
	flush(findings, &out);
}

/* What a terminal would obey is shown as '?', in a file's name too. */
static void
text_shown(struct buffer *out, const char *data, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)data[i];

		buffer_append(out, byte < ' ' || byte == 0x7F ? "?" : data + i, 1);
	}
}

/* A value on one line of a terminal, without the rest of a long text. */
static void
text_value(struct buffer *out, struct field value)
{
	const size_t longest = 80;
	size_t length = value.length;

	if (length > longest) {
		length = longest;
		while (length > 0 && ((unsigned char)value.data[length] & 0xC0) == 0x80)
			length--;
	}
	buffer_append_text(out, ": '");
	text_shown(out, value.data, length);
	buffer_append_text(out, length < value.length ? "'..." : "'");
}

static void
text_finding(struct findings *findings, const struct finding *finding, struct buffer *out)
{
	const char *on = findings->color ? "\033[31m" : "";
	const char *off = findings->color ? "\033[0m" : "";

	text_shown(out, findings->file, strlen(findings->file));
	buffer_format(out, ":%" PRIu64 ":%" PRIu64 ": %serror %s%s: ", finding->place.line,
	    finding->place.column, on, finding_name(finding->code), off);
	finding_message(finding, findings_field_name(findings, finding->field), out);
	if (finding->value.data != NULL)
		text_value(out, finding->value);
	buffer_format(out, " (record %" PRIu64 ")\n", finding->record);
}

static void
text_group(
    struct findings *findings, const struct findings_group *group, size_t share, struct buffer *out)
{
	size_t shown = group->kept_count < share ? group->kept_count : share;
	size_t start;

	for (size_t i = 0; i < shown; i++)
		text_finding(findings, &group->kept[i], out);
	if (group->count > shown)
		buffer_format(out, "  and %" PRIu64 " more of this kind\n", group->count - shown);
	start = out->length;
	buffer_append_text(out, "  rule: ");
	findings_rule(findings, &group->kept[0], out);
	if (out->length == start + strlen("  rule: "))
		out->length = start;
	else
		buffer_append_text(out, "\n");
	buffer_format(out, "  fix: %s\n", finding_advice(group->code));
}

void
findings_text_end(struct findings *findings, const struct findings_totals *totals)
{
	struct buffer out = { 0 };
	size_t share = findings_share(findings);

	for (size_t i = 0; i < findings->group_count; i++)
		text_group(findings, &findings->groups[i], share, &out);
	text_shown(&out, findings->file, strlen(findings->file));
	buffer_format(&out,
	    ": %" PRIu64 " records, %" PRIu64 " good, %" PRIu64 " rejected; %" PRIu64
	    " finding%s of %zu kind%s\n",
	    totals->records, totals->good, totals->rejected, findings->count,
	    findings->count == 1 ? "" : "s", findings->group_count,
	    findings->group_count == 1 ? "" : "s");
	flush(findings, &out);
}
