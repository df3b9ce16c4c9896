/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: below the tables: why figures are not shown, and how the others are made. */
#include "report.h"

#define LINE 88 /* characters */

/* "name: text" after a mark, broken into lines. */
static void
put_note(struct buffer *out, const char *mark, const char *name, const char *text)
{
	struct buffer note = { 0 };
	size_t start = out->length, blank = SIZE_MAX;

	buffer_format(&note, "%s%s: %s\n", mark, name, text);
	for (size_t i = 0; i < note.length; i++) {
		if (out->length - start >= LINE && blank != SIZE_MAX) {
			/* what stands behind the last blank goes to a line of its own */
			size_t rest = out->length - blank - 1;

			buffer_append(out, "  ", 2);
			memmove(out->data + blank + 3, out->data + blank + 1, rest);
			memcpy(out->data + blank, "\n  ", 3);
			start = blank + 1;
			blank = SIZE_MAX;
		}
		if (note.data[i] == ' ')
			blank = out->length;
		buffer_append(out, &note.data[i], 1);
	}
	buffer_release(&note);
}

/* Whether some figure of the scale is not shown for this reason. */
static bool
has_reason(const struct change_figures *figures, const char *reason)
{
	for (enum figure_name name = 0; name < FIGURES; name++)
		if (figures->list[name].reason == reason)
			return true;
	return figures->moves.hidden == reason;
}

/* The reason and the scales that have it. */
static void
put_reason(struct buffer *out, const struct change_report *report, enum figure_state state,
    const char *reason)
{
	const struct instrument *instrument = report->instrument;
	struct buffer scales = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < instrument->scale_count; i++)
		if (has_reason(&report->figures[i], reason))
			buffer_format(
			    &scales, "%s%s", count++ == 0 ? "" : ", ", instrument->scales[i].name);
	if (count == instrument->scale_count && count > 1)
		buffer_clear(&scales);
	buffer_append(&scales, "", 1);
	put_note(out, state == FIGURE_HIDDEN ? "* " : "- ",
	    scales.length > 1 ? scales.data : "all scales", reason);
	buffer_release(&scales);
}

/* Why figures are hidden, or are none; each reason once. */
static void
put_reasons(struct buffer *out, const struct change_report *report)
{
	const char *said[FIGURES] = { NULL };
	size_t count = 0;

	for (size_t i = 0; i < report->instrument->scale_count; i++) {
		const struct change_figures *figures = &report->figures[i];

		for (enum figure_name name = 0; name <= FIGURES; name++) {
			const struct figure moves = { FIGURE_HIDDEN, 0, figures->moves.hidden };
			const struct figure *figure =
			    name < FIGURES ? &figures->list[name] : &moves;
			size_t j = 0;

			while (j < count && said[j] != figure->reason)
				j++;
			if (figure->reason == NULL || j < count || count == FIGURES)
				continue;
			said[count++] = figure->reason;
			put_reason(out, report, figure->state, figure->reason);
		}
	}
}

void
change_report_notes(const struct change_report *report, struct buffer *out)
{
	size_t start = out->length;

	put_reasons(out, report);
	if (out->length != start)
		buffer_append_text(out, "\n");
	for (const struct change_method *method = change_methods; method->name != NULL; method++)
		put_note(out, "", method->name, method->text);
}
