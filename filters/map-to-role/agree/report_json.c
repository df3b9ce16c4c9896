/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: as JSON; a figure that there is not is null, and the reason stands beside. */
#include "../../lib/memory.h"
#include "../../lib/quoted.h"
#include "../../lib/version.h"
#include "report.h"

#include <inttypes.h>

static void
put_text(struct buffer *out, const char *before, struct field text)
{
	buffer_append_text(out, before);
	quoted_append(out, text);
}

static void
put_figure(struct buffer *out, const char *name, struct agreement_figure figure)
{
	char text[DECIMAL_TEXT_MAX] = "null";

	if (figure.defined)
		agree_number(figure.value, text);
	buffer_format(out, "\"%s\": %s", name, text);
}

static void
put_values(struct buffer *out, const struct section *section)
{
	buffer_append_text(out, "      \"values\": [");
	for (size_t i = 0; i < section->value_count; i++) {
		struct agreement_value said =
		    agreement_of_value(section->counts, section->value_count, i);

		put_text(out, i == 0 ? "\n        {\"value\": " : ",\n        {\"value\": ",
		    section->values[i]);
		buffer_format(out, ", \"first\": %.0f, \"second\": %.0f, \"both\": %.0f, ",
		    said.first, said.second, said.both);
		put_figure(out, "specific", said.specific);
		buffer_append_text(out, "}");
	}
	buffer_append_text(out, "\n      ],\n");
}

static void
put_counts(struct buffer *out, const struct section *section)
{
	size_t count = section->value_count;
	bool any = false;

	buffer_append_text(out, "      \"counts\": [");
	for (size_t i = 0; i < count * count; i++) {
		if (!(section->counts[i] > 0))
			continue;
		put_text(out, any ? ",\n        {\"first\": " : "\n        {\"first\": ",
		    section->values[i / count]);
		put_text(out, ", \"second\": ", section->values[i % count]);
		buffer_format(out, ", \"records\": %.0f}", section->counts[i]);
		any = true;
	}
	buffer_append_text(out, "\n      ]\n");
}

static void
put_section(struct buffer *out, const struct agree_report *report, const struct section *section)
{
	struct agree_figure figures[AGREE_FIGURES];
	const char *reason = agree_reason(section);

	agree_figures(section, figures);
	buffer_append_text(out, "      \"group\": ");
	if (section->group == SECTION_ALL)
		buffer_append_text(out, "null");
	else
		quoted_append(out, codes_group_name(report->codes, section->group));
	buffer_format(out, ",\n      \"level\": \"%s\",\n      \"records\": %.0f,\n",
	    section_level_name(section->level), section->agreement.records);
	for (size_t i = 0; i < AGREE_FIGURES; i++) {
		buffer_append_text(out, "      ");
		put_figure(out, figures[i].name, figures[i].figure);
		buffer_append_text(out, ",\n");
	}
	if (reason != NULL) {
		put_text(out, "      \"reason\": ", field_of(reason));
		buffer_append_text(out, ",\n");
	}
	put_values(out, section);
	put_counts(out, section);
}

static void
put_head(struct buffer *out, const struct agree_report *report)
{
	buffer_append_text(out,
	    "{\n  \"program\": \"map-to-role\",\n  \"version\": \"" MHSW_VERSION
	    "\",\n  \"coders\": {");
	put_text(out, "\"first\": ", field_of(report->coders[0]));
	put_text(out, ", \"second\": ", field_of(report->coders[1]));
	buffer_append_text(out, "},\n  \"by\": ");
	if (report->by == NULL)
		buffer_append_text(out, "null");
	else
		quoted_append(out, field_of(report->by));
	buffer_format(out,
	    ",\n  \"records\": %" PRIu64 ",\n  \"blank\": {\"both\": %" PRIu64
	    ", \"first_only\": %" PRIu64 ", \"second_only\": %" PRIu64 "},\n",
	    report->records, report->blank_both, report->blank[0], report->blank[1]);
}

void
agree_report_json(const struct agree_report *report, struct writer *writer)
{
	struct buffer out = { 0 };

	put_head(&out, report);
	buffer_append_text(&out, "  \"sections\": [");
	for (size_t i = 0; i < report->section_count; i++) {
		buffer_append_text(&out, i == 0 ? "\n    {\n" : ",\n    {\n");
		put_section(&out, report, &report->sections[i]);
		buffer_append_text(&out, "    }");
	}
	buffer_append_text(&out, "\n  ],\n  \"methods\": {");
	for (const struct agree_method *method = agree_methods; method->name != NULL; method++) {
		put_text(
		    &out, method == agree_methods ? "\n    " : ",\n    ", field_of(method->name));
		put_text(&out, ": ", field_of(method->text));
	}
	buffer_append_text(&out, "\n  }\n}\n");
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
}
