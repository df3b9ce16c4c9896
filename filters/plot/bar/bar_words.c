/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar_words: what a bar chart says. */
#include "bar.h"

#include "../words/sentence.h"

#include <stdlib.h>
#include <string.h>

/* More figures are not read out one by one. */
#define ALT_FIGURES ((size_t)12)

struct place {
	size_t row;
	size_t series;
};

/* Where the lowest or the highest figure stands; false where none is shown. */
static bool
find_end(const struct bars *bars, bool highest, struct place *place)
{
	bool found = false;

	for (size_t i = 0; i < bars->row_count; i++)
		for (size_t j = 0; j < bars->series_count; j++) {
			const struct series_row *row = bars_cell(bars, i, j);
			const struct series_row *best =
			    found ? bars_cell(bars, place->row, place->series) : NULL;
			double difference;

			if (row == NULL || !series_shown(row, SERIES_VALUE))
				continue;
			difference = best == NULL
			    ? 0
			    : series_number(row, SERIES_VALUE) - series_number(best, SERIES_VALUE);
			if (best == NULL || (highest ? difference > 0 : difference < 0))
				*place = (struct place){ i, j };
			found = true;
		}
	return found;
}

/* "Riverside, carers, 82%" */
static void
add_figure(const struct bars *bars, struct place place, struct buffer *out)
{
	const struct series_row *row = bars_cell(bars, place.row, place.series);
	const char *group =
	    bars->turned ? "" : bars->levels.groups[bars->levels.rows[place.row].group];

	buffer_append_text(out, bars_name(bars, place.row));
	if (group[0] != '\0')
		buffer_format(out, ", %s", group);
	if (bars->series_count > 1)
		buffer_format(out, ", %s", bars_series(bars, place.series));
	buffer_append_text(out, ", ");
	if (row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY)
		buffer_append_text(out, "no figure");
	else if (row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED)
		buffer_append_text(out, "held back");
	else
		words_figure(out, row, SERIES_VALUE);
}

/* How many figures stand as high, or as low, as that one. */
static size_t
count_equal(const struct bars *bars, const struct series_row *like)
{
	size_t equal = 0;

	for (size_t i = 0; i < bars->row_count; i++)
		for (size_t j = 0; j < bars->series_count; j++) {
			const struct series_row *row = bars_cell(bars, i, j);

			equal += row != NULL && series_shown(row, SERIES_VALUE)
			    && strcmp(row->figures[SERIES_VALUE].text,
			           like->figures[SERIES_VALUE].text)
			        == 0;
		}
	return equal;
}

/* How many figures are shown. */
static size_t
count_shown(const struct bars *bars)
{
	size_t shown = 0;

	for (size_t i = 0; i < bars->row_count; i++)
		for (size_t j = 0; j < bars->series_count; j++) {
			const struct series_row *row = bars_cell(bars, i, j);

			shown += row != NULL && series_shown(row, SERIES_VALUE);
		}
	return shown;
}

static const struct series_row *
cell_at(const struct bars *bars, struct place place)
{
	return bars_cell(bars, place.row, place.series);
}

/* The highlighted row of single bars, or NAMES_NONE. */
static size_t
own_row(const struct bars *bars)
{
	for (size_t i = 0; bars->series_count == 1 && bars->row_count > 1 && i < bars->row_count;
	     i++)
		if (bars_own(bars, i))
			return i;
	return NAMES_NONE;
}

/* " in Riverside: 82%, the highest of 12", of those that are shown, or "82%; all from 61% to 90%"
 */
static void
add_own(const struct bars *bars, size_t row, const struct place ends[2], struct buffer *out)
{
	const struct series_row *own = bars_cell(bars, row, 0);
	size_t shown = count_shown(bars);

	buffer_format(out, " in %s: ", bars_name(bars, row));
	if (own == NULL || !series_shown(own, SERIES_VALUE)) {
		buffer_append_text(out, "no figure can be shown");
		return;
	}
	words_figure(out, own, SERIES_VALUE);
	if (count_equal(bars, own) == shown) {
		if (shown > 1)
			buffer_format(out, ", as in all %zu", shown);
		return;
	}
	for (size_t i = 0; i < 2; i++)
		if (strcmp(own->figures[SERIES_VALUE].text,
		        cell_at(bars, ends[i])->figures[SERIES_VALUE].text)
		    == 0) {
			buffer_format(out, ", %sthe %s of %zu",
			    count_equal(bars, own) > 1 ? "jointly " : "",
			    i == 0 ? "highest" : "lowest", shown);
			return;
		}
	buffer_append_text(out, "; all from ");
	words_figure(out, cell_at(bars, ends[1]), SERIES_VALUE);
	buffer_append_text(out, " to ");
	words_figure(out, cell_at(bars, ends[0]), SERIES_VALUE);
}

