/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: as JSON: a number, or null and the reason. */
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

static void
put_figures(struct buffer *out, const struct figure *list)
{
	char text[DECIMAL_TEXT_MAX];

	for (enum figure_name name = 0; name < FIGURES; name++) {
		put_name(out, "      ", figure_name(name));
		if (list[name].state == FIGURE_GIVEN) {
			change_number(list[name].number, name, text);
			buffer_append_text(out, text);
		} else {
			buffer_append_text(out, "null");
		}
		buffer_append_text(out, ",\n");
	}
}

static void
put_moves(struct buffer *out, const struct scale *scale, const struct band_moves *moves)
{
	const char *separator = "";

	put_name(out, "      ", "bands");
	if (moves->bands == 0 || moves->hidden != NULL) {
		buffer_append_text(out, "null,\n");
		return;
	}
	buffer_append_text(out, "[");
	for (size_t i = 0; i < moves->bands * moves->bands; i++) {
		buffer_format(out, "%s\n        { \"first\": ", separator);
		quoted_append(out, field_of(scale->bands.list[i / moves->bands].label));
		buffer_append_text(out, ", \"second\": ");
		quoted_append(out, field_of(scale->bands.list[i % moves->bands].label));
		buffer_format(out, ", \"pairs\": %" PRIu64 " }", moves->counts[i]);
		separator = ",";
	}
	buffer_append_text(out, "\n      ],\n");
}

/* Of each figure that is null. */
static void
put_reasons(struct buffer *out, const struct change_figures *figures)
{
	const char *separator = "";

	put_name(out, "      ", "reasons");
	buffer_append_text(out, "{");
	for (enum figure_name name = 0; name < FIGURES; name++) {
		if (figures->list[name].state == FIGURE_GIVEN)
			continue;
		buffer_format(out, "%s\n", separator);
		put_name(out, "        ", figure_name(name));
		quoted_append(out, field_of(figures->list[name].reason));
		separator = ",";
	}
	if (figures->moves.bands == 0 || figures->moves.hidden != NULL) {
		buffer_format(out, "%s\n", separator);
		put_name(out, "        ", "bands");
		quoted_append(out,
		    field_of(figures->moves.hidden != NULL ? figures->moves.hidden
		                                           : "the scale has no bands"));
		separator = ",";
	}
	buffer_append_text(out, *separator == ',' ? "\n      }\n" : "}\n");
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
	put_reasons(out, figures);
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
