/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words: the title, subtitle and notes of a chart. */
#include "words.h"

#include "describe.h"
#include "label.h"

#include <stdlib.h>

char *
words_take(struct buffer *buffer)
{
	char *text =
	    label_clean((struct field){ buffer->data == NULL ? "" : buffer->data, buffer->length });

	buffer_release(buffer);
	return text;
}

char *
words_unit(const struct selection *selection, size_t unit)
{
	char *name = label_clean(field_of(selection->series->units.texts[unit]));

	if (name[0] != '\0')
		return name;
	free(name);
	return xstrdup("(no name)");
}

char *
words_measure(const struct selection *selection, size_t measure)
{
	return label_clean(field_of(selection->series->measures.texts[measure]));
}

const char *
words_period(const struct selection *selection, size_t period)
{
	const struct series_period *date;

	if (period == NAMES_NONE)
		return "";
	date = &selection->series->calendar[period];
	if (date->dated)
		return date->label;
	return strcmp(selection->series->periods.texts[period], "all") == 0
	    ? ""
	    : selection->series->periods.texts[period];
}

void
words_figure(struct buffer *out, const struct series_row *row, enum series_column column)
{
	const struct series_figure *figure = &row->figures[column];

	buffer_append_text(out, figure->text);
	if (figure->state == SERIES_NUMBER && strcmp(row->kind, "proportion") == 0)
		buffer_append(out, "%", 1);
}

struct field
words_rule(struct field code)
{
	static const char *const rules[][2] = {
		{ "outside", "outside the limits" },
		{ "shift", "a run on one side of the centre" },
		{ "trend", "a trend" },
		{ "two_of_three", "two of three near a limit" },
	};

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (field_is(code, rules[i][0]))
			return field_of(rules[i][1]);
	return code;
}

const char *
words_step(const struct selection *selection)
{
	static const char *const steps[] = { [DATE_DAY] = "day",
		[DATE_MONTH] = "month",
		[DATE_QUARTER] = "quarter",
		[DATE_YEAR] = "year",
		[DATE_FINANCIAL_QUARTER] = "quarter",
		[DATE_FINANCIAL_YEAR] = "year" };

	if (!selection->series->dated || !selection->by_period || selection->column_count == 0)
		return "period";
	return steps[selection->series->calendar[selection->columns[0]].length];
}

const char *
words_kind(const struct selection *selection)
{
	for (size_t i = 1; i < selection->count; i++)
		if (strcmp(selection->rows[i]->kind, selection->rows[0]->kind) != 0)
			return NULL;
	return selection->count == 0 ? NULL : selection->rows[0]->kind;
}

bool
words_percent(const struct selection *selection)
{
	const char *kind = words_kind(selection);

	return kind != NULL && strcmp(kind, "proportion") == 0;
}

bool
words_extremes(const struct selection *selection, const struct series_row **least,
    const struct series_row **greatest)
{
	*least = NULL;
	*greatest = NULL;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE))
			continue;
		if (*least == NULL
		    || series_number(row, SERIES_VALUE) < series_number(*least, SERIES_VALUE))
			*least = row;
		if (*greatest == NULL
		    || series_number(row, SERIES_VALUE) > series_number(*greatest, SERIES_VALUE))
			*greatest = row;
	}
	return *least != NULL;
}

static void
add_when(struct buffer *out, const struct selection *selection)
{
	if (!selection->by_period) {
		const char *period = words_period(selection, selection->period);

		if (period[0] != '\0')
			buffer_format(out, ", %s", period);
	} else if (selection->column_count != 0) {
		buffer_format(out, ", %s", words_period(selection, selection->columns[0]));
		if (selection->column_count > 1)
			buffer_format(out, " to %s",
			    words_period(
			        selection, selection->columns[selection->column_count - 1]));
	}
}

static void
add_unit(struct buffer *out, const struct selection *selection, size_t unit)
{
	char *name = words_unit(selection, unit);

	if (strcmp(name, "all") != 0)
		buffer_format(out, " in %s", name);
	free(name);
}

static void
add_range(struct buffer *out, const struct selection *selection)
{
	const struct series_row *least;
	const struct series_row *greatest;

	if (!words_extremes(selection, &least, &greatest)) {
		buffer_append_text(out, ": no figure can be shown");
		return;
	}
	buffer_append_text(out, ": from ");
	words_figure(out, least, SERIES_VALUE);
	buffer_append_text(out, " to ");
	words_figure(out, greatest, SERIES_VALUE);
}