/* ": highest for carers, 82% (and 1 more); lowest for others, 61%", or that all are one. */
static void
add_ends(const struct bars *bars, const struct place ends[2], struct buffer *out)
{
	size_t shown = count_shown(bars);

	if (count_equal(bars, cell_at(bars, ends[0])) == shown) {
		buffer_append_text(out, shown > 1 ? ": all are " : ": ");
		if (shown == 1 && bars->row_count * bars->series_count > 1)
			add_figure(bars, ends[0], out);
		else
			words_figure(out, cell_at(bars, ends[0]), SERIES_VALUE);
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		size_t equal = count_equal(bars, cell_at(bars, ends[i]));

		buffer_append_text(out, i == 0 ? ": highest for " : "; lowest for ");
		add_figure(bars, ends[i], out);
		if (equal > 1)
			buffer_format(out, " (and %zu more)", equal - 1);
	}
}

/* "Listened to in Riverside: highest for carers, 82%; lowest for others, 61%" */
void
bar_title(const struct selection *selection, struct buffer *out)
{
	struct fault fault = { 0 };
	struct place ends[2];
	struct bars bars;
	bool one_unit;
	size_t own;

	bars_make(&bars, selection, &fault);
	one_unit = bars.turned && bars.series_count == 1;
	if (out->length == 0)
		buffer_append_text(
		    out, bars.levels.subject[0] == '\0' ? "Figures" : bars.levels.subject);
	if (one_unit && strcmp(bars_series(&bars, 0), "All") != 0
	    && strcmp(bars_series(&bars, 0), bars.levels.subject) != 0)
		buffer_format(out, " in %s", bars_series(&bars, 0));
	own = own_row(&bars);
	if (!find_end(&bars, true, &ends[0]) || !find_end(&bars, false, &ends[1])) {
		buffer_append_text(out, ": no figure can be shown");
	} else if (own != NAMES_NONE) {
		add_own(&bars, own, ends, out);
	} else {
		add_ends(&bars, ends, out);
	}
	sentence_when(selection, out);
	bars_release(&bars);
}

void
bar_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *kind = words_kind(selection);
	struct fault fault = { 0 };
	struct bars bars;
	bool any_records = false;
	bool counts = kind != NULL && levels_kind_counts(kind);

	buffer_append_text(out, counts ? "Numbers of records" : sentence_kind(selection));
	if (sentence_any(selection, SERIES_LOWER)) {
		buffer_append_text(out, " with 95% intervals");
		sentence_add_method(out, sentence_method(selection));
	}
	bars_make(&bars, selection, &fault);
	for (size_t i = 0; i < bars.row_count; i++)
		any_records |= bars_records(&bars, i)[0] != '\0';
	bars_release(&bars);
	if (any_records)
		buffer_append_text(out, "; n is the number of records behind each figure");
}

void
bar_alternative(const struct selection *selection, struct buffer *out)
{
	struct fault fault = { 0 };
	struct place ends[2];
	struct bars bars;

	bars_make(&bars, selection, &fault);
	if (bars.row_count * bars.series_count <= ALT_FIGURES) {
		for (size_t i = 0; i < bars.row_count; i++)
			for (size_t j = 0; j < bars.series_count; j++) {
				buffer_append_text(out, i + j == 0 ? " " : "; ");
				add_figure(&bars, (struct place){ i, j }, out);
			}
		buffer_append_text(out, ".");
	} else if (find_end(&bars, true, &ends[0]) && find_end(&bars, false, &ends[1])) {
		buffer_append_text(out, " Highest: ");
		add_figure(&bars, ends[0], out);
		buffer_append_text(out, ". Lowest: ");
		add_figure(&bars, ends[1], out);
		buffer_append_text(out, ".");
		for (size_t i = 0; i < bars.row_count; i++)
			for (size_t j = 0; bars_own(&bars, i) && j < bars.series_count; j++) {
				buffer_append_text(out, " Highlighted: ");
				add_figure(&bars, (struct place){ i, j }, out);
				buffer_append_text(out, ".");
			}
	}
	bars_release(&bars);
}
