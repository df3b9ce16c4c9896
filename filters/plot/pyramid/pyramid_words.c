/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_words: what a pyramid says. */
#include "pyramid.h"

#include "../words/sentence.h"

#include <stdlib.h>

static const char *
part_name(const struct selection *selection, size_t part)
{
	return selection->series->part_names.texts[part];
}

/* "female, 35 to 44" */
static void
add_place(const struct pyramid *pyramid, const struct selection *selection,
    const struct series_row *row, struct buffer *out)
{
	char *side =
	    pyramid_name(selection, series_part(selection->series, row, pyramid->side_part));
	char *band =
	    pyramid_name(selection, series_part(selection->series, row, pyramid->band_part));

	buffer_format(out, "%s, %s", side, band);
	free(side);
	free(band);
}

static void
add_figure(const struct pyramid *pyramid, const struct selection *selection,
    const struct series_row *row, struct buffer *out)
{
	add_place(pyramid, selection, row, out);
	buffer_append_text(out, " (");
	words_figure(out, row, SERIES_VALUE);
	buffer_append_text(out, ")");
}

char *
pyramid_place(const struct selection *selection, const struct series_row *row)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };
	struct buffer out = { 0 };

	if (pyramid_find(&pyramid, selection, &fault))
		add_place(&pyramid, selection, row, &out);
	pyramid_release(&pyramid);
	return words_take(&out);
}

/* " by age band and gender": what the counts are of. */
static void
add_columns(const struct pyramid *pyramid, const struct selection *selection, struct buffer *out)
{
	char *bands = pyramid_name(selection, part_name(selection, pyramid->band_part));
	char *columns = pyramid_name(selection, part_name(selection, pyramid->side_part));

	buffer_format(out, " by %s and %s", bands, columns);
	free(bands);
	free(columns);
}

void
pyramid_title(const struct selection *selection, struct buffer *out)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };
	const struct series_row *ends[2];

	if (pyramid_find(&pyramid, selection, &fault)) {
		size_t base = selection->series->base[selection->rows[0]->unit];
		char *name = pyramid_name(selection, selection->series->bases.texts[base]);

		if (words_counted(selection) != NULL)
			add_columns(&pyramid, selection, out);
		if (strcmp(name, "all") != 0)
			buffer_format(out, " in %s", name);
		free(name);
		sentence_when(selection, out);
		if (words_extremes(selection, &ends[0], &ends[1])) {
			buffer_append_text(out, ": highest for ");
			add_figure(&pyramid, selection, ends[1], out);
		} else {
			buffer_append_text(out, ": no figure can be shown");
		}
	}
	pyramid_release(&pyramid);
}

void
pyramid_subtitle(const struct selection *selection, struct buffer *out)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };

	if (pyramid_find(&pyramid, selection, &fault)) {
		char *columns = pyramid_name(selection, part_name(selection, pyramid.side_part));
		char *left = pyramid_name(selection, pyramid.sides[0]);
		char *right = pyramid_name(selection, pyramid.sides[1]);

		buffer_append_text(out, sentence_kind(selection));
		add_columns(&pyramid, selection, out);
		buffer_format(out, ": %s on the left, %s on the right, on one scale", left, right);
		if (sentence_any(selection, SERIES_LOWER))
			buffer_append_text(out, ", with 95% intervals");
		if (pyramid.left_out != 0)
			buffer_format(out, "; %zu figure%s of other values of %s %s not drawn",
			    pyramid.left_out, pyramid.left_out == 1 ? "" : "s", columns,
			    pyramid.left_out == 1 ? "is" : "are");
		free(columns);
		free(left);
		free(right);
	}
	pyramid_release(&pyramid);
}

void
pyramid_alternative(const struct selection *selection, struct buffer *out)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };
	const struct series_row *ends[2];

	if (!pyramid_find(&pyramid, selection, &fault)) {
		pyramid_release(&pyramid);
		return;
	}
	if (words_extremes(selection, &ends[0], &ends[1])) {
		buffer_append_text(out, " Lowest: ");
		add_figure(&pyramid, selection, ends[0], out);
		buffer_append_text(out, "; highest: ");
		add_figure(&pyramid, selection, ends[1], out);
		buffer_append_text(out, ".");
	}
	for (size_t side = 0; side < 2; side++) {
		char *name = pyramid_name(selection, pyramid.sides[side]);

		if (pyramid.totals[side] != NULL) {
			buffer_format(out, " All %s: ", name);
			words_figure(out, pyramid.totals[side], SERIES_VALUE);
			buffer_append_text(out, ".");
		}
		free(name);
	}
	pyramid_release(&pyramid);
}
