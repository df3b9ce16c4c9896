/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: title, subtitle, notes and the text alternative of a chart. */
#include "describe.h"

#include "../canvas/label.h"
#include "../chart/chart.h"
#include "sentence.h"

#include <stdlib.h>

/* A plain word at the beginning gets a capital; a code such as role_a stays. */
static void
capitalise(struct buffer *out)
{
	size_t at = 0;

	while (at < out->length && out->data[at] >= 'a' && out->data[at] <= 'z')
		at++;
	if (at != 0 && at < out->length && strchr(" :,", out->data[at]) != NULL)
		out->data[0] = (char)(out->data[0] - 'a' + 'A');
}

/* What the title speaks of: the measure, or the count that is drawn instead; records are those
 * of all measures alike. */
static void
add_subject(const struct selection *selection, struct buffer *out)
{
	const char *counted = words_counted(selection);
	char *measure;

	/* of many measures the chart speaks itself */
	if (selection->measure == NAMES_NONE)
		return;
	if (counted != NULL)
		buffer_append_text(out, counted);
	if (counted != NULL && strcmp(counted, "Records") == 0)
		return;
	measure = words_measure_short(selection, selection->measure);
	buffer_format(out, "%s%s", counted == NULL ? "" : " of ", measure);
	free(measure);
}

char *
describe_title(const struct selection *selection)
{
	struct buffer out = { 0 };

	if (selection->count == 0) {
		buffer_append_text(&out, "There are no figures to draw");
		return words_take(&out);
	}
	add_subject(selection, &out);
	selection->chart->title(selection, &out);
	capitalise(&out);
	return words_take(&out);
}

/* The note on the scale behind the subtitle's first words: "Percentages of records with
 * 95% intervals", "Means (0 to 100), best first". */
static void
add_note(const struct selection *selection, const struct buffer *said, struct buffer *out)
{
	char *note = words_measure_note(selection, NAMES_NONE);
	const char *kind = sentence_kind(selection);
	size_t first = strlen(kind);
	size_t length = strlen(note);
	bool percentages = words_percent(selection);

	if (said->length < first || memcmp(said->data, kind, first) != 0)
		first = said->length;
	buffer_append(out, said->data, first);
	/* "Percentages (4 or 5), %" says it twice */
	if (percentages && length > 3 && strcmp(note + length - 3, ", %") == 0)
		note[length - 3] = '\0';
	if (percentages && note[0] == '%')
		buffer_append_text(out, note + 1);
	else if (strcmp(kind, "Means") == 0 && strncmp(note, "mean ", 5) == 0)
		buffer_append_text(out, note + 4);
	else if (note[0] != '\0')
		buffer_format(out, "%s%s", note[0] == '(' ? " " : ", ", note);
	buffer_append(out, said->data + first, said->length - first);
	free(note);
}

char *
describe_subtitle(const struct selection *selection)
{
	struct buffer said = { 0 };
	struct buffer out = { 0 };

	if (selection->count == 0)
		return words_take(&out);
	if (selection->count == selection->suppressed + selection->absent) {
		buffer_append_text(&out, sentence_kind(selection));
		buffer_append_text(&out,
		    selection->absent == 0 ? ": all are held back because of small numbers"
		                           : ": none is there to show");
		return words_take(&out);
	}
	selection->chart->subtitle(selection, &said);
	if (said.length != 0)
		add_note(selection, &said, &out);
	buffer_release(&said);
	return words_take(&out);
}

/* A row's name in the notes. */
static char *
place_of(const struct selection *selection, const struct series_row *row)
{
	return selection->chart->place == NULL ? words_unit(selection, row->unit)
	                                       : selection->chart->place(selection, row);
}

/* " 2 of 12": how many units are held back; a total is none. */
static void
count_units(const struct selection *selection, struct buffer *out)
{
	size_t held = 0;
	size_t units = 0;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (selection_apart(selection, row->unit))
			continue;
		units++;
		held += row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
	}
	buffer_format(out, ", %zu of %zu", held, units);
	if (held != selection->suppressed)
		buffer_format(out, " and %zu total%s", selection->suppressed - held,
		    selection->suppressed - held == 1 ? "" : "s");
}

/* A note that names more is not read; --data has them all. */
#define NAMED_MAX 20

/* The names of the units without a value, for one state or for all others; of very many the
 * first and the own one, and how many more. */
static void
list_units(const struct selection *selection, bool suppressed, struct buffer *out)
{
	size_t named = 0;
	size_t more = 0;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		const struct series_figure *value = &row->figures[SERIES_VALUE];
		char *name;

		if (value->state == SERIES_NUMBER
		    || (value->state == SERIES_SUPPRESSED) != suppressed)
			continue;
		if (named >= NAMED_MAX && !selection_own(selection, row->unit)) {
			more++;
			continue;
		}
		name = place_of(selection, row);
		buffer_format(out, "%s%s", named++ == 0 ? "" : "; ", name);
		if (value->state == SERIES_SYMBOL)
			buffer_format(out, " %s", value->text);
		free(name);
	}
	if (more != 0)
		buffer_format(out, "; and %zu more", more);
}

static bool
any_unreliable(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (strcmp(selection->rows[i]->figures[SERIES_VALUE].text, "[u]") == 0)
			return true;
	return false;
}

char *
describe_suppressed(const struct selection *selection, bool text)
{
	struct buffer out = { 0 };
	const char *held;

	if (selection->suppressed == 0)
		return words_take(&out);
	held = text || selection->chart->held == NULL ? NULL : selection->chart->held(selection);
	buffer_format(&out, "Held back because of small numbers (*%s%s)", held == NULL ? "" : ", ",
	    held == NULL ? "" : held);
	if (selection->chart->span == CHART_UNITS) {
		count_units(selection, &out);
		buffer_append_text(&out, ": ");
		list_units(selection, true, &out);
	} else {
		buffer_format(
		    &out, ": %zu of %zu figures", selection->suppressed, selection->count);
	}
	return words_take(&out);
}

char *
describe_absent(const struct selection *selection)
{
	struct buffer out = { 0 };

	if (selection->absent == 0)
		return words_take(&out);
	if (selection->chart->span == CHART_UNITS) {
		buffer_append_text(&out, "No figure: ");
		list_units(selection, false, &out);
		if (any_unreliable(selection))
			buffer_append_text(&out, " ([u]: too few records for a figure)");
	} else {
		buffer_format(
		    &out, "No figure in %zu of %zu places", selection->absent, selection->count);
	}
	return words_take(&out);
}

void
describe_alt(const struct selection *selection, const struct words *words, struct buffer *alt)
{
	if (selection->count == 0) {
		buffer_format(alt, "%s.", words->title);
		return;
	}
	buffer_format(alt, "%s. %s. %s.", selection->chart->words, words->title, words->subtitle);
	selection->chart->alternative(selection, alt);
	if (words->suppressed[0] != '\0')
		buffer_format(alt, " %s.", words->suppressed);
	if (words->absent[0] != '\0')
		buffer_format(alt, " %s.", words->absent);
}
