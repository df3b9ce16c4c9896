/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_words: what a funnel says. */
#include "../words/sentence.h"
#include "funnel_lines.h"

#include <stdlib.h>

#define ALT_UNITS 5 /* on each side */

const char *
funnel_verdict_words(const struct series_row *row)
{
	bool above = funnel_above(row);

	switch (funnel_judge(row)) {
	case FUNNEL_WITHIN:
		return "within the limits";
	case FUNNEL_OUTSIDE95:
		return above ? "above the 95% limit" : "below the 95% limit";
	case FUNNEL_OUTSIDE998:
		return above ? "above the 99.8% limit" : "below the 99.8% limit";
	case FUNNEL_UNJUDGED:
		break;
	}
	return "without limits";
}

static const struct series_row *
own_row(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection_own(selection, selection->rows[i]->unit))
			return selection->rows[i];
	return NULL;
}

static size_t
count_judged(const struct selection *selection)
{
	return funnel_count(selection, FUNNEL_WITHIN) + funnel_count(selection, FUNNEL_OUTSIDE95)
	    + funnel_count(selection, FUNNEL_OUTSIDE998);
}

/* Where limits are widened they leave room for more than chance. */
static bool
is_widened(const struct series_row *row)
{
	return (strstr(row->method, " additive") != NULL && series_shown(row, SERIES_TAU2)
	           && series_number(row, SERIES_TAU2) > 0)
	    || (strstr(row->method, " multiplicative") != NULL && series_shown(row, SERIES_PHI)
	        && series_number(row, SERIES_PHI) > 1);
}

/* "3 of 42 units differ from the average more than chance explains" */
static void
say_outside(const struct selection *selection, struct buffer *out)
{
	const struct series_row *judged = funnel_judged(selection);
	size_t outside = funnel_count(selection, FUNNEL_OUTSIDE998);

	if (outside == 0)
		buffer_append_text(out, "none");
	else
		buffer_format(out, "%zu", outside);
	buffer_format(out, " of %zu units %s from the %s more than %s", count_judged(selection),
	    outside <= 1 ? "differs" : "differ", funnel_to_target(judged) ? "target" : "average",
	    is_widened(judged) ? "chance and usual variation explain" : "chance explains");
}

static void
say_own(const struct selection *selection, const struct series_row *own, struct buffer *out)
{
	size_t outside = funnel_count(selection, FUNNEL_OUTSIDE998);

	sentence_unit(selection, own->unit, out);
	buffer_append_text(out, ": ");
	if (!series_shown(own, SERIES_VALUE)) {
		buffer_append_text(out, "no figure can be shown");
	} else {
		words_figure(out, own, SERIES_VALUE);
		if (funnel_judge(own) != FUNNEL_UNJUDGED)
			buffer_format(out, ", %s for its size", funnel_verdict_words(own));
	}
	if (funnel_judged(selection) != NULL && outside == 0)
		buffer_format(out, "; none of %zu units is outside the 99.8%% limits",
		    count_judged(selection));
	else if (funnel_judged(selection) != NULL)
		buffer_format(out, "; %zu of %zu units %s outside the 99.8%% limits", outside,
		    count_judged(selection), outside == 1 ? "is" : "are");
}

void
funnel_title(const struct selection *selection, struct buffer *out)
{
	const struct series_row *own = own_row(selection);

	if (own != NULL) {
		say_own(selection, own, out);
	} else if (funnel_judged(selection) == NULL) {
		sentence_range(selection, out);
	} else {
		buffer_append_text(out, ": ");
		say_outside(selection, out);
	}
	sentence_when(selection, out);
}

