/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_way: what a figure of a control chart says, and which units have a panel. */
#include "control.h"

#include "../words/words.h"

#include <stdlib.h>

enum control_way
control_way(const struct series_row *row)
{
	static const struct {
		const char *code;
		enum control_way way;
	} ways[] = { { "common", CONTROL_COMMON }, { "improvement", CONTROL_IMPROVEMENT },
		{ "concern", CONTROL_CONCERN }, { "neutral_high", CONTROL_HIGH },
		{ "neutral_low", CONTROL_LOW }, { "special", CONTROL_SPECIAL } };

	if (row == NULL || row->too_few || row->overlap || !series_shown(row, SERIES_CENTRE))
		return CONTROL_UNJUDGED;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (strcmp(row->variation, ways[i].code) == 0)
			return ways[i].way;
	/* a stream of before there was such a column */
	return row->signal[0] != '\0' ? CONTROL_SPECIAL : CONTROL_COMMON;
}

enum control_assurance
control_assurance(const struct series_row *row)
{
	if (row == NULL)
		return CONTROL_UNSURE;
	return strcmp(row->assurance, "pass") == 0       ? CONTROL_PASSES
	    : strcmp(row->assurance, "fail") == 0        ? CONTROL_FAILS
	    : strcmp(row->assurance, "hit_or_miss") == 0 ? CONTROL_HIT_OR_MISS
	                                                 : CONTROL_UNSURE;
}

int
control_good(const struct selection *selection)
{
	enum labels_polarity polarity = words_polarity(selection, selection->measure);
	long balance = 0;

	if (polarity != LABELS_UNKNOWN)
		return polarity == LABELS_HIGHER ? 1 : polarity == LABELS_LOWER ? -1 : 0;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		enum control_way way = control_way(row);
		double above;

		if (!series_shown(row, SERIES_VALUE)
		    || (way != CONTROL_IMPROVEMENT && way != CONTROL_CONCERN))
			continue;
		above = series_number(row, SERIES_VALUE) - series_number(row, SERIES_CENTRE);
		balance +=
		    (above > 0) - (above < 0) == (way == CONTROL_IMPROVEMENT ? 1 : -1) ? 1 : -1;
	}
	return balance > 0 ? 1 : balance < 0 ? -1 : 0;
}

int
control_direction(enum control_way way, int good)
{
	return way == CONTROL_HIGH       ? 1
	    : way == CONTROL_LOW         ? -1
	    : way == CONTROL_IMPROVEMENT ? good
	    : way == CONTROL_CONCERN     ? -good
	                                 : 0;
}

const char *
control_way_words(enum control_way way)
{
	static const char *const words[] = { "", "common cause", "special cause improvement",
		"special cause concern", "special cause, high", "special cause, low",
		"special cause" };

	return words[way];
}

const char *
control_assurance_words(enum control_assurance assurance)
{
	static const char *const words[] = { "", "will pass the target", "will miss the target",
		"hit or miss" };

	return words[assurance];
}

const struct series_row *const *
control_rows(const struct selection *selection, size_t unit)
{
	return &selection->grid[unit * selection->column_count];
}

bool
control_rebased(const struct selection *selection, size_t unit, size_t column)
{
	const struct series_row *const *rows = control_rows(selection, unit);

	if (!panel_shows(rows[column], SERIES_CENTRE))
		return false;
	for (size_t i = column; i-- > 0;)
		if (rows[i] != NULL && rows[i]->too_few && panel_shows(rows[i], SERIES_VALUE))
			return true;
		else if (panel_shows(rows[i], SERIES_CENTRE))
			return strcmp(rows[i]->figures[SERIES_CENTRE].text,
			           rows[column]->figures[SERIES_CENTRE].text)
			    != 0;
	return false;
}

/* The order of an overview: the own unit, concerns, improvements, other signals, the rest. */
static unsigned
urgency(const struct selection *selection, size_t unit)
{
	static const unsigned places[] = { 4, 4, 2, 1, 3, 3, 3 };

	if (selection_own(selection, selection->units[unit]))
		return 0;
	return places[control_way(panel_end(selection, control_rows(selection, unit), true))];
}

void
control_plan(const struct selection *selection, struct control_plan *plan)
{
	bool all = selection->unit_count <= CONTROL_PANELS_MAX;
	unsigned last = 4;

	*plan =
	    (struct control_plan){ .units = xcalloc(selection->unit_count + 1, sizeof(size_t)) };
	for (unsigned place = 0; place <= last; place++)
		for (size_t i = 0; i < selection->unit_count; i++) {
			unsigned own = urgency(selection, i);

			/* where all have a panel, only the own unit leaves the stream's order */
			if ((all && own != 0 ? 1 : own) != place
			    || plan->count == CONTROL_PANELS_MAX)
				continue;
			/* of an overview without any signal, a few stand for all */
			if (all || place < last || plan->count < 6)
				plan->units[plan->count++] = i;
		}
	plan->left_out = selection->unit_count - plan->count;
}
