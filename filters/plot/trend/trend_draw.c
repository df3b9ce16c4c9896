/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend_draw: the panels side by side. */
#include "trend.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

/* The least width of a panel, and of one of very many. */
#define PANEL_WIDTH 290.0
#define SMALL_WIDTH 220.0
/* Between the rows of panels. */
#define APART 28.0

struct layout {
	struct trend trend;
	size_t *panels; /* those that are drawn */
	size_t count;
	struct axis axis; /* of all panels, where shared */
	bool shared;
	bool context;
	size_t across;
	double left;
	double labels; /* the width of the figures of an axis of its own */
	double width;
	double ends;  /* the room of the last figures, right of the panel */
	double inset; /* and of the first ones, in it */
	double height;
	double title_width;
	size_t title_lines;
	size_t ticks;
};

/* An axis that holds the figures of these rows, with their intervals where they show. */
static void
reach(const struct series_row *const *rows, size_t count, size_t ticks, struct axis *axis)
{
	static const enum series_column parts[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER,
		SERIES_MEDIAN };
	double low = INFINITY;
	double high = -INFINITY;
	bool percent = true;

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < 4; j++)
			if (panel_shows(rows[i], SERIES_VALUE) && series_shown(rows[i], parts[j])) {
				low = fmin(low, series_number(rows[i], parts[j]));
				high = fmax(high, series_number(rows[i], parts[j]));
				percent = percent && strcmp(rows[i]->kind, "proportion") == 0
				    && series_number(rows[i], SERIES_VALUE) >= 0
				    && series_number(rows[i], SERIES_VALUE) <= 100;
			}
	if (percent && low <= high)
		axis_make_percent(axis, low, high, ticks);
	else
		axis_make(axis, low, high, ticks);
	/* no scale of nothing */
	if (low > high)
		axis->tick_count = 0;
}

static void
choose_panels(const struct selection *selection, struct layout *layout)
{
	layout->panels = xcalloc(layout->trend.count + 1, sizeof(size_t));
	for (size_t i = 0; i < layout->trend.count; i++)
		if (layout->trend.count <= TREND_LARGE_MAX
		    || panel_end(selection, trend_rows(&layout->trend, selection, i), true) != NULL)
			layout->panels[layout->count++] = i;
	/* where none has a figure, a few say so */
	for (size_t i = 0; layout->count == 0 && i < layout->trend.count && i < 3; i++)
		layout->panels[i] = i;
	if (layout->count == 0)
		layout->count = layout->trend.count < 3 ? layout->trend.count : 3;
}

static double
figure_width(const struct series_row *row, bool bold)
{
	struct buffer out = { 0 };
	char *text;
	double width;

	words_figure(&out, row, SERIES_VALUE);
	text = words_take(&out);
	width = label_width(field_of(text), THEME_TEXT, bold);
	free(text);
	return width;
}

static void
measure_ends(const struct selection *selection, struct layout *layout)
{
	for (size_t i = 0; i < layout->count; i++) {
		const struct series_row *const *rows =
		    trend_rows(&layout->trend, selection, layout->panels[i]);
		const struct series_row *first = panel_end(selection, rows, false);
		const struct series_row *last = panel_end(selection, rows, true);

		if (last != NULL)
			layout->ends = fmax(layout->ends, figure_width(last, true) + 8);
		if (first != last)
			layout->inset = fmax(layout->inset, figure_width(first, false));
	}
}

static void
measure_labels(const struct selection *selection, struct layout *layout)
{
	double width = 0;

	reach(layout->trend.rows, layout->trend.count * selection->period_count, layout->ticks,
	    &layout->axis);
	layout->shared = !layout->trend.by_measure || words_kind(selection) != NULL;
	if (layout->shared) {
		layout->left = THEME_MARGIN + axis_label_width(&layout->axis) + 10;
		return;
	}
	for (size_t i = 0; i < layout->count; i++) {
		struct axis axis = { 0 };

		reach(trend_rows(&layout->trend, selection, layout->panels[i]),
		    selection->period_count, layout->ticks, &axis);
		width = fmax(width, axis_label_width(&axis));
	}
	layout->labels = width + 10;
	layout->left = THEME_MARGIN;
}

static size_t
title_lines(const char *name, double width)
{
	return label_width(field_of(name), THEME_TEXT, true) > width ? 2 : 1;
}

static void
lay_out(const struct selection *selection, const struct canvas *canvas, struct layout *layout)
{
	bool small = layout->count > TREND_LARGE_MAX;
	double room;

	layout->ticks = layout->count == 1 ? 6 : small ? 2 : 4;
	measure_labels(selection, layout);
	measure_ends(selection, layout);
	room = canvas->width - 12 - layout->left;
	layout->across = layout->count == 1
	    ? 1
	    : panel_across(room + 60, small ? SMALL_WIDTH : PANEL_WIDTH, layout->count);
	layout->width = room / (double)layout->across;
	layout->height = layout->count == 1 ? (canvas->width < 560 ? 260 : 360) : small ? 84 : 140;
	layout->context = !layout->trend.by_measure && layout->trend.count > 1
	    && layout->trend.count <= TREND_CONTEXT_MAX;
	layout->title_width = layout->width - 40;
	layout->title_lines = layout->trend.count == 1 ? 0 : 1;
	for (size_t i = 0; i < layout->count; i++) {
		char *name = trend_name(&layout->trend, selection, layout->panels[i]);

		if (layout->title_lines == 1)
			layout->title_lines = title_lines(name, layout->title_width);
		free(name);
	}
}

