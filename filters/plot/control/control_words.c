/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_words: what a control chart says. */
#include "control.h"

#include "../words/sentence.h"

static bool
any_too_few(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i]->too_few)
			return true;
	return false;
}

static bool
any_overlap(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i]->overlap)
			return true;
	return false;
}

void
control_title(const struct selection *selection, struct buffer *out)
{
	size_t signals = 0;
	size_t limits = 0;
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const char *step = words_step(selection);

	for (size_t i = 0; i < selection->count; i++) {
		signals += selection->rows[i]->signal[0] != '\0'
		    && series_shown(selection->rows[i], SERIES_VALUE);
		limits += series_shown(selection->rows[i], SERIES_CENTRE);
	}
	if (selection->unit_count == 1)
		sentence_unit(selection, selection->units[0], out);
	else
		buffer_format(out, " in %zu units", selection->unit_count);
	sentence_when(selection, out);
	if (shown == 0)
		buffer_append_text(out, ": no figure can be shown");
	else if (!series_controlled(selection->series) || limits == 0)
		return; /* what has no limits is neither changed nor unchanged */
	else if (signals == 0)
		buffer_format(out, ": no %s signals a change", step);
	else if (selection->unit_count == 1)
		buffer_format(out, ": %zu of %zu %ss signal%s a change", signals, shown, step,
		    signals == 1 ? "s" : "");
	else
		buffer_format(out, ": %zu of %zu figures signal%s a change", signals, shown,
		    signals == 1 ? "s" : "");
}

void
control_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *step = words_step(selection);

	buffer_append_text(out, sentence_kind(selection));
	buffer_format(out, " by %s", step);
	if (sentence_any(selection, SERIES_CENTRE))
		buffer_format(out, " with the centre line%s",
		    sentence_any(selection, SERIES_LIMIT_UPPER) ? " and control limits" : "");
	else
		buffer_append_text(out, ", without control limits");
	if (any_too_few(selection))
		buffer_format(out, " (too few %ss for limits%s)", step,
		    sentence_any(selection, SERIES_CENTRE) ? " in some units" : "");
	if (any_overlap(selection))
		buffer_append_text(out, " (periods that overlap have no limits)");
	buffer_format(out, "; the line breaks where a %s has no figure", step);
}
