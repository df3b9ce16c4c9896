/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_words: what a heat map says. */
#include "heatmap.h"

#include "../words/sentence.h"

void
heatmap_title(const struct selection *selection, struct buffer *out)
{
	if (selection->measure == NAMES_NONE)
		buffer_format(out, "%zu measures", selection->column_count);
	if (selection->unit_count == 1)
		sentence_unit(selection, selection->units[0], out);
	else
		buffer_format(out, " in %zu units", selection->unit_count);
	sentence_when(selection, out);
	/* figures of several kinds have no range in common */
	if (selection->measure != NAMES_NONE || words_kind(selection) != NULL)
		sentence_range(selection, out);
}

void
heatmap_subtitle(const struct selection *selection, struct buffer *out)
{
	buffer_append_text(out, sentence_kind(selection));
	buffer_append_text(out, selection->by_period ? " by unit and " : " by unit and measure");
	if (selection->by_period)
		buffer_append_text(out, words_step(selection));
	buffer_append_text(out, "; the darker a cell, the higher its figure");
	if (words_kind(selection) == NULL)
		buffer_append_text(out, " in its column");
}
