/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_text: a report for people; its tables are in report_tables.c. */
#include "../../lib/text.h"

#include "report.h"
#include "report_lines.h"

#include <inttypes.h>

static void
flush(const struct report *report, struct buffer *out)
{
	lines_trim(out);
	text_disarm(out, 0, "\n");
	writer_bytes(report->writer, out->data, out->length);
	buffer_release(out);
}

static void
begin(const struct report *report)
{
	const struct runrecord *record = report->record;
	struct buffer out = { 0 };

	buffer_format(&out, "Roles against people's codes (column '%s')", report->column);
	text_disarm(&out, 0, "");
	buffer_format(
	    &out, "\nRecords read: %" PRIu64 ", used: %" PRIu64 "\n", record->in, record->used);
	if (record->rejected != 0)
		buffer_format(
		    &out, "  rejected (unknown code or weight): %" PRIu64 "\n", record->rejected);
	if (report->other_language != 0)
		buffer_format(
		    &out, "  left out, another language: %" PRIu64 "\n", report->other_language);
	if (report->rule_errors != 0)
		buffer_format(
		    &out, "  left out, a rule hit its limit: %" PRIu64 "\n", report->rule_errors);
	flush(report, &out);
}

static void
put_title(struct buffer *out, const struct report *report, const struct group *group)
{
	size_t start;

	buffer_append_text(out, "\n");
	start = out->length;
	if (group->value == NULL) {
		buffer_append_text(out, "All records");
	} else if (group->length == 0) {
		buffer_format(out, "%s is empty", report->by);
	} else {
		buffer_format(out, "%s = ", report->by);
		buffer_append(out, group->value, group->length);
	}
	text_disarm(out, start, "");
	lines_underline(out, start);
}

static void
group(
    const struct report *report, const struct group *of, const struct figures *figures, bool first)
{
	struct buffer out = { 0 };

	(void)first;
	put_title(&out, report, of);
	if (figures->records.value > 0) {
		report_tables(&out, report, figures);
	} else {
		buffer_format(&out, "\n  %s: there is nothing to say\n",
		    report->record->used == 0 ? "Nothing was used" : "The weights add up to 0");
	}
	flush(report, &out);
}

static void
end(const struct report *report)
{
	struct buffer out = { 0 };

	buffer_append_text(&out, "\nHow it is worked out\n");
	for (const struct report_method *method = report_methods; method->name != NULL; method++)
		if (report->weight != NULL || strcmp(method->name, "weights") != 0)
			text_explain(&out, method->title, method->text);
	flush(report, &out);
}

const struct report_form report_text = { begin, group, end };
