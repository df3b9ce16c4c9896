/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: subtitle, notes and the text alternative of a chart. */
#include "describe.h"

#include "label.h"

#include <stdlib.h>

#define ALT_UNITS ((size_t)3) /* at each end of a ranking */

/* The method of all rows that show a figure, or NULL where they differ. */
static const char *
shared_method(const struct selection *selection)
{
	const char *shared = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE))
			continue;
		if (shared != NULL && strcmp(shared, row->method) != 0)
			return NULL;
		shared = row->method;
	}
	return shared == NULL || shared[0] == '\0' ? NULL : shared;
}

static bool
any_shown(const struct selection *selection, enum series_column column)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], column))
			return true;
	return false;
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

/* The interval's part of benchmark's method, in words. */
static void
add_method(struct buffer *out, const char *method)
{
	if (method == NULL)
		return;
	if (strncmp(method, "wilson", 6) == 0)
		buffer_append_text(out, " (Wilson");
	else if (strncmp(method, "student_t", 9) == 0)
		buffer_append_text(out, " (Student's t");
	else if (strncmp(method, "ratio_linear", 12) == 0)
		buffer_append_text(out, " (ratio estimator");
	else
		buffer_format(out, " (%s", method);
	buffer_append_text(
	    out, strstr(method, "_published") != NULL ? ", from rounded counts)" : ")");
}

static const char *
kind_word(const struct selection *selection)
{
	const char *kind = words_kind(selection);

	if (kind == NULL)
		return "Figures";
	return strcmp(kind, "proportion") == 0 ? "Percentages"
	    : strcmp(kind, "mean") == 0        ? "Means"
	    : strcmp(kind, "ratio") == 0       ? "Ratios"
	                                       : "Figures";
}

char *
describe_subtitle(const struct selection *selection)
{
	const char *method = shared_method(selection);
	const char *step = words_step(selection);
	struct buffer out = { 0 };

	if (selection->count == 0)
		return words_take(&out);
	buffer_append_text(&out, kind_word(selection));
	if (selection->count == selection->suppressed + selection->absent) {
		buffer_append_text(&out,
		    selection->absent == 0 ? ": all are held back because of small numbers"
		                           : ": none is there to show");
		return words_take(&out);
	}
	switch (selection->type) {
	case SELECT_RANKED:
		if (any_shown(selection, SERIES_LOWER)) {
			buffer_append_text(&out, " with 95% intervals");
			add_method(&out, method);
		}
		buffer_append_text(&out, selection->ranks ? ", best first" : ", highest first");
		if (any_shown(selection, SERIES_DENOMINATOR)
		    || any_shown(selection, SERIES_RECORDS))
			buffer_format(&out, "; n is the number of records behind each figure%s",
			    method != NULL && strstr(method, "_published") != NULL ? ", rounded"
			                                                           : "");
		break;
	case SELECT_CONTROL:
		buffer_format(&out, " by %s", step);
		if (any_shown(selection, SERIES_CENTRE))
			buffer_format(&out, " with the centre line%s",
			    any_shown(selection, SERIES_LIMIT_UPPER) ? " and control limits" : "");
		else
			buffer_append_text(&out, ", without control limits");
		if (any_too_few(selection))
			buffer_format(&out, " (too few %ss for limits%s)", step,
			    any_shown(selection, SERIES_CENTRE) ? " in some units" : "");
		if (any_overlap(selection))
			buffer_append_text(&out, " (periods that overlap have no limits)");
		buffer_format(&out, "; the line breaks where a %s has no figure", step);
		break;
	case SELECT_HEATMAP:
	case SELECT_TYPES:
		buffer_append_text(
		    &out, selection->by_period ? " by unit and " : " by unit and measure");
		if (selection->by_period)
			buffer_append_text(&out, step);
		buffer_append_text(&out, "; the darker a cell, the higher its figure");
		if (words_kind(selection) == NULL)
			buffer_append_text(&out, " in its column");
		break;
	}
	return words_take(&out);
}

