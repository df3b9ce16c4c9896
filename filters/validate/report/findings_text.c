/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: the report for people: grouped by rule, the summary last. */
#include "../../lib/text.h"
#include "findings.h"

#include <inttypes.h>

/* Bytes of a value. */
#define VALUE_SHOWN 80

/* A text without what a terminal would obey. */
static void
text_shown(struct buffer *out, const char *data, size_t length)
{
	size_t start = out->length;

	if (length != 0)
		buffer_append(out, data, length);
	text_disarm(out, start, "");
}

/* A value on one line of a terminal, without the rest of a long text. */
static void
text_value(struct buffer *out, struct field value)
{
	struct field beginning = text_cut(value, VALUE_SHOWN);

	buffer_append_text(out, ": '");
	text_shown(out, beginning.data, beginning.length);
	buffer_append_text(out, beginning.length < value.length ? "'..." : "'");
}

/* "feedback.csv:12:5: error E203: " */
static void
text_place(const struct findings *findings, const struct finding *finding, struct buffer *out)
{
	bool error = finding->severity == SEVERITY_ERROR;
	const char *on = !findings->color ? "" : error ? "\033[31m" : "\033[33m";
	const char *off = findings->color ? "\033[0m" : "";

	if (finding->file != NULL)
		text_shown(out, finding->file, strlen(finding->file));
	if (finding->place.line != 0)
		buffer_format(
		    out, ":%" PRIu64 ":%" PRIu64, finding->place.line, finding->place.column);
	buffer_format(out, "%s%s%s %s%s: ", finding->file != NULL ? ": " : "", on,
	    finding_severity_name(finding->severity), finding_name(finding->code), off);
}

static void
text_finding(const struct findings *findings, const struct finding *finding, struct buffer *out)
{
	size_t start;

	text_place(findings, finding, out);
	start = out->length;
	finding_message(finding, findings_field_name(findings, finding->field), out);
	text_disarm(out, start, "");
	if (finding->value.data != NULL)
		text_value(out, finding->value);
	if (finding->record != 0)
		buffer_format(out, " (record %" PRIu64 ")", finding->record);
	buffer_append_text(out, "\n");
}

/* The field of a repair and how often it was made there. */
static void
text_repaired(const struct findings *findings, const struct findings_group *group, size_t at,
    struct buffer *out)
{
	const size_t most = 8;
	const char *name = findings_field_name(findings, group->kind.field);

	if (name != NULL && at < most)
		buffer_format(out, "%s%s %" PRIu64, at == 0 ? " (" : ", ", name, group->times);
	else if (name != NULL && at == most)
		buffer_append_text(out, " and further fields");
}

/* Repairs of one kind are told once, whatever the fields; returns the last group. */
static const struct findings_group *
text_repairs(
    const struct findings *findings, const struct findings_group *group, struct buffer *out)
{
	const struct findings_group *last = group;
	enum finding_code code = (enum finding_code)group->kind.code;
	uint64_t times = 0;
	size_t fields = 0;
	size_t start;
	struct buffer names = { 0 };

	for (const struct findings_group *next = group; next != NULL && next->kind.code == code;
	     next = next->hh.next) {
		times += next->times;
		text_repaired(findings, next, fields++, &names);
		last = next;
	}
	text_place(findings, &group->kept[0], out);
	start = out->length;
	buffer_append_text(out, finding_words(code));
	if (group->kept[0].detail != NULL)
		buffer_format(out, ", %s", group->kept[0].detail);
	buffer_format(out, ": %" PRIu64 " time%s", times, times == 1 ? "" : "s");
	buffer_append(out, names.data, names.length);
	text_disarm(out, start, "");
	buffer_append_text(out, names.length != 0 ? ")\n" : "\n");
	buffer_release(&names);
	return last;
}

static void
text_group(const struct findings *findings, const struct findings_group *group, size_t share,
    struct buffer *out)
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
	text_disarm(out, start, "");
	if (out->length == start + strlen("  rule: "))
		out->length = start;
	else
		buffer_append_text(out, "\n");
	buffer_format(out, "  fix: %s\n", finding_advice((enum finding_code)group->kind.code));
}

static void
text_summary(
    const struct findings *findings, const struct findings_totals *totals, struct buffer *out)
{
	if (totals->file_count == 1)
		text_shown(out, totals->files[0], strlen(totals->files[0]));
	else
		buffer_format(out, "%zu files", totals->file_count);
	buffer_format(out, ": %" PRIu64 " record%s, %" PRIu64 " good, %" PRIu64 " rejected",
	    totals->records, totals->records == 1 ? "" : "s", totals->good, totals->rejected);
	if (totals->replaced != 0)
		buffer_format(out, ", %" PRIu64 " replaced", totals->replaced);
	buffer_format(out, "; %" PRIu64 " error%s, %" PRIu64 " warning%s", findings->errors,
	    findings->errors == 1 ? "" : "s", findings->warnings,
	    findings->warnings == 1 ? "" : "s");
	if (totals->rejects != NULL && totals->rejected != 0) {
		const char *slash = strrchr(totals->rejects, '/');
		const char *name = slash != NULL ? slash + 1 : totals->rejects;

		/* without its folders, which are another one's on the next machine */
		buffer_append_text(out, "; the rejected records are in ");
		text_shown(out, name, strlen(name));
	}
	buffer_append_text(out, "\n");
}

void
findings_text_end(struct findings *findings, const struct findings_totals *totals)
{
	struct buffer out = { 0 };
	size_t share = findings_share(findings);

	for (const struct findings_group *group = findings->groups; group != NULL;
	     group = group->hh.next) {
		if (findings->errors_only && group->severity == SEVERITY_WARNING)
			break; /* the errors stand first */
		if (finding_is_repair((enum finding_code)group->kind.code))
			group = text_repairs(findings, group, &out);
		else
			text_group(findings, group, share, &out);
	}
	text_summary(findings, totals, &out);
	writer_bytes(findings->writer, out.data, out.length);
	buffer_release(&out);
}
