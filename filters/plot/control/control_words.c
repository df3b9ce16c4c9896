/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_words: what a control chart says. */
#include "control.h"

#include "../words/sentence.h"

#include <stdlib.h>

/* The alternative names so many units and signals. */
#define NAMED_MAX 5

static bool
signals(const struct series_row *row)
{
	return panel_shows(row, SERIES_VALUE) && control_way(row) > CONTROL_COMMON;
}

static size_t
count_signals(const struct selection *selection)
{
	size_t count = 0;

	for (size_t i = 0; i < selection->count; i++)
		count += signals(selection->rows[i]);
	return count;
}

static bool
any_too_few(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i]->too_few)
			return true;
	return false;
}

static bool
any_overlap(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i]->overlap)
			return true;
	return false;
}

static bool
beyond_hundred(const struct selection *selection)
{
	for (size_t i = 0; words_percent(selection) && i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if ((series_shown(row, SERIES_LIMIT_UPPER)
		        && series_number(row, SERIES_LIMIT_UPPER) > 100)
		    || (series_shown(row, SERIES_LIMIT_LOWER)
		        && series_number(row, SERIES_LIMIT_LOWER) < 0))
			return true;
	}
	return false;
}

static bool
has_rule(const struct series_row *row, const char *code)
{
	size_t length = strlen(code);

	for (const char *at = row->signal; (at = strstr(at, code)) != NULL; at += length)
		if ((at == row->signal || at[-1] == ' ')
		    && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

/* ": fell below the limits in Nov 2025": the rule of most weight at the latest signal, with the
 * first figure of its run. */
static void
add_latest_signal(const struct selection *selection, struct buffer *out)
{
	static const char *const rules[] = { "outside", "trend", "two_of_three", "four_of_five",
		"shift", "long_run" };
	const struct series_row *const *rows = control_rows(selection, 0);
	size_t last = selection->period_count;
	size_t first;
	size_t rule = 0;
	bool above;

	while (last > 0 && !signals(rows[last - 1]))
		last--;
	if (last == 0)
		return;
	first = --last;
	while (rule < 6 && !has_rule(rows[last], rules[rule]))
		rule++;
	/* back over the run of that rule; what is held back does not end it */
	for (size_t i = last; rule < 6 && i-- > 0;) {
		if (!panel_shows(rows[i], SERIES_VALUE))
			continue;
		if (!has_rule(rows[i], rules[rule]))
			break;
		first = i;
	}
	above = series_number(rows[last], SERIES_VALUE) > series_number(rows[last], SERIES_CENTRE);
	if (rule == 0)
		buffer_format(out, ": %s the limits", above ? "above" : "below");
	else if (rule == 1)
		buffer_format(out, ": %s",
		    series_number(rows[last], SERIES_VALUE)
		            > series_number(rows[first], SERIES_VALUE)
		        ? "rising"
		        : "falling");
	else if (rule < 6)
		buffer_format(out, ": %s %s the centre", rule < 4 ? "far" : "a run",
		    above ? "above" : "below");
	else
		buffer_append_text(out, ": an unusual pattern");
	if (first == last)
		buffer_format(out, " in %s", words_period(selection, selection->periods[last]));
	else
		buffer_format(out, " from %s to %s",
		    words_period(selection, selection->periods[first]),
		    words_period(selection, selection->periods[last]));
}

/* How many units' latest figures go that way. */
static size_t
count_latest(const struct selection *selection, enum control_way from, enum control_way to)
{
	size_t count = 0;

	for (size_t i = 0; i < selection->unit_count; i++) {
		enum control_way way =
		    control_way(panel_end(selection, control_rows(selection, i), true));

		count += way >= from && way <= to;
	}
	return count;
}

static void
add_part(struct buffer *out, size_t *parts, size_t count, const char *what)
{
	if (count != 0)
		buffer_format(out, "%s%zu %s", (*parts)++ == 0 ? ": " : ", ", count, what);
}

static void
add_latest_units(const struct selection *selection, struct buffer *out)
{
	size_t parts = 0;

	add_part(
	    out, &parts, count_latest(selection, CONTROL_CONCERN, CONTROL_CONCERN), "of concern");
	add_part(out, &parts, count_latest(selection, CONTROL_IMPROVEMENT, CONTROL_IMPROVEMENT),
	    "improving");
	add_part(out, &parts, count_latest(selection, CONTROL_HIGH, CONTROL_HIGH), "high");
	add_part(out, &parts, count_latest(selection, CONTROL_LOW, CONTROL_LOW), "low");
	add_part(out, &parts, count_latest(selection, CONTROL_SPECIAL, CONTROL_SPECIAL),
	    "with a signal");
	buffer_append_text(out,
	    parts == 0 ? ": the latest figure signals no change in any" : " at the latest figure");
}

void
control_title(const struct selection *selection, struct buffer *out)
{
	size_t count = count_signals(selection);
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const char *step = words_step(selection);

	if (selection->unit_count == 1)
		sentence_unit(selection, selection->units[0], out);
	else
		buffer_format(out, " in %zu units", selection->unit_count);
	if (shown == 0) {
		sentence_when(selection, out);
		buffer_append_text(out, ": no figure can be shown");
		return;
	}
	/* what has no limits is neither changed nor unchanged */
	if (!series_controlled(selection->series) || !sentence_any(selection, SERIES_CENTRE)) {
		sentence_when(selection, out);
		return;
	}
	if (selection->unit_count > 1)
		add_latest_units(selection, out);
	else if (count == 0)
		buffer_format(out, ": no %s signals a change", step);
	else
		add_latest_signal(selection, out);
	/* a signal of one unit has its own time; the subtitle has that of all figures */
	if (selection->unit_count > 1 || count == 0)
		sentence_when(selection, out);
}

void
control_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *step = words_step(selection);
	size_t count = count_signals(selection);

	buffer_append_text(out, sentence_kind(selection));
	buffer_format(out, " by %s", step);
	if (selection->unit_count == 1 && count != 0) {
		sentence_when(selection, out);
		buffer_format(out, ": %zu of %zu signal%s a change;", count,
		    selection->count - selection->suppressed - selection->absent,
		    count == 1 ? "s" : "");
	}
	if (sentence_any(selection, SERIES_CENTRE))
		buffer_format(out, " with the centre line%s",
		    sentence_any(selection, SERIES_LIMIT_UPPER) ? control_both(selection)
		            ? " and limits of two and three sigma"
		            : " and limits of three sigma"
		                                                : "");
	else
		buffer_append_text(out, ", without control limits");
	if (any_too_few(selection))
		buffer_format(out, " (too few %ss for limits%s)", step,
		    sentence_any(selection, SERIES_CENTRE) ? " in places" : "");
	if (beyond_hundred(selection))
		buffer_append_text(out, " (a limit beyond 100% or below 0% has no line)");
	if (any_overlap(selection))
		buffer_append_text(out, " (periods that overlap have no limits)");
	buffer_format(out, "; the line breaks where a %s has no figure", step);
}

/* " Riverside: 62% in Dec 2025, special cause concern, will miss the target." */
static void
add_unit(const struct selection *selection, size_t unit, struct buffer *out)
{
	const struct series_row *last = panel_end(selection, control_rows(selection, unit), true);
	char *name = words_unit(selection, selection->units[unit]);

	if (last != NULL) {
		const char *way = control_way_words(control_way(last));
		const char *assurance = control_assurance_words(control_assurance(last));

		buffer_format(out, " %s: ", selection->unit_count == 1 ? "Latest" : name);
		words_figure(out, last, SERIES_VALUE);
		buffer_format(out, " in %s%s%s%s%s.", words_period(selection, last->period),
		    way[0] == '\0' ? "" : ", ", way, assurance[0] == '\0' ? "" : ", ", assurance);
	}
	free(name);
}

void
control_alternative(const struct selection *selection, struct buffer *out)
{
	struct control_plan plan;

	control_plan(selection, &plan);
	for (size_t i = 0; i < plan.count && i < NAMED_MAX; i++)
		add_unit(selection, plan.units[i], out);
	if (selection->unit_count > NAMED_MAX)
		buffer_format(out, " And %zu more units.", selection->unit_count - NAMED_MAX);
	free(plan.units);
	sentence_ends(selection, out);
}
