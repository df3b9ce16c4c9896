/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side_words: what a chart says, as JSON. */
#include "side.h"

#include "../chart/chart.h"

#include <stdlib.h>

static void
tell_measures(const struct selection *selection, struct runrecord_part list)
{
	for (size_t i = 0; i < selection->measure_count; i++) {
		struct runrecord_part row = runrecord_part_row(list);
		char *name = words_measure(selection, selection->measures[i]);

		runrecord_part_text(
		    row, "id", selection->series->measures.texts[selection->measures[i]]);
		runrecord_part_text(row, "name", name);
		free(name);
	}
}

/* "Mar 2026", or "Jan 2025 to Mar 2026"; the texts as they are in the stream in a list. */
static void
tell_periods(const struct selection *selection, struct runrecord_part part)
{
	struct buffer said = { 0 };
	struct runrecord_part list;
	char *text;

	if (selection->period_count != 0) {
		words_span(selection, selection->periods[0],
		    selection->periods[selection->period_count - 1], &said);
	}
	text = words_take(&said);
	runrecord_part_text(part, "period", text);
	free(text);
	list = runrecord_part_list(part, "periods");
	for (size_t i = 0; i < selection->period_count; i++)
		runrecord_part_entry(list, selection->series->periods.texts[selection->periods[i]]);
}

void
side_words(const struct selection *selection, const struct words *words, struct runrecord_part part)
{
	struct runrecord_part notes;
	struct runrecord_part rows;

	runrecord_part_text(part, "type", selection->chart == NULL ? "" : selection->chart->name);
	runrecord_part_text(part, "title", words->title);
	runrecord_part_text(part, "subtitle", words->subtitle);
	runrecord_part_text(part, "alternative", words->alt);
	if (words->stamp[0] != '\0')
		runrecord_part_text(part, "stamp", words->stamp);
	notes = runrecord_part_group(part, "notes");
	runrecord_part_text(notes, "suppressed", words->suppressed);
	runrecord_part_text(notes, "absent", words->absent);
	runrecord_part_text(part, "caption", words->caption);
	tell_measures(selection, runrecord_part_list(part, "measures"));
	tell_periods(selection, part);
	runrecord_part_text(part, "highlight",
	    selection->highlight == NAMES_NONE
	        ? ""
	        : selection->series->bases.texts[selection->highlight]);
	rows = runrecord_part_group(part, "rows");
	runrecord_part_count(
	    rows, "figures", selection->count - selection->suppressed - selection->absent);
	runrecord_part_count(rows, "suppressed", selection->suppressed);
	runrecord_part_count(rows, "absent", selection->absent);
}
