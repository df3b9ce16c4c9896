/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar_draw: bars from zero, one for each row or a few side by side. */
#include "bar.h"

#include "../canvas/frame.h"
#include "../canvas/key.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>

#define BAR   18.0
#define PITCH 22.0 /* of bars side by side: a figure stands beside each */
#define HELD  56.0 /* a bar that is held back has no length */
#define APART 12.0 /* between rows of several */

static void
reach(struct bars *bars)
{
	static const enum series_column ends[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER };
	struct axis axis = bars->columns.axis;
	double low = 0; /* a bar's length speaks only from zero */
	double high = 0;

	for (size_t i = 0; i < bars->row_count; i++)
		for (size_t j = 0; j < bars->series_count; j++)
			for (size_t k = 0; bars_cell(bars, i, j) != NULL && k < 3; k++) {
				const struct series_row *row = bars_cell(bars, i, j);

				if (!series_shown(row, ends[k]))
					continue;
				low = fmin(low, series_number(row, ends[k]));
				high = fmax(high, series_number(row, ends[k]));
			}
	if (low == 0 && high == 0)
		high = bars->levels.percent ? 100 : 1;
	axis_make(&axis, low < 0 ? low - (high - low) * 0.02 : 0, high + (high - low) * 0.02,
	    (size_t)fmax(2, (axis.to - axis.from) / 90));
	axis.from = bars->columns.axis.from;
	axis.to = bars->columns.axis.to;
	axis.percent = bars->levels.percent;
	bars->columns.axis = axis;
}

static void
lay(struct bars *bars, double width)
{
	double names = 80;
	double counts = 0;
	double values = 0;

	for (size_t i = 0; i < bars->row_count; i++) {
		names = fmax(names,
		    label_width(field_of(bars_name(bars, i)), THEME_TEXT, bars_own(bars, i)));
		counts =
		    fmax(counts, label_width(field_of(bars_records(bars, i)), THEME_TEXT, true));
		for (size_t j = 0; j < bars->series_count; j++) {
			struct buffer out = { 0 };
			char *text;

			if (bars_cell(bars, i, j) == NULL)
				continue;
			words_figure(&out, bars_cell(bars, i, j), SERIES_VALUE);
			text = words_take(&out);
			values = fmax(values, label_width(field_of(text), THEME_TEXT, true));
			free(text);
		}
	}
	bar_lay(&bars->columns, width, names, counts, fmax(values, 16));
	reach(bars);
}

static void
draw_interval(
    struct canvas *canvas, const struct axis *axis, const struct series_row *row, double y)
{
	/* a white edge lifts the stroke from the bar */
	for (int edge = 1; edge >= 0; edge--) {
		uint32_t colour = edge ? canvas->theme->paper : canvas->theme->ink;
		double wide = edge ? 5 : 2;
		double half = edge ? 6 : 5;
		double left = axis_pixel(axis, series_number(row, SERIES_LOWER));
		double right = axis_pixel(axis, series_number(row, SERIES_UPPER));

		canvas_line(canvas, left - edge, y, right + edge, y, wide, colour);
		canvas_line(canvas, left, y - half, left, y + half, wide, colour);
		canvas_line(canvas, right, y - half, right, y + half, wide, colour);
	}
}

static void
draw_bar(struct canvas *canvas, const struct bars *bars, size_t at, size_t series, double middle)
{
	const struct axis *axis = &bars->columns.axis;
	const struct series_row *row = bars_cell(bars, at, series);
	bool own = bars_own(bars, at);
	struct buffer out = { 0 };
	char *text;

	if (row != NULL && series_shown(row, SERIES_VALUE)) {
		double zero = axis_pixel(axis, 0);
		double end = axis_pixel(axis, series_number(row, SERIES_VALUE));

		if (bars->series_count == 1)
			canvas_box(canvas, fmin(zero, end), middle - BAR / 2, fmax(zero, end),
			    middle + BAR / 2, own ? canvas->theme->own : canvas->theme->bar);
		else
			levels_box(canvas, &bars->inks[series], fmin(zero, end), middle - BAR / 2,
			    fmax(zero, end), middle + BAR / 2);
		if (series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER))
			draw_interval(canvas, axis, row, middle);
	} else if (row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		double zero = axis_pixel(axis, 0);

		canvas_box(canvas, zero, middle - BAR / 2, zero + HELD, middle + BAR / 2,
		    canvas->theme->paper);
		canvas_hatch(canvas, zero, middle - BAR / 2, zero + HELD, middle + BAR / 2,
		    canvas->theme->edge);
	}
	if (row != NULL)
		words_figure(&out, row, SERIES_VALUE);
	text = words_take(&out);
	canvas_word(canvas, bars->columns.values, middle + (text[0] == '*' ? 3 : 0), CANVAS_RIGHT,
	    THEME_TEXT, own, own ? canvas->theme->own : canvas->theme->ink,
	    text[0] == '\0' ? "\xe2\x80\x93" : text);
	free(text);
}

