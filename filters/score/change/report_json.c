/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: as JSON: {"value": number}, or null and the reason. */
#include "../../lib/quoted.h"
#include "../../lib/version.h"
#include "../options.h"
#include "report.h"

#include <inttypes.h>

static void
put_name(struct buffer *out, const char *indent, const char *name)
{
	buffer_append_text(out, indent);
	quoted_append(out, field_of(name));
	buffer_append_text(out, ": ");
}

static void
put_text(struct buffer *out, const char *indent, const char *name, const char *text)
{
	put_name(out, indent, name);
	quoted_append(out, field_of(text));
	buffer_append_text(out, ",\n");
}

static void
put_head(struct buffer *out, const struct instrument *instrument)
{
	buffer_append_text(out, "{\n");
	put_text(out, "  ", "program", "score");
	put_text(out, "  ", "version", MHSW_VERSION);
	buffer_append_text(out, "  \"instrument\": {\n");
	put_text(out, "    ", "name", instrument->name);
	put_text(out, "    ", "version", instrument->version);
	buffer_format(out, "    \"official\": %s\n  },\n", instrument->official ? "true" : "false");
	buffer_append_text(out, "  \"rounds\": {\n");
	put_text(out, "    ", "column", options.change);
	put_text(out, "    ", "first", options.from);
	put_text(out, "    ", "second", options.to);
	put_name(out, "    ", "pair");
	for (size_t i = 0; i < options.pair.count; i++) {
		buffer_append_text(out, i == 0 ? "[" : ", ");
		quoted_append(out, field_of(options.pair.values[i]));
	}
	buffer_append_text(out, "]\n  },\n");
	put_text(
	    out, "  ", "disclosure", options.disclosure != NULL ? options.disclosure : "under-5");
}

/* Why there is no value. */
static void
put_reason(struct buffer *out, bool hidden, const char *reason)
{
	buffer_append_text(out, hidden ? "\"suppressed\": true, \"reason\": " : "\"reason\": ");
	quoted_append(out, field_of(reason));
}

static void
put_figures(struct buffer *out, const struct figure *list)
{
	char text[DECIMAL_TEXT_MAX];

	for (enum figure_name name = 0; name < FIGURES; name++) {
		const struct figure *figure = &list[name];

		put_name(out, "      ", figure_name(name));
		if (figure->state == FIGURE_GIVEN) {
			change_number(figure->number, name, text);
			buffer_format(out, "{\"value\": %s},\n", text);
			continue;
		}
		buffer_append_text(out, "{\"value\": null, ");
		put_reason(out, figure->state == FIGURE_HIDDEN, figure->reason);
		buffer_append_text(out, "},\n");
	}
}

static void
put_moves(struct buffer *out, const struct scale *scale, const struct band_moves *moves)
{
	put_name(out, "      ", "bands");
	if (moves->bands == 0 || moves->hidden != NULL) {
		buffer_append_text(out, "{\"moves\": null, ");
		put_reason(out, moves->hidden != NULL,
		    moves->hidden != NULL ? moves->hidden : "the scale has no bands");
		buffer_append_text(out, "}\n");
		return;
	}
	buffer_append_text(out, "{\"moves\": [");
	for (size_t i = 0; i < moves->bands * moves->bands; i++) {
		buffer_append_text(
		    out, i == 0 ? "\n        {\"first\": " : ",\n        {\"first\": ");
		quoted_append(out, field_of(scale->bands.list[i / moves->bands].label));
		buffer_append_text(out, ", \"second\": ");
		quoted_append(out, field_of(scale->bands.list[i % moves->bands].label));
		buffer_format(out, ", \"pairs\": %" PRIu64 "}", moves->counts[i]);
	}
	buffer_append_text(out, "\n      ]}\n");
}

static void
put_scale(struct buffer *out, const struct scale *scale, const struct change_figures *figures,
    const struct scale_reliability *reliability)
{
	put_text(out, "      ", "name", scale->name);
	put_text(out, "      ", "label", scale->label);
	put_text(out, "      ", "better", scale->lower_better ? "lower" : "higher");
	put_figures(out, figures->list);
	put_text(out, "      ", "reliability_source", reliability->source);
	put_moves(out, scale, &figures->moves);
}

void
change_report_json(const struct change_report *report, struct writer *writer)
{
	struct buffer out = { 0 };

	put_head(&out, report->instrument);
	buffer_append_text(&out, "  \"scales\": [");
	for (size_t i = 0; i < report->instrument->scale_count; i++) {
		buffer_append_text(&out, i == 0 ? "\n    {\n" : ",\n    {\n");
		put_scale(&out, &report->instrument->scales[i], &report->figures[i],
		    &report->reliabilities[i]);
		buffer_append_text(&out, "    }");
	}
	buffer_append_text(&out, "\n  ],\n  \"methods\": {");
	for (const struct change_method *method = change_methods; method->name != NULL; method++) {
		buffer_append_text(&out, method == change_methods ? "\n" : ",\n");
		put_name(&out, "    ", method->name);
		quoted_append(&out, field_of(method->text));
	}
	buffer_append_text(&out, "\n  }\n}\n");
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
}
