/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_words: what a heat map says. */
#include "heatmap.h"

#include "../words/sentence.h"
#include "heatmap_cells.h"

#include <stdlib.h>

/* Columns whose ends are said one by one. */
#define ALT_COLUMNS 12

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
	struct heatmap heatmap = { 0 };

	heatmap_measure(&heatmap, selection);
	buffer_append_text(out, sentence_kind(selection));
	buffer_append_text(out, selection->by_period ? " by unit and " : " by unit and measure");
	if (selection->by_period)
		buffer_append_text(out, words_step(selection));
	buffer_append_text(out, "; the darker a cell, the higher its figure");
	if (heatmap.columns_apart)
		buffer_append_text(out, " in its column: each column has a scale of its own");
	heatmap_release(&heatmap);
}

/* "; Riverside 82%" of the own unit in that column. */
static void
add_own(const struct selection *selection, size_t column, struct buffer *out)
{
	for (size_t i = 0; i < selection->unit_count; i++) {
		const struct series_row *row = selection_cell(selection, i, column);

		if (!selection_own(selection, selection->units[i]) || row == NULL)
			continue;
		buffer_append_text(out, "; highlighted: ");
		sentence_figure(selection, row, out);
	}
}

void
heatmap_alternative(const struct selection *selection, struct buffer *out)
{
	const struct series_row *ends[2];

	if (words_kind(selection) != NULL)
		sentence_ends(selection, out);
	if (selection->column_count > ALT_COLUMNS
	    || (words_kind(selection) != NULL && selection->highlight == NAMES_NONE))
		return;
	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = heatmap_column(selection, i);

		if (heatmap_ends(selection, i, &ends[0], &ends[1])) {
			buffer_format(out, " %s: lowest ", name);
			sentence_figure(selection, ends[0], out);
			buffer_append_text(out, "; highest ");
			sentence_figure(selection, ends[1], out);
			add_own(selection, i, out);
			buffer_append_text(out, ".");
		}
		free(name);
	}
}
