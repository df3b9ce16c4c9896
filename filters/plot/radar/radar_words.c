/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar_words: what a radar says. */
#include "../words/sentence.h"
#include "radar.h"

#include <stdlib.h>

char *
radar_unit(const struct selection *selection)
{
	return words_unit(selection, selection->rows[0]->unit);
}

char *
radar_name(const struct selection *selection, const struct radar_spoke *spoke)
{
	char *name = words_measure_head(selection, spoke->measure);
	struct buffer out = { 0 };

	buffer_append_text(&out, name);
	if (spoke->lower_better)
		buffer_append_text(&out, " (lower is better)");
	free(name);
	return words_take(&out);
}

char *
radar_figures(const struct radar_spoke *spoke)
{
	struct buffer out = { 0 };

	if (spoke->row == NULL || spoke->row->figures[SERIES_VALUE].state == SERIES_EMPTY)
		buffer_append_text(&out, "no figure");
	else
		words_figure(&out, spoke->row, SERIES_VALUE);
	if (spoke->row != NULL && spoke->row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED)
		buffer_append_text(&out, " held back");
	if (spoke->row != NULL && series_shown(spoke->row, SERIES_MEDIAN)) {
		buffer_append_text(&out, ", median ");
		words_figure(&out, spoke->row, SERIES_MEDIAN);
	}
	return words_take(&out);
}

/* Of all measures it is known which way is good. */
static bool
all_known(const struct selection *selection, const struct radar *radar)
{
	for (size_t i = 0; i < radar->count; i++) {
		enum labels_polarity polarity = words_polarity(selection, radar->spokes[i].measure);

		if (polarity != LABELS_LOWER && polarity != LABELS_HIGHER)
			return false;
	}
	return true;
}

/* "Riverside: above the peer median in 5 of 7 measures, Mar 2026" */
void
radar_title(const struct selection *selection, struct buffer *out)
{
	char *name = radar_unit(selection);
	struct radar radar;
	size_t compared = 0;
	size_t good = 0;
	bool known;

	radar_make(&radar, selection);
	known = all_known(selection, &radar);
	for (size_t i = 0; i < radar.count; i++) {
		const struct radar_spoke *spoke = &radar.spokes[i];
		int side;

		if (!radar_side(spoke, &side))
			continue;
		compared++;
		good += side == (known && spoke->lower_better ? -1 : 1);
	}
	buffer_append_text(out, name);
	if (compared == 0)
		buffer_append_text(out, ": no figure can be set beside a median");
	else
		buffer_format(out, ": %s the peer median in %zu of %zu measure%s",
		    known ? "better than" : "above", good, compared, compared == 1 ? "" : "s");
	sentence_when(selection, out);
	free(name);
}

void
radar_subtitle(const struct selection *selection, struct buffer *out)
{
	struct radar radar;

	radar_make(&radar, selection);
	buffer_append_text(out, sentence_kind(selection));
	buffer_append_text(
	    out, ", beside the median and the middle half (first to third quartile) of its peers");
	if (radar.common)
		buffer_format(out, "; every spoke from %g%s in the centre to %g%s", radar.low,
		    words_percent(selection) ? "%" : "", radar.high,
		    words_percent(selection) ? "%" : "");
	else if (radar.turned)
		buffer_append_text(out,
		    "; each spoke has a scale of its own, from the lowest to the highest unit, "
		    "turned where lower is better");
	else
		buffer_append_text(out,
		    "; each spoke has a scale of its own, from the lowest unit near the centre to "
		    "the highest");
}

static void
list(const struct selection *selection, const struct radar *radar, int wanted, const char *words,
    struct buffer *out)
{
	bool first = true;

	for (size_t i = 0; i < radar->count; i++) {
		const struct radar_spoke *spoke = &radar->spokes[i];
		char *name, *figures;
		int side;

		if (!radar_side(spoke, &side) || side != wanted)
			continue;
		name = radar_name(selection, spoke);
		figures = radar_figures(spoke);
		buffer_format(
		    out, "%s%s%s %s", first ? " " : "; ", first ? words : "", name, figures);
		free(name);
		free(figures);
		first = false;
	}
	if (!first)
		buffer_append_text(out, ".");
}

void
radar_alternative(const struct selection *selection, struct buffer *out)
{
	struct radar radar;

	radar_make(&radar, selection);
	list(selection, &radar, 1, "Above the median: ", out);
	list(selection, &radar, 0, "On the median: ", out);
	list(selection, &radar, -1, "Below the median: ", out);
}