static void
say_widening(const struct series_row *row, struct buffer *out)
{
	const char *phi = row->figures[SERIES_PHI].text;
	const char *tau2 = row->figures[SERIES_TAU2].text;

	bool additive = strstr(row->method, " additive") != NULL && series_shown(row, SERIES_TAU2);
	bool multiplicative = strstr(row->method, " multiplicative") != NULL;

	buffer_append_text(out,
	    is_widened(row)                  ? ", widened for overdispersion ("
	        : additive || multiplicative ? ", not widened (no overdispersion: "
	                                     : ", not adjusted for overdispersion (");
	buffer_format(out, "phi %s", phi);
	if (additive)
		buffer_format(out, ", tau\xc2\xb2 %s", tau2);
	buffer_append_text(out, ")");
}

/* How they are worked out; benchmark's manual has the details of each. */
static const char *
scale_words(const char *method)
{
	static const char *const ways[][2] = {
		{ "funnel_arcsine", "on the arcsine scale" },
		{ "funnel_sqrt", "on the square-root scale" },
		{ "funnel_log", "on the log scale" },
		{ "funnel_counts", "on the log scale, both counts varying" },
		{ "funnel_exact", "exact" },
		{ "funnel_chisq", "exact for the expected count" },
		{ "funnel_events", "exact for the unit's own events" },
		{ "funnel_normal", "on the scale of the figures" },
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (strstr(method, ways[i][0]) != NULL)
			return ways[i][1];
	return NULL;
}

void
funnel_subtitle(const struct selection *selection, struct buffer *out)
{
	const struct series_row *row = funnel_judged(selection);
	struct funnel_lines lines;

	buffer_format(out, "%s by size of unit", sentence_kind(selection));
	if (row == NULL)
		return;
	buffer_append_text(out, ", with 95% (dashed) and 99.8% (solid) limits about the ");
	buffer_append_text(out, funnel_to_target(row) ? "target of " : "average of ");
	words_figure(out, row, SERIES_FUNNEL_CENTRE);
	if (scale_words(row->method) != NULL)
		buffer_format(out, ", %s", scale_words(row->method));
	say_widening(row, out);
	funnel_lines_make(&lines, selection);
	if (!lines.by_formula)
		buffer_append_text(
		    out, "; the lines join the units' own limits, by which each is judged");
	funnel_lines_release(&lines);
	if (strstr(row->method, "_published") != NULL)
		buffer_append_text(out,
		    strcmp(row->kind, "rate") == 0 || strcmp(row->kind, "dsr") == 0
		        ? "; from rounded counts"
		        : "; n is rounded");
}

/* " Above the 99.8% limit: Ash 88% (n 120); ..." */
static void
list(const struct selection *selection, enum funnel_verdict verdict, bool above, struct buffer *out)
{
	size_t count = 0;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		char *name;

		if (funnel_judge(row) != verdict || funnel_above(row) != above)
			continue;
		if (++count > ALT_UNITS)
			continue;
		name = words_unit(selection, row->unit);
		if (count == 1)
			buffer_format(out, " %s the %s limit: ", above ? "Above" : "Below",
			    verdict == FUNNEL_OUTSIDE998 ? "99.8%" : "95%");
		else
			buffer_append_text(out, "; ");
		buffer_format(out, "%s ", name);
		words_figure(out, row, SERIES_VALUE);
		free(name);
	}
	if (count > ALT_UNITS)
		buffer_format(out, "; and %zu more", count - ALT_UNITS);
	if (count != 0)
		buffer_append_text(out, ".");
}

void
funnel_alternative(const struct selection *selection, struct buffer *out)
{
	const struct series_row *own = own_row(selection);

	sentence_ends(selection, out);
	list(selection, FUNNEL_OUTSIDE998, true, out);
	list(selection, FUNNEL_OUTSIDE998, false, out);
	list(selection, FUNNEL_OUTSIDE95, true, out);
	list(selection, FUNNEL_OUTSIDE95, false, out);
	if (own != NULL && series_shown(own, SERIES_VALUE)) {
		char *name = words_unit(selection, own->unit);

		buffer_format(out, " Highlighted: %s ", name);
		words_figure(out, own, SERIES_VALUE);
		buffer_format(out, ", %s.", funnel_verdict_words(own));
		free(name);
	}
}