static void
draw_title(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    size_t panel, double x, double y)
{
	bool own = trend_own(&layout->trend, selection, panel);
	char *name;

	if (layout->title_lines == 0)
		return;
	name = trend_name(&layout->trend, selection, panel);
	/* a short name stands right above its panel */
	y += (double)(layout->title_lines - title_lines(name, layout->title_width)) * THEME_LINE;
	if (own)
		canvas_pointer(canvas, x + 7, y, 7, canvas->theme->own);
	frame_paragraph(canvas, x + (own ? 20 : 0), y, layout->title_width, THEME_TEXT, true,
	    own ? canvas->theme->own : canvas->theme->ink, name, layout->title_lines);
	free(name);
}

static double
row_height(const struct layout *layout)
{
	return (double)layout->title_lines * THEME_LINE + layout->height + APART;
}

static double
draw_panels(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	for (size_t i = 0; i < layout->count; i++) {
		size_t number = layout->panels[i];
		size_t across = i % layout->across;
		struct trend_panel panel = { .number = number,
			.own = trend_own(&layout->trend, selection, number),
			.context = layout->context };
		struct panel *place = &panel.panel;

		if (i != 0 && across == 0)
			y += row_height(layout);
		place->rows = trend_rows(&layout->trend, selection, number);
		place->axis = layout->axis;
		place->inset = layout->inset;
		if (!layout->shared)
			reach(place->rows, selection->period_count, layout->ticks, &place->axis);
		place->left = layout->left + (double)across * layout->width + layout->labels;
		place->right = place->left - layout->labels + layout->width - layout->ends - 12;
		place->top = y + (double)layout->title_lines * THEME_LINE - 4;
		place->bottom = place->top + layout->height;
		place->label_low = across == 0 ? THEME_MARGIN / 2.0 : place->left - 8;
		place->label_high = place->right + layout->ends + 2;
		place->value_labels = across == 0 || !layout->shared;
		place->time_labels = i + layout->across >= layout->count;
		draw_title(canvas, selection, layout, number,
		    layout->shared ? place->left : place->left - layout->labels, y);
		trend_panel_draw(canvas, selection, &layout->trend, &panel);
	}
	return y + row_height(layout) + 12;
}

/* The units that have no panel since they have no figure. */
static double
list_left_out(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	struct buffer out = { 0 };
	size_t next = 0;
	char *text;

	if (layout->count == layout->trend.count)
		return y;
	for (size_t i = 0; i < layout->trend.count; i++) {
		char *name;

		if (next < layout->count && layout->panels[next] == i) {
			next++;
			continue;
		}
		name = trend_name(&layout->trend, selection, i);
		buffer_format(&out, "%s%s",
		    out.length == 0 ? "Without a panel, since no figure can be shown: " : "; ",
		    name);
		free(name);
	}
	text = words_take(&out);
	y = frame_paragraph(canvas, THEME_MARGIN, y + 10,
	    fmin(canvas->width, 1200) - 2 * THEME_MARGIN, THEME_TEXT, false, canvas->theme->ink,
	    text, LABEL_LINES_MAX);
	free(text);
	return y;
}

/* What the user wished the chart to be higher than it needs, for each row of panels. */
static double
spare(const struct selection *selection, const struct words *words, const struct canvas *canvas,
    const struct layout *layout, double y)
{
	struct canvas probe = { .theme = canvas->theme, .width = canvas->width };
	size_t rows = (layout->count + layout->across - 1) / layout->across;
	double height;

	y += (double)rows * row_height(layout) + 12;
	frame_foot(&probe, words, list_left_out(&probe, selection, layout, y));
	height = canvas->height - probe.height;
	canvas_release(&probe);
	return height > 0 ? height / (double)rows : 0;
}

void
trend_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct layout layout = { 0 };
	bool own = false;
	double y;

	trend_make(&layout.trend, selection);
	choose_panels(selection, &layout);
	for (size_t i = 0; i < layout.count && layout.trend.count > 1; i++)
		own = own || trend_own(&layout.trend, selection, layout.panels[i]);
	lay_out(selection, canvas, &layout);
	y = trend_key(canvas, selection, own, layout.context, frame_head(canvas, words)) + 10;
	layout.height += spare(selection, words, canvas, &layout, y);
	y = draw_panels(canvas, selection, &layout, y);
	frame_foot(canvas, words, list_left_out(canvas, selection, &layout, y));
	free(layout.panels);
	trend_release(&layout.trend);
}
