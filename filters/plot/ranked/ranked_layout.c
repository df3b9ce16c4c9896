/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_layout: where the lines of a ranking and their columns stand. */
#include "ranked_layout.h"

#include "../canvas/theme.h"
#include "../words/sentence.h"
#include "ranked_bands.h"

#include <math.h>
#include <stdlib.h>

#define NARROW        560.0
#define NAME_WIDTH    310.0
#define NAME_SHARE    0.32 /* of the chart's width */
#define COMPACT_WIDTH 800.0
#define NAME_COMPACT  1.35 /* many lines are better long than high */
#define NAME_LINES    5
#define NAME_LINE     19.0
#define MARK_WIDTH    22.0 /* before the names, for the own unit's mark */
#define NAME_GAP      16.0
#define COUNT_GAP     20.0
#define VALUE_GAP     24.0
/* Held-back units get lines of their own up to here; the note lists them all. */
#define HELD_LINES_MAX 12
/* More lines than this stand closer, and have their scale again after so many. */
#define COMPACT_LINES 60
#define SCALE_EVERY   40
#define RULE_HEIGHT   14.0
#define WORDS_HEIGHT  30.0 /* of a scale, and of how many are left out */

static struct ranked_line *
add(struct ranked_layout *layout, enum ranked_kind kind, const struct series_row *row)
{
	struct ranked_line *line = &layout->lines[layout->line_count++];

	*line = (struct ranked_line){ .kind = kind, .row = row };
	return line;
}

static void
add_ranking(struct ranked_layout *layout, size_t shown)
{
	const struct selection *selection = layout->selection;
	size_t drawn = shown - ranked_left_out(selection);
	size_t since = 0;
	size_t done = 0;
	struct ranked_line *gap = NULL;

	for (size_t i = 0; i < shown; i++) {
		if (!ranked_drawn(selection, i, shown)) {
			gap = gap == NULL ? add(layout, RANKED_GAP, NULL) : gap;
			gap->left_out++;
			continue;
		}
		gap = NULL;
		/* none near the end, where the scale stands anyway */
		if (drawn > COMPACT_LINES && since == SCALE_EVERY
		    && drawn - done > SCALE_EVERY / 2) {
			add(layout, RANKED_SCALE, NULL);
			since = 0;
		}
		add(layout, RANKED_UNIT, selection->rows[i]);
		since++;
		done++;
	}
}

static void
add_lines(struct ranked_layout *layout)
{
	const struct selection *selection = layout->selection;
	struct ranked_counts counts = ranked_counts(selection);
	size_t held = counts.held;

	layout->lines = xcalloc(selection->count * 2 + 2, sizeof(layout->lines[0]));
	for (size_t i = 0; i < counts.apart; i++)
		add(layout, RANKED_APART, selection->rows[counts.shown + counts.held + i]);
	if (counts.apart != 0 && counts.apart != selection->count)
		add(layout, RANKED_RULE, NULL);
	add_ranking(layout, counts.shown);
	/* where there is no ranking a few stand for all */
	if (counts.held > HELD_LINES_MAX)
		held = counts.shown == 0 ? HELD_LINES_MAX : 0;
	for (size_t i = 0; i < held; i++)
		add(layout, RANKED_HELD, selection->rows[counts.shown + i]);
	layout->compact = layout->line_count > COMPACT_LINES;
	layout->bar = layout->compact ? 12 : layout->narrow ? 14 : 18;
}

static double
widest(double width, const char *text, bool bold)
{
	return fmax(width, label_width(field_of(text), THEME_TEXT, bold));
}

/* The names' column, and that of n. */
static double
lay_names(struct ranked_layout *layout, double *counts)
{
	double names = 80;

	for (size_t i = 0; i < layout->line_count; i++) {
		struct ranked_line *line = &layout->lines[i];
		char *name;

		if (line->row == NULL)
			continue;
		name = words_unit(layout->selection, line->row->unit);
		/* as it will be drawn: bold letters wrap elsewhere */
		label_wrap(&line->name, name, THEME_TEXT,
		    line->kind == RANKED_APART || selection_own(layout->selection, line->row->unit),
		    layout->name_width, layout->compact ? 3 : NAME_LINES);
		names = fmax(names, line->name.width);
		*counts = widest(*counts, words_count(line->row)->text, true);
		layout->any_count |= words_count(line->row)->state != SERIES_EMPTY;
		free(name);
	}
	return names;
}