/* "listened in Riverside: 4.12, place 3 of 12, Mar 2026", or the range of all. */
static void
title_ranked(struct buffer *out, const struct selection *selection)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const struct series_row *own = NULL;
	size_t place = 0;

	for (size_t i = 0; i < selection->count; i++)
		if (selection_own(selection, selection->rows[i]->unit)
		    || selection->unit_count == 1) {
			own = selection->rows[i];
			place = i + 1;
			break;
		}
	if (own != NULL) {
		add_unit(out, selection, own->unit);
		buffer_append_text(out, ": ");
		if (series_shown(own, SERIES_VALUE)) {
			words_figure(out, own, SERIES_VALUE);
			if (selection->ranks)
				buffer_format(out, ", place %s of %zu",
				    own->figures[SERIES_RANK].text, shown);
			else if (shown > 1)
				buffer_format(
				    out, ", number %zu of %zu from the highest", place, shown);
		} else {
			buffer_append_text(out, "no figure can be shown");
		}
	} else if (shown == 0) {
		buffer_append_text(out, ": no figure can be shown");
	} else {
		add_range(out, selection);
		buffer_format(out, " across %zu units", shown);
	}
	add_when(out, selection);
}

static void
title_control(struct buffer *out, const struct selection *selection)
{
	size_t signals = 0;
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const char *step = words_step(selection);

	for (size_t i = 0; i < selection->count; i++)
		signals += selection->rows[i]->signal[0] != '\0'
		    && series_shown(selection->rows[i], SERIES_VALUE);
	if (selection->unit_count == 1)
		add_unit(out, selection, selection->units[0]);
	else
		buffer_format(out, " in %zu units", selection->unit_count);
	add_when(out, selection);
	if (shown == 0)
		buffer_append_text(out, ": no figure can be shown");
	else if (!selection->series->controlled)
		return;
	else if (signals == 0)
		buffer_format(out, ": no %s signals a change", step);
	else if (selection->unit_count == 1)
		buffer_format(out, ": %zu of %zu %ss signal%s a change", signals, shown, step,
		    signals == 1 ? "s" : "");
	else
		buffer_format(out, ": %zu of %zu figures signal%s a change", signals, shown,
		    signals == 1 ? "s" : "");
}

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

static char *
title(const struct selection *selection)
{
	struct buffer out = { 0 };

	if (selection->count == 0) {
		buffer_append_text(&out, "There are no figures to draw");
		return words_take(&out);
	}
	if (selection->measure != NAMES_NONE)
		buffer_append_text(&out, selection->series->measures.texts[selection->measure]);
	switch (selection->type) {
	case SELECT_RANKED:
		title_ranked(&out, selection);
		break;
	case SELECT_CONTROL:
		title_control(&out, selection);
		break;
	case SELECT_HEATMAP:
	case SELECT_TYPES:
		if (selection->measure == NAMES_NONE)
			buffer_format(&out, "%zu measures", selection->column_count);
		if (selection->unit_count == 1)
			add_unit(&out, selection, selection->units[0]);
		else
			buffer_format(&out, " in %zu units", selection->unit_count);
		add_when(&out, selection);
		/* figures of several kinds have no range in common */
		if (selection->measure != NAMES_NONE || words_kind(selection) != NULL)
			add_range(&out, selection);
		break;
	}
	capitalise(&out);
	return words_take(&out);
}

void
words_make(struct words *words, const struct selection *selection, const struct words_wish *wish)
{
	struct buffer alt = { 0 };

	words->title = wish->title != NULL ? label_clean(field_of(wish->title)) : title(selection);
	words->subtitle = wish->subtitle != NULL ? label_clean(field_of(wish->subtitle))
	                                         : describe_subtitle(selection);
	words->suppressed = describe_suppressed(selection);
	words->absent = describe_absent(selection);
	words->caption = label_clean(field_of(wish->caption == NULL ? "" : wish->caption));
	if (wish->alt != NULL)
		buffer_append_text(&alt, wish->alt);
	else
		describe_alt(selection, words, &alt);
	words->alt = words_take(&alt);
}

void
words_release(struct words *words)
{
	free(words->title);
	free(words->subtitle);
	free(words->suppressed);
	free(words->absent);
	free(words->caption);
	free(words->alt);
	*words = (struct words){ 0 };
}
