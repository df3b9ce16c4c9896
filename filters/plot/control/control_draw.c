/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_draw: the panels of a control chart side by side. */
#include "control.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

/* Up to here each panel has the chart's whole width. */
#define WIDE_PANELS 3
/* Panels side by side have at least that width, and those whose lines have names. */
#define PANEL_WIDTH 300.0
#define NAMED_WIDTH 600.0

struct layout {
	struct control_plan plan;
	struct axis axis;
	size_t across;
	bool named;
	int good;
	double left;  /* of the first panel */
	double width; /* of each with what stands at its right */
	double ends;  /* the figures at its right */
	double height;
	double head;
	double title_width;
	size_t title_lines;
	size_t status_lines;
};

static void
reach(const struct selection *selection, struct axis *axis, size_t ticks)
{
	static const enum series_column parts[] = { SERIES_VALUE, SERIES_CENTRE, SERIES_LIMIT_LOWER,
		SERIES_LIMIT_UPPER, SERIES_TARGET };
	double low = INFINITY;
	double high = -INFINITY;
	bool percent = words_percent(selection);

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < 5; j++)
			if (series_shown(selection->rows[i], parts[j])) {
				double number = series_number(selection->rows[i], parts[j]);

				low = fmin(low, number);
				high = fmax(high, number);
				/* limits may end outside of what is possible, figures stay in */
				percent = percent
				    && (parts[j] != SERIES_VALUE || (number >= 0 && number <= 100));
			}
	if (percent)
		axis_make_percent(axis, low, high, ticks);
	else
		axis_make(axis, low, high, ticks);
	/* no scale of nothing */
	if (low > high)
		axis->tick_count = 0;
}

/* The room that the figures at the right ends of the lines need. */
static double
ends_width(const struct selection *selection, const struct axis *axis, bool named)
{
	static const enum series_column lines[] = { SERIES_CENTRE, SERIES_LIMIT_LOWER,
		SERIES_LIMIT_UPPER, SERIES_TARGET };
	double width = 0;

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < (named ? 4 : 3); j++)
			if (series_shown(selection->rows[i], lines[j])
			    && series_number(selection->rows[i], lines[j]) >= axis->low
			    && series_number(selection->rows[i], lines[j]) <= axis->high) {
				struct buffer out = { 0 };
				char *text;

				words_figure(&out, selection->rows[i], lines[j]);
				text = words_take(&out);
				width = fmax(width, label_width(field_of(text), THEME_TEXT, false));
				free(text);
			}
	if (width > 0 && named)
		width += label_width(field_of("upper limit "), THEME_TEXT, false);
	return width > 0 ? width + 10 : 0;
}

static size_t
title_lines(const char *name, double width)
{
	return label_width(field_of(name), THEME_TEXT, true) > width ? 2 : 1;
}

/* The lines that the panels' names and their status need at most. */
static void
count_lines(const struct selection *selection, struct layout *layout)
{
	for (size_t i = 0; i < layout->plan.count; i++) {
		size_t unit = layout->plan.units[i];
		char *name = words_unit(selection, selection->units[unit]);
		const struct series_row *last =
		    panel_end(selection, control_rows(selection, unit), true);
		size_t status = control_status(NULL, last, layout->good, 0, 0, layout->title_width);

		if (layout->title_lines == 1)
			layout->title_lines = title_lines(name, layout->title_width - 20);
		layout->status_lines =
		    status > layout->status_lines ? status : layout->status_lines;
		free(name);
	}
}

static void
lay_out(const struct selection *selection, const struct canvas *canvas, struct layout *layout)
{
	size_t count = layout->plan.count;
	double room;

	reach(selection, &layout->axis, count == 1 ? 6 : 4);
	layout->good = control_good(selection);
	layout->left = THEME_MARGIN + axis_label_width(&layout->axis) + 10;
	room = canvas->width - 12 - layout->left;
	layout->across = count <= WIDE_PANELS ? 1 : panel_across(room + 60, PANEL_WIDTH, 4);
	layout->width = room / (double)layout->across;
	layout->named = layout->across == 1 && layout->width >= NAMED_WIDTH;
	layout->ends = ends_width(selection, &layout->axis, layout->named);
	layout->height = count == 1 ? (canvas->width < 560 ? 280 : 380)
	    : count <= WIDE_PANELS  ? 220
	    : count <= 24           ? 150
	                            : 120;
	for (size_t i = 0; layout->across == 1 && i < selection->unit_count; i++)
		for (size_t j = 1; j < selection->period_count; j++)
			if (control_rebased(selection, i, j))
				layout->head = 20;
	layout->title_width = layout->width - 16;
	layout->title_lines = count == 1 && selection->unit_count == 1 ? 0 : 1;
	count_lines(selection, layout);
}