static void
lay_values(struct ranked_layout *layout)
{
	double values = widest(0, sentence_head(layout->selection), true);

	for (size_t i = 0; i < layout->line_count; i++) {
		struct buffer figure = { 0 };
		char *text;

		if (layout->lines[i].row == NULL)
			continue;
		words_figure(&figure, layout->lines[i].row, SERIES_VALUE);
		text = words_take(&figure);
		values = widest(values, text, true);
		free(text);
	}
	layout->value_width = values + (layout->any_band ? RANKED_BAND_WIDTH : 0);
}

static void
lay_columns(struct ranked_layout *layout, double width)
{
	double counts = widest(0, "n", true);
	double names;

	layout->names =
	    THEME_MARGIN + (layout->selection->highlight == NAMES_NONE ? 0 : MARK_WIDTH);
	layout->values = width - THEME_MARGIN;
	lay_values(layout);
	layout->name_width = layout->narrow
	    ? layout->values - layout->value_width - NAME_GAP - layout->names
	    : fmin(NAME_WIDTH, width * NAME_SHARE)
	        * (layout->compact && width >= COMPACT_WIDTH ? NAME_COMPACT : 1);
	names = lay_names(layout, &counts);
	if (layout->narrow) {
		/* "n 120" stands behind the bar, below the figure */
		layout->counts = layout->values;
		layout->axis.from = layout->names;
		layout->axis.to = layout->values - 8
		    - (layout->any_count ? counts + widest(0, "n ", false) + NAME_GAP : 0);
		return;
	}
	layout->counts = layout->names + names + (layout->any_count ? NAME_GAP + counts : 0);
	layout->axis.from = layout->counts + COUNT_GAP;
	layout->axis.to = layout->values - layout->value_width - VALUE_GAP;
}

static double
line_height(const struct ranked_layout *layout, const struct ranked_line *line)
{
	double names = (double)line->name.count * NAME_LINE;

	if (line->row == NULL)
		return line->kind == RANKED_RULE ? RULE_HEIGHT : WORDS_HEIGHT;
	if (layout->narrow)
		return names + layout->bar + (layout->compact ? 10 : 16);
	return layout->compact ? fmax(22, names + 4) : fmax(28, names + 9);
}

void
ranked_lay(struct ranked_layout *layout, const struct selection *selection, double width)
{
	double y = 0;

	*layout = (struct ranked_layout){ .selection = selection,
		.narrow = width < NARROW,
		.points = ranked_points(selection),
		.any_band = ranked_any_band(selection) };
	add_lines(layout);
	lay_columns(layout, width);
	ranked_lay_axis(layout);
	for (size_t i = 0; i < layout->line_count; i++) {
		layout->lines[i].y = y;
		layout->lines[i].height = line_height(layout, &layout->lines[i]);
		y += layout->lines[i].height;
	}
}

void
ranked_layout_release(struct ranked_layout *layout)
{
	for (size_t i = 0; i < layout->line_count; i++)
		label_release(&layout->lines[i].name);
	free(layout->lines);
	*layout = (struct ranked_layout){ 0 };
}

double
ranked_height(const struct ranked_layout *layout)
{
	const struct ranked_line *last = &layout->lines[layout->line_count - 1];

	return last->y + last->height;
}

double
ranked_middle(const struct ranked_layout *layout, const struct ranked_line *line)
{
	double y = layout->top + line->y;

	return layout->narrow ? y + (double)line->name.count * NAME_LINE + layout->bar / 2 + 4
	                      : y + line->height / 2;
}

double
ranked_pixel(
    const struct ranked_layout *layout, const struct series_row *row, enum series_column column)
{
	double pixel = axis_pixel(&layout->axis, series_number(row, column));

	return fmin(fmax(pixel, layout->axis.from), layout->axis.to);
}

const char *
ranked_held(const struct selection *selection)
{
	struct ranked_counts counts = ranked_counts(selection);

	return counts.held <= HELD_LINES_MAX || counts.shown == 0 ? "hatched" : NULL;
}
