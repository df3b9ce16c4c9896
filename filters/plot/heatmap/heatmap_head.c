/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_head: the names of a heat map's columns, and what its colours mean. */
#include "heatmap_head.h"

#include "../canvas/frame.h"
#include "../canvas/key.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NUMBER_WIDTH 34.0
#define RAMP         180.0
#define RAMP_STEPS   20

static char *
head_text(const struct selection *selection, const struct heatmap *heatmap, size_t column)
{
	struct buffer out = { 0 };

	if (!heatmap->numbered)
		return heatmap_column(selection, column);
	buffer_format(&out, "%zu", column + 1);
	return words_take(&out);
}

/* Columns too narrow for their names: every so many has one, the first of a block too. */
static double
draw_thin_heads(struct canvas *canvas, const struct selection *selection,
    const struct heatmap *heatmap, size_t from, size_t to, double y)
{
	static const size_t steps[] = { 1, 2, 3, 6, 12, 24, 48, 96, 192, 384 };
	double widest = 0;
	size_t step = 384;

	for (size_t i = from; i < to; i++) {
		char *name = head_text(selection, heatmap, i);

		widest = fmax(widest, label_width(field_of(name), THEME_TEXT, false));
		free(name);
	}
	for (size_t i = sizeof(steps) / sizeof(steps[0]); i-- > 0;)
		if ((double)steps[i] * heatmap->cell >= widest + 14)
			step = steps[i];
	for (size_t i = from; i < to; i += step) {
		char *name = head_text(selection, heatmap, i);
		double x = heatmap->left + heatmap->cell * (double)(i - from);
		double width = label_width(field_of(name), THEME_TEXT, false);

		/* the names begin at their cells, so that the first leaves no picture */
		if (x + width <= canvas->width - THEME_MARGIN + 12) {
			canvas_line(canvas, x + heatmap->cell / 2, y + 14, x + heatmap->cell / 2,
			    y + 20, 1.5, canvas->theme->ink);
			canvas_word(
			    canvas, x, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink, name);
		}
		free(name);
	}
	return y + 22;
}

double
heatmap_head(struct canvas *canvas, const struct selection *selection,
    const struct heatmap *heatmap, size_t from, size_t to, double y)
{
	size_t most = 1;

	if (!heatmap->figures)
		return draw_thin_heads(canvas, selection, heatmap, from, to, y);
	/* once to know the highest, once to draw from the bottom up */
	for (int draw = 0; draw < 2; draw++)
		for (size_t i = from; i < to; i++) {
			char *name = head_text(selection, heatmap, i);
			double middle = heatmap->left + heatmap->cell * ((double)(i - from) + 0.5);
			struct label label;

			label_wrap(
			    &label, name, THEME_TEXT, true, heatmap->cell - 6, HEATMAP_LINES);
			most = label.count > most ? label.count : most;
			for (size_t line = 0; draw == 1 && line < label.count; line++)
				canvas_word(canvas, middle,
				    y + (double)(most - label.count + line) * HEATMAP_LINE,
				    CANVAS_CENTRE, THEME_TEXT, true, canvas->theme->ink,
				    label.lines[line]);
			label_release(&label);
			free(name);
		}
	return y + (double)most * HEATMAP_LINE - 4;
}

static char *
figure_text(const struct series_row *row)
{
	struct buffer out = { 0 };

	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

/* The ramp between its figures, or between words where each column has its own. */
static double
draw_ramp(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    double y)
{
	const struct series_row *ends[2];
	double x = THEME_MARGIN;
	char *texts[2];
	double width;

	if (!heatmap_ends(selection, NAMES_NONE, &ends[0], &ends[1]))
		return y;
	for (size_t i = 0; i < 2; i++)
		texts[i] = !heatmap->columns_apart ? figure_text(ends[i])
		    : i == 0                       ? label_clean(field_of("lowest"))
		                                   : label_clean(field_of("highest of its column"));
	width = canvas->width - 2 * THEME_MARGIN - 16
	    - label_width(field_of(texts[0]), THEME_TEXT, false)
	    - label_width(field_of(texts[1]), THEME_TEXT, false);
	width = fmax(20, fmin(RAMP, width)) / RAMP_STEPS;
	for (size_t i = 0; i < 2; i++) {
		canvas_word(
		    canvas, x, y, CANVAS_LEFT, THEME_TEXT, false, canvas->theme->ink, texts[i]);
		x += label_width(field_of(texts[i]), THEME_TEXT, false) + 8;
		for (size_t step = 0; i == 0 && step < RAMP_STEPS; step++)
			canvas_box(canvas, x + (double)step * width, y - 9,
			    x + (double)(step + 1) * width, y + 9,
			    theme_ramp(canvas->theme, (double)step / (RAMP_STEPS - 1)));
		x += i == 0 ? RAMP_STEPS * width + 8 : 0;
		free(texts[i]);
	}
	return y + THEME_LINE + 4;
}

/* The names of numbered columns, with their ends where no cell says a figure. */
static double
draw_names(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    double y)
{
	size_t beside = canvas->width >= 800 && selection->column_count > 3 ? 2 : 1;
	size_t half = (selection->column_count + beside - 1) / beside;
	double width = (canvas->width - 2 * THEME_MARGIN) / (double)beside;
	double lowest = y;
	double at = y;

	for (size_t i = 0; i < selection->column_count; i++) {
		double x = THEME_MARGIN + (i < half ? 0 : width);
		char *name = heatmap_column(selection, i);
		const struct series_row *ends[2];
		struct buffer out = { 0 };
		char number[24];
		char *text;

		at = i == half ? y : at;
		buffer_append_text(&out, name);
		if (!heatmap->figures && heatmap_ends(selection, i, &ends[0], &ends[1])) {
			buffer_append_text(&out, ": ");
			words_figure(&out, ends[0], SERIES_VALUE);
			buffer_append_text(&out, " to ");
			words_figure(&out, ends[1], SERIES_VALUE);
		}
		text = words_take(&out);
		snprintf(number, sizeof(number), "%zu", i + 1);
		canvas_word(canvas, x + NUMBER_WIDTH - 10, at, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, number);
		at = frame_paragraph(canvas, x + NUMBER_WIDTH, at, width - NUMBER_WIDTH - 12,
		    THEME_TEXT, false, canvas->theme->ink, text, 4);
		lowest = fmax(lowest, at);
		free(text);
		free(name);
	}
	return lowest;
}

double
heatmap_key(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    double y)
{
	const struct key_entry entries[] = {
		{ .mark = KEY_HATCH,
		    .colour = canvas->theme->edge,
		    .text = selection->suppressed == 0 ? "" : "* held back" },
		{ .mark = KEY_WORDS,
		    .colour = canvas->theme->ink,
		    .text = heatmap_any_lower(selection) ? "\xe2\x86\x93 lower is better" : "" },
	};

	y = draw_ramp(canvas, selection, heatmap, y);
	y = key_draw(canvas, entries, 2, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
	if (heatmap->numbered)
		y = draw_names(canvas, selection, heatmap, y + 4);
	return y;
}