static void
draw_title(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    size_t unit, double x, double y)
{
	bool own = selection_own(selection, selection->units[unit]);
	const struct series_row *last = panel_end(selection, control_rows(selection, unit), true);

	if (layout->title_lines != 0) {
		char *name = words_unit(selection, selection->units[unit]);
		/* a short name stands right above its panel */
		double first = y
		    + (double)(layout->title_lines - title_lines(name, layout->title_width - 20))
		        * THEME_LINE;

		if (own)
			canvas_pointer(canvas, x + 7, first, 7, canvas->theme->own);
		frame_paragraph(canvas, x + (own ? 20 : 0), first, layout->title_width - 20,
		    THEME_TEXT, true, own ? canvas->theme->own : canvas->theme->ink, name,
		    layout->title_lines);
		free(name);
	}
	control_status(canvas, last, layout->good, x, y + (double)layout->title_lines * THEME_LINE,
	    layout->title_width);
}

static double
head_height(const struct layout *layout)
{
	return (double)(layout->title_lines + layout->status_lines) * THEME_LINE;
}

/* All panels from y on; returns the y below their names of periods. */
static double
draw_panels(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	size_t count = layout->plan.count;

	for (size_t i = 0; i < count; i++) {
		size_t across = i % layout->across;
		size_t unit = layout->plan.units[i];
		struct control_panel panel = { .unit = unit,
			.good = layout->good,
			.named = layout->named,
			.both = control_both(selection) };
		struct panel *place = &panel.panel;

		if (i != 0 && across == 0)
			y += head_height(layout) + layout->height + 30;
		place->rows = control_rows(selection, unit);
		place->axis = layout->axis;
		place->head = layout->head;
		place->left = layout->left + (double)across * layout->width;
		place->right =
		    place->left + layout->width - layout->ends - (layout->ends > 0 ? 8 : 0);
		place->top = y + head_height(layout);
		place->bottom = place->top + layout->height;
		place->label_low = across == 0 ? THEME_MARGIN / 2.0 : place->left - 8;
		place->label_high = place->left + layout->width - 12;
		place->value_labels = across == 0;
		place->time_labels = i + layout->across >= count;
		draw_title(canvas, selection, layout, unit, place->left, y);
		control_panel_draw(canvas, selection, &panel);
	}
	return y + head_height(layout) + layout->height + 38;
}

static double
draw_left_out(struct canvas *canvas, const struct selection *selection,
    const struct control_plan *plan, double y)
{
	struct buffer out = { 0 };
	char *text;

	if (plan->left_out == 0)
		return y;
	buffer_format(&out,
	    "%zu of %zu units have a panel: those whose latest figure signals a change come "
	    "first, concerns before improvements. The others are in the table of figures.",
	    plan->count, selection->unit_count);
	text = words_take(&out);
	y = frame_paragraph(canvas, THEME_MARGIN, y + 10,
	    fmin(canvas->width, 1200) - 2 * THEME_MARGIN, THEME_TEXT, false, canvas->theme->ink,
	    text, 6);
	free(text);
	return y;
}

/* What the user wished the chart to be higher than it needs, for each row of panels. */
static double
spare(const struct selection *selection, const struct words *words, const struct canvas *canvas,
    const struct layout *layout, double y)
{
	struct canvas probe = { .theme = canvas->theme, .width = canvas->width };
	size_t rows = (layout->plan.count + layout->across - 1) / layout->across;
	double height;

	y += (double)rows * (head_height(layout) + layout->height + 30) + 14;
	frame_foot(&probe, words, draw_left_out(&probe, selection, &layout->plan, y));
	height = canvas->height - probe.height;
	canvas_release(&probe);
	return height > 0 ? height / (double)rows : 0;
}

void
control_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct layout layout = { 0 };
	double y;

	control_plan(selection, &layout.plan);
	lay_out(selection, canvas, &layout);
	y = control_key(canvas, selection, layout.named, frame_head(canvas, words)) + 10;
	layout.height += spare(selection, words, canvas, &layout, y);
	y = draw_panels(canvas, selection, &layout, y);
	frame_foot(canvas, words, draw_left_out(canvas, selection, &layout.plan, y));
	free(layout.plan.units);
}