/* The names of the units without a value, for one state or for all others. */
static void
list_units(const struct selection *selection, bool suppressed, struct buffer *out)
{
	bool first = true;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		const struct series_figure *value = &row->figures[SERIES_VALUE];
		char *name;

		if (value->state == SERIES_NUMBER
		    || (value->state == SERIES_SUPPRESSED) != suppressed)
			continue;
		name = words_unit(selection, row->unit);
		buffer_format(out, "%s%s", first ? "" : "; ", name);
		if (value->state == SERIES_SYMBOL)
			buffer_format(out, " %s", value->text);
		free(name);
		first = false;
	}
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
describe_suppressed(const struct selection *selection)
{
	struct buffer out = { 0 };

	if (selection->suppressed == 0)
		return words_take(&out);
	if (selection->type == SELECT_RANKED) {
		buffer_format(&out, "Held back because of small numbers (*, hatched), %zu of %zu: ",
		    selection->suppressed, selection->count);
		list_units(selection, true, &out);
	} else {
		buffer_format(&out,
		    "Held back because of small numbers (*, hatched): %zu of %zu figures",
		    selection->suppressed, selection->count);
	}
	return words_take(&out);
}

char *
describe_absent(const struct selection *selection)
{
	struct buffer out = { 0 };

	if (selection->absent == 0)
		return words_take(&out);
	if (selection->type == SELECT_RANKED) {
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

static void
alt_figure(const struct selection *selection, const struct series_row *row, struct buffer *alt)
{
	char *name = words_unit(selection, row->unit);

	buffer_format(alt, "%s ", name);
	words_figure(alt, row, SERIES_VALUE);
	if (series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER)) {
		buffer_append_text(alt, " (");
		words_figure(alt, row, SERIES_LOWER);
		buffer_append_text(alt, " to ");
		words_figure(alt, row, SERIES_UPPER);
		buffer_append_text(alt, ")");
	}
	free(name);
}

static void
alt_ranked(const struct selection *selection, struct buffer *alt)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;
	size_t top = shown <= 2 * ALT_UNITS ? shown : ALT_UNITS;

	for (size_t i = 0; i < top; i++) {
		buffer_append_text(alt, i == 0 ? " From the top: " : "; ");
		alt_figure(selection, selection->rows[i], alt);
	}
	for (size_t i = top == shown ? shown : shown - ALT_UNITS; i < shown; i++) {
		buffer_append_text(alt, i == shown - ALT_UNITS ? ". At the end: " : "; ");
		alt_figure(selection, selection->rows[i], alt);
	}
	if (top != 0)
		buffer_append_text(alt, ".");
	for (size_t i = 0; i < shown; i++)
		if (selection_own(selection, selection->rows[i]->unit)) {
			buffer_append_text(alt, " Highlighted: ");
			alt_figure(selection, selection->rows[i], alt);
			buffer_append_text(alt, ".");
		}
}

static void
alt_others(const struct selection *selection, struct buffer *alt)
{
	const struct series_row *ends[2];

	if (!words_extremes(selection, &ends[0], &ends[1]))
		return;
	for (size_t i = 0; i < 2; i++) {
		const struct series_row *row = ends[i];
		char *measure = words_measure(selection, row->measure);

		buffer_append_text(alt, i == 0 ? " Lowest: " : "; highest: ");
		alt_figure(selection, row, alt);
		if (selection->measure == NAMES_NONE)
			buffer_format(alt, ", %s", measure);
		if (selection->by_period)
			buffer_format(alt, ", %s", words_period(selection, row->period));
		free(measure);
	}
	buffer_append_text(alt, ".");
}

void
describe_alt(const struct selection *selection, const struct words *words, struct buffer *alt)
{
	static const char *const kinds[] = { [SELECT_RANKED] = "Ranked bar chart",
		[SELECT_CONTROL] = "Line chart over time",
		[SELECT_HEATMAP] = "Heat map",
		[SELECT_TYPES] = "" };

	if (selection->count == 0) {
		buffer_format(alt, "%s.", words->title);
		return;
	}
	buffer_format(alt, "%s. %s. %s.", kinds[selection->type], words->title, words->subtitle);
	if (selection->type == SELECT_RANKED)
		alt_ranked(selection, alt);
	else
		alt_others(selection, alt);
	if (words->suppressed[0] != '\0')
		buffer_format(alt, " %s.", words->suppressed);
	if (words->absent[0] != '\0')
		buffer_format(alt, " %s.", words->absent);
}
