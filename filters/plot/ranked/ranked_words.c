/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_words: what a ranking says. */
#include "ranked.h"

#include "../words/sentence.h"
#include "ranked_bands.h"

#include <stdlib.h>
#include <string.h>

#define ALT_UNITS ((size_t)3) /* at each end of a ranking */

/* 1st, 2nd, 3rd, 11th. */
static const char *
ordinal_ending(size_t number)
{
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	size_t last = number % 10;

	return number % 100 / 10 == 1 || last > 3 ? endings[0] : endings[last];
}

/* ", place 3 of 12", or "; 3rd highest of 12". */
static void
add_place(const struct selection *selection, const struct series_row *row, size_t shown,
    struct buffer *out)
{
	double value = series_number(row, SERIES_VALUE);
	size_t higher = 0;
	size_t equal = 0;
	const char *jointly;

	if (shown < 2)
		return;
	if (selection->ranks) {
		/* among the units that it was compared with, which may be its own kind alone */
		if (series_shown(row, SERIES_UNITS))
			shown = (size_t)series_number(row, SERIES_UNITS);
		buffer_format(out, ", place %s of %zu", row->figures[SERIES_RANK].text, shown);
		return;
	}
	for (size_t i = 0; i < shown; i++) {
		double other = series_number(selection->rows[i], SERIES_VALUE);

		higher += other > value;
		equal += !(other < value) && !(other > value);
	}
	jointly = equal > 1 ? "jointly " : "";
	if (equal == shown)
		buffer_format(out, ", as in all %zu", shown);
	else if (higher == 0)
		buffer_format(out, ", %sthe highest of %zu", jointly, shown);
	else if (higher + equal == shown)
		buffer_format(out, ", %sthe lowest of %zu", jointly, shown);
	else
		buffer_format(out, ", %s%zu%s highest of %zu", jointly, higher + 1,
		    ordinal_ending(higher + 1), shown);
}

/* The row to speak of: the own unit's, or the only one; its place in the ranking is below
 * shown where it has one.  NULL where there is none. */
static const struct series_row *
find_own(const struct selection *selection, size_t *place)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection_own(selection, selection->rows[i]->unit)
		    || selection->unit_count == 1) {
			*place = i;
			return selection->rows[i];
		}
	return NULL;
}

/* The ranking alone, for what is said of its ends. */
static struct selection
ranking(const struct selection *selection, size_t shown)
{
	struct selection units = *selection;

	units.count = shown;
	return units;
}

/* "listened in Riverside: 4.12, place 3 of 12, Mar 2026", or the range of all. */
void
ranked_title(const struct selection *selection, struct buffer *out)
{
	size_t shown = ranked_counts(selection).shown;
	size_t place = 0;
	const struct series_row *own = find_own(selection, &place);
	struct selection units = ranking(selection, shown);

	if (own != NULL) {
		sentence_unit(selection, own->unit, out);
		buffer_append_text(out, ": ");
		if (series_shown(own, SERIES_VALUE)) {
			words_figure(out, own, SERIES_VALUE);
			if (place < shown)
				add_place(selection, own, shown, out);
		} else {
			buffer_append_text(out, "no figure can be shown");
		}
	} else if (shown == 0) {
		buffer_append_text(out, ": no figure can be shown");
	} else {
		sentence_range(&units, out);
		buffer_format(out, " across %zu unit%s", shown, shown == 1 ? "" : "s");
	}
	sentence_when(selection, out);
}

void
ranked_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *method = sentence_method(selection);
	size_t left_out = ranked_left_out(selection);

	buffer_append_text(out, sentence_kind(selection));
	if (sentence_any(selection, SERIES_LOWER)) {
		buffer_append_text(out,
		    ranked_wide_intervals(selection) && sentence_any(selection, SERIES_LOWER998)
		        ? " with 95% and 99.8% intervals"
		        : " with 95% intervals");
		sentence_add_method(out, method);
	}
	if (ranked_counts(selection).shown > 1)
		buffer_append_text(out,
		    selection->ranks                  ? ", best first"
		        : ranked_ascending(selection) ? ", lowest (best) first"
		                                      : ", highest first");
	if (left_out != 0)
		buffer_format(out, "; %zu of %zu units are not drawn", left_out,
		    ranked_counts(selection).shown);
	if (sentence_any(selection, SERIES_DENOMINATOR) || sentence_any(selection, SERIES_RECORDS))
		buffer_format(out, "; n is the number of records behind each figure%s",
		    method != NULL && strstr(method, "_published") != NULL ? ", rounded" : "");
}

static void
say_ends(const struct selection *selection, size_t shown, struct buffer *out)
{
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
}

static void
say_peers(const struct selection *selection, struct buffer *out)
{
	const struct series_row *peers = ranked_peers(selection);
	const struct series_row *target = ranked_target(selection);

	if (peers != NULL) {
		buffer_append_text(out, " Median of units ");
		words_figure(out, peers, SERIES_MEDIAN);
		if (series_shown(peers, SERIES_Q1) && series_shown(peers, SERIES_Q3)) {
			buffer_append_text(out, ", middle half ");
			words_figure(out, peers, SERIES_Q1);
			buffer_append_text(out, " to ");
			words_figure(out, peers, SERIES_Q3);
		}
		buffer_append_text(out, ".");
	}
	if (target != NULL) {
		buffer_append_text(out, " Target ");
		words_figure(out, target, SERIES_TARGET);
		buffer_append_text(out, ".");
	}
}

/* " Judged: 2 better (99.8%), 7 similar." */
static void
say_bands(const struct selection *selection, struct buffer *out)
{
	struct ranked_bands bands;

	ranked_bands_make(&bands, selection);
	for (size_t i = 0; i < bands.count; i++)
		buffer_format(
		    out, "%s%zu %s", i == 0 ? " Judged: " : ", ", bands.rows[i], bands.texts[i]);
	if (bands.count != 0)
		buffer_append_text(out, ".");
	ranked_bands_release(&bands);
}

void
ranked_alternative(const struct selection *selection, struct buffer *out)
{
	struct ranked_counts counts = ranked_counts(selection);

	say_ends(selection, counts.shown, out);
	for (size_t i = 0; selection->unit_count > 1 && i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE) || !selection_own(selection, row->unit))
			continue;
		buffer_append_text(out, " Highlighted: ");
		sentence_figure(selection, row, out);
		if (i < counts.shown)
			add_place(selection, row, counts.shown, out);
		buffer_append_text(out, ".");
	}
	say_peers(selection, out);
	say_bands(selection, out);
	for (size_t i = selection->count - counts.apart; i < selection->count; i++) {
		buffer_append_text(out, " Set apart: ");
		sentence_figure(selection, selection->rows[i], out);
		buffer_append_text(out, ".");
	}
}
