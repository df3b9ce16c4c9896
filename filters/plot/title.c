/* SPDX-License-Identifier: GPL-3.0-or-later */
/* title: a plain statement from measure, unit, period and the figures shown. */
#include "title.h"

#include "words.h"

#include <stdlib.h>

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
	size_t limits = 0;
	size_t shown = selection->count - selection->suppressed - selection->absent;
	const char *step = words_step(selection);

	for (size_t i = 0; i < selection->count; i++) {
		signals += selection->rows[i]->signal[0] != '\0'
		    && series_shown(selection->rows[i], SERIES_VALUE);
		limits += series_shown(selection->rows[i], SERIES_CENTRE);
	}
	if (selection->unit_count == 1)
		add_unit(out, selection, selection->units[0]);
	else
		buffer_format(out, " in %zu units", selection->unit_count);
	add_when(out, selection);
	if (shown == 0)
		buffer_append_text(out, ": no figure can be shown");
	else if (!selection->series->controlled || limits == 0)
		return; /* what has no limits is neither changed nor unchanged */
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

char *
title_make(const struct selection *selection)
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