static double
draw_row(struct canvas *canvas, const struct bars *bars, size_t at, double y)
{
	double bar_height = (double)bars->series_count * PITCH;
	double height = fmax(28, bar_height);
	double top = y;
	double zero = axis_pixel(&bars->columns.axis, 0);
	double apart = bars->series_count > 1 && at + 1 < bars->row_count ? APART : 0;

	y = bar_draw_name(canvas, &bars->columns, bars_name(bars, at), bars_records(bars, at),
	    bars_own(bars, at), y, &height);
	/* lines do not pass through names that stand above */
	bar_draw_lines(canvas, &bars->columns, bars->columns.narrow ? y : top,
	    y + height + (bars->columns.narrow ? 0 : apart));
	for (size_t i = 0; i < bars->series_count; i++)
		draw_bar(
		    canvas, bars, at, i, y + (height - bar_height) / 2 + ((double)i + 0.5) * PITCH);
	if (bars->columns.narrow)
		top = y;
	canvas_line(canvas, zero, top, zero, y + height + (bars->columns.narrow ? 0 : apart), 2,
	    canvas->theme->ink);
	return y + height + apart;
}

static double
draw_rows(struct canvas *canvas, const struct bars *bars, double y)
{
	const struct levels *levels = &bars->levels;

	for (size_t i = 0; i < bars->row_count; i++) {
		size_t group = bars->turned ? 0 : levels->rows[i].group;
		const char *name = levels->groups[group];

		if (name[0] != '\0' && (i == 0 || levels->rows[i - 1].group != group))
			y = bar_draw_group(canvas, name, i == 0, y);
		y = draw_row(canvas, bars, i, y);
	}
	return y;
}

static double
draw_key(struct canvas *canvas, const struct bars *bars, double y)
{
	struct key_entry entries[THEME_SERIES + 2] = { { 0 } };
	size_t count = 0;
	bool held = false;
	bool interval = false;

	for (size_t i = 0; bars->series_count > 1 && i < bars->series_count; i++)
		entries[count++] = levels_key_entry(&bars->inks[i], bars_series(bars, i));
	for (size_t i = 0; i < bars->row_count; i++)
		for (size_t j = 0; j < bars->series_count; j++) {
			const struct series_row *row = bars_cell(bars, i, j);

			held |=
			    row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
			interval |= row != NULL && series_shown(row, SERIES_LOWER)
			    && series_shown(row, SERIES_UPPER);
		}
	if (interval)
		entries[count++] = (struct key_entry){
			.mark = KEY_INTERVAL, .colour = canvas->theme->ink, .text = "95% interval"
		};
	if (held)
		entries[count++] = (struct key_entry){ .mark = KEY_HATCH,
			.colour = canvas->theme->edge,
			.text = "held back (*), not to scale" };
	return key_draw(canvas, entries, count, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
}

void
bar_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct fault fault = { 0 };
	struct bars bars;
	double y;

	bars_make(&bars, selection, &fault);
	for (size_t i = 0; i < bars.series_count; i++)
		bars.inks[i] = (struct levels_ink){ .fill = canvas->theme->series[i],
			.line = canvas->theme->ink,
			.outlined =
			    theme_contrast(canvas->theme->series[i], canvas->theme->paper) < 3 };
	lay(&bars, canvas->width);
	y = draw_key(canvas, &bars, frame_head(canvas, words)) + 4;
	if (bars.columns.counts != 0 && !bars.columns.narrow)
		canvas_word(canvas, bars.columns.counts, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "n");
	if (bars.row_count * bars.series_count > BAR_SCALE_LINES)
		bar_draw_scale(canvas, &bars.columns, y);
	if (bars.row_count * bars.series_count > BAR_SCALE_LINES
	    || (bars.columns.counts != 0 && !bars.columns.narrow))
		y += THEME_LINE;
	y = draw_rows(canvas, &bars, floor(y - 4));
	bar_draw_scale(canvas, &bars.columns, y + 14);
	bars_release(&bars);
	frame_foot(canvas, words, y + 32);
}
