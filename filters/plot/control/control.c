/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: figures over time with centre and limits, a panel for each unit. */
#include "control.h"

#include "../canvas/axis.h"
#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"
#include "control_panel.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Up to here each panel has the chart's whole width, and its lines are named. */
#define WIDE_PANELS 3

static void
reach(const struct selection *selection, struct axis *axis, size_t ticks)
{
	double low = INFINITY;
	double high = -INFINITY;

	for (size_t i = 0; i < selection->count; i++) {
		static const enum series_column parts[] = { SERIES_VALUE, SERIES_CENTRE,
			SERIES_LIMIT_LOWER, SERIES_LIMIT_UPPER };

		for (size_t j = 0; j < 4; j++)
			if (series_shown(selection->rows[i], parts[j])) {
				low = fmin(low, series_number(selection->rows[i], parts[j]));
				high = fmax(high, series_number(selection->rows[i], parts[j]));
			}
	}
	if (low > high) {
		low = 0;
		high = 1;
	}
	axis_make(axis, low, high, ticks);
	axis->percent = words_percent(selection);
}

/* The names of the rules that fired, each once, in the order of first sight. */
static char *
signals_fired(const struct selection *selection)
{
	struct names rules = { 0 };
	struct buffer out = { 0 };

	for (size_t i = 0; i < selection->count; i++) {
		struct field rest = field_of(selection->rows[i]->signal);

		while (series_shown(selection->rows[i], SERIES_VALUE) && rest.length != 0) {
			const char *blank = memchr(rest.data, ' ', rest.length);
			size_t length = blank == NULL ? rest.length : (size_t)(blank - rest.data);

			names_add(&rules, words_rule((struct field){ rest.data, length }));
			length += blank != NULL;
			rest.data += length;
			rest.length -= length;
		}
	}
	for (size_t i = 0; i < rules.count && i < 6; i++)
		buffer_format(&out, "%s%s", i == 0 ? "signal: " : ", ", rules.texts[i]);
	names_release(&rules);
	return words_take(&out);
}

static double
draw_key(struct canvas *canvas, const struct selection *selection, bool many, double y)
{
	char *signals = signals_fired(selection);
	double x = THEME_MARGIN;
	char figure[32];

	snprintf(figure, sizeof(figure), "one %s", words_step(selection));
	canvas_circle(canvas, x + 6, y, 4.5, canvas->theme->figure);
	canvas_word(canvas, x + 18, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink, figure);
	x += 18 + label_width(field_of(figure), THEME_TEXT, false) + 24;
	if (many && series_controlled(selection->series)) {
		canvas_line(canvas, x, y, x + 30, y, 2, canvas->theme->centre);
		canvas_word(canvas, x + 38, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink,
		    "centre");
		x += 38 + 60 + 24;
		canvas_dashed(canvas, x, y, x + 34, y, 2, 7, canvas->theme->ink);
		canvas_word(canvas, x + 42, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink,
		    "limits");
		x += 42 + 50 + 24;
	}
	if (selection->suppressed != 0) {
		canvas_hatch(canvas, x, y - 5, x + 28, y + 5, canvas->theme->ink);
		canvas_word(canvas, x + 36, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink,
		    "held back");
		x += 36 + 78 + 24;
	}
	if (signals[0] != '\0') {
		canvas_diamond(canvas, x + 8, y, 8, canvas->theme->own);
		y = frame_paragraph(canvas, x + 24, y, canvas->width - THEME_MARGIN - x - 24,
		        THEME_TEXT, false, canvas->theme->ink, signals, 3)
		    - THEME_LINE;
	}
	free(signals);
	return y + THEME_LINE + 4;
}

static double
tick_width(const struct axis *axis)
{
	double width = 0;

	for (size_t i = 0; i < axis_ticks(axis); i++) {
		char label[AXIS_LABEL_MAX];

		axis_label(axis, i, label);
		width = fmax(width, label_width(field_of(label), THEME_TEXT, false));
	}
	return width;
}

/* The room that the figures at the right ends of the lines need. */
static double
ends_width(const struct selection *selection)
{
	double width = 0;

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < PANEL_LINES; j++)
			width = fmax(width,
			    label_width(
			        field_of(selection->rows[i]->figures[panel_lines[j].column].text),
			        THEME_TEXT, false));
	return width == 0 ? 0 : width + 18;
}

/* One line of title for each panel, or two where a name needs them. */
static size_t
title_lines(const struct selection *selection, double width)
{
	size_t most = 1;

	for (size_t i = 0; i < selection->unit_count; i++) {
		char *name = words_unit(selection, selection->units[i]);

		if (label_width(field_of(name), THEME_TEXT, true) > width)
			most = 2;
		free(name);
	}
	return most;
}

void
control_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	size_t count = selection->unit_count;
	bool wide = count <= WIDE_PANELS;
	size_t across = wide ? 1 : 2;
	double height = count == 1 ? 400 : wide ? 240 : 190;
	struct panel panel = { .named = wide };
	double left;
	double ends;
	double width;
	double step;
	double y;

	reach(selection, &panel.axis, count == 1 ? 6 : 4);
	y = draw_key(canvas, selection, !wide, frame_head(canvas, words));
	left = THEME_MARGIN + tick_width(&panel.axis) + 12;
	ends = ends_width(selection);
	if (ends != 0 && wide)
		ends += label_width(field_of("upper limit "), THEME_TEXT, false);
	width = (canvas->width - THEME_MARGIN - left) / (double)across;
	panel.title_width = width - 36;
	panel.title_lines = count == 1 ? 0 : title_lines(selection, panel.title_width);
	step = height + (count == 1 ? 0 : 21 + (double)panel.title_lines * THEME_LINE);
	for (size_t i = 0; i < count; i++) {
		size_t row = i / across;

		panel.unit = i;
		panel.left = left + (double)(i % across) * width;
		panel.right = panel.left + width - ends - (across == 1 ? 0 : 16);
		panel.bottom = y + (double)(row + 1) * step;
		panel.top = panel.bottom - height;
		panel.value_labels = i % across == 0;
		panel.time_labels = i + across >= count;
		panel_draw(canvas, selection, &panel);
	}
	frame_foot(canvas, words, panel.bottom + 34);
}

static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	return counts->measures <= 1
	    && (series_controlled(selection->series) || counts->units == 1);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	if (selection->series->has[SERIES_CENTRE])
		return true;
	return fault_set(
	    fault, "no column 'centre' for a control chart: run benchmark with --compare control");
}

static const enum series_column figures[] = { SERIES_CENTRE, SERIES_LIMIT_LOWER, SERIES_LIMIT_UPPER,
	SERIES_COLUMNS };

const struct chart chart_control = { .name = "control",
	.summary = "figures over time with centre, limits and signals",
	.words = "Line chart over time",
	.span = CHART_TIME,
	.suits = suits,
	.needs = needs,
	.title = control_title,
	.subtitle = control_subtitle,
	.alternative = sentence_ends,
	.draw = control_draw,
	.text = control_text,
	.figures = figures };
