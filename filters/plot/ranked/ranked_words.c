/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_words: what a ranking says. */
#include "ranked.h"

#include "../words/sentence.h"

#include <stdlib.h>
#include <string.h>

#define ALT_UNITS ((size_t)3) /* at each end of a ranking */

/* "listened in Riverside: 4.12, place 3 of 12, Mar 2026", or the range of all. */
void
ranked_title(const struct selection *selection, struct buffer *out)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const struct series_row *own = NULL;
	size_t place = 0;

	for (size_t i = 0; i < selection->count; i++)
		if (selection_own(selection, selection->rows[i]->unit)
		    || selection->unit_count == 1) {
			own = selection->rows[i];
			place = i + 1;
			break;
		}
	if (own != NULL) {
		sentence_unit(selection, own->unit, out);
		buffer_append_text(out, ": ");
		if (series_shown(own, SERIES_VALUE)) {
			words_figure(out, own, SERIES_VALUE);
			if (selection->ranks)
				buffer_format(out, ", place %s of %zu",
				    own->figures[SERIES_RANK].text, shown);
			else if (shown > 1)
				buffer_format(
				    out, ", number %zu of %zu from the highest", place, shown);
		} else {
			buffer_append_text(out, "no figure can be shown");
		}
	} else if (shown == 0) {
		buffer_append_text(out, ": no figure can be shown");
	} else {
		sentence_range(selection, out);
		buffer_format(out, " across %zu units", shown);
	}
	sentence_when(selection, out);
}

void
ranked_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *method = sentence_method(selection);

	buffer_append_text(out, sentence_kind(selection));
	if (sentence_any(selection, SERIES_LOWER)) {
		buffer_append_text(out, " with 95% intervals");
		sentence_add_method(out, method);
	}
	buffer_append_text(out, selection->ranks ? ", best first" : ", highest first");
	if (sentence_any(selection, SERIES_DENOMINATOR) || sentence_any(selection, SERIES_RECORDS))
		buffer_format(out, "; n is the number of records behind each figure%s",
		    method != NULL && strstr(method, "_published") != NULL ? ", rounded" : "");
}

void
ranked_alternative(const struct selection *selection, struct buffer *out)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;
	size_t top = shown <= 2 * ALT_UNITS ? shown : ALT_UNITS;

	for (size_t i = 0; i < top; i++) {
		buffer_append_text(out, i == 0 ? " From the top: " : "; ");
		sentence_figure(selection, selection->rows[i], out);
	}
	for (size_t i = top == shown ? shown : shown - ALT_UNITS; i < shown; i++) {
		buffer_append_text(out, i == shown - ALT_UNITS ? ". At the end: " : "; ");
		sentence_figure(selection, selection->rows[i], out);
	}
	if (top != 0)
		buffer_append_text(out, ".");
	for (size_t i = 0; i < shown; i++)
		if (selection_own(selection, selection->rows[i]->unit)) {
			buffer_append_text(out, " Highlighted: ");
			sentence_figure(selection, selection->rows[i], out);
			buffer_append_text(out, ".");
		}
}
