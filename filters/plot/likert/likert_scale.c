/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likert_scale: what stands around the rows of a diverging chart: heads and scales. */
#include "likert.h"

#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>

/* Marks of one scale, counted from its zero outwards; every so many have room for a word. */
static size_t
make_axis(struct axis *axis, const struct likert *likert)
{
	double step;
	double need;

	axis_make(axis, -likert->low, likert->high,
	    (size_t)fmax(2, (likert->low + likert->high) * likert->per / 60));
	axis->percent = likert->levels.percent;
	need = axis_label_width(axis) + 8;
	step = axis_ticks(axis) < 2 ? likert->low + likert->high
	                            : axis_tick(axis, 1) - axis_tick(axis, 0);
	return (size_t)fmax(1, ceil(need / (step * likert->per)));
}

/* The tick's place counted from zero is one that has a word. */
static bool
has_word(const struct axis *axis, size_t tick, size_t every)
{
	size_t zero = 0;

	while (zero < axis_ticks(axis) && axis_tick(axis, zero) < -1e-9)
		zero++;
	return (tick > zero ? tick - zero : zero - tick) % every == 0;
}

/* The scale of what is apart begins at its own zero. */
static bool
marks_apart(const struct likert *likert, double tick)
{
	return likert->apart != 0 && tick >= 0 && tick <= likert->apart_high;
}

void
likert_draw_lines(struct canvas *canvas, const struct likert *likert, double top, double bottom)
{
	struct axis axis;

	if (likert->empty)
		return;
	make_axis(&axis, likert);
	for (size_t i = 0; i < axis_ticks(&axis); i++) {
		double tick = axis_tick(&axis, i);
		double x = likert->centre + tick * likert->per;
		bool zero = fabs(tick) < 1e-9;
		uint32_t colour = zero ? canvas->theme->ink : canvas->theme->grid;

		canvas_line(canvas, x, top, x, bottom, zero ? 2 : 1, colour);
		x = likert->apart + tick * likert->per;
		if (marks_apart(likert, tick))
			canvas_line(canvas, x, top, x, bottom, zero ? 2 : 1, colour);
	}
}

void
likert_draw_scale(struct canvas *canvas, const struct likert *likert, double y)
{
	struct axis axis;
	size_t every;
	double next = 0;

	if (likert->empty)
		return;
	every = make_axis(&axis, likert);
	for (size_t part = 0; part < 2; part++)
		for (size_t i = 0; i < axis_ticks(&axis); i++) {
			double tick = axis_tick(&axis, i);
			double x =
			    (part == 0 ? likert->centre : likert->apart) + tick * likert->per;
			char label[AXIS_LABEL_MAX];
			const char *text = label;
			double half;

			if (!has_word(&axis, i, every) || (part == 1 && !marks_apart(likert, tick)))
				continue;
			axis_label(&axis, i, label);
			/* what lies on the negative side is no negative share */
			text += label[0] == '-';
			half = label_width(field_of(text), THEME_TEXT, false) / 2;
			if (x - half < next || x + half > canvas->width)
				continue;
			canvas_word(canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false,
			    canvas->theme->ink, text);
			next = x + half + 10;
		}
}

/* A head of a column, its last line at y. */
static void
draw_head(struct canvas *canvas, double x, double y, enum canvas_align align, double width,
    const char *text)
{
	struct label label;

	label_wrap(&label, text, THEME_TEXT, true, width, 4);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, x, y - (double)(label.count - 1 - i) * LIKERT_LINE, align,
		    THEME_TEXT, true, canvas->theme->ink, label.lines[i]);
	label_release(&label);
}

/* What stands apart, in one word where it is one level. */
static const char *
apart_name(const struct likert *likert)
{
	const struct levels *levels = &likert->levels;
	const char *name = NULL;
	size_t count = 0;

	for (size_t i = 0; i < levels->count; i++)
		if (levels->list[i].side == LEVELS_APART) {
			name = levels->list[i].name;
			count++;
		}
	for (size_t i = 0; i < levels->row_count && count != 0; i++)
		for (size_t j = 0; j < levels->count; j++)
			if (levels->list[j].side != LEVELS_APART && levels_held(&levels->rows[i], j)
			    && likert_held_apart(likert, &levels->rows[i]))
				return "On neither side, or held back";
	return count == 1 ? name : count == 0 ? "Held back" : "On neither side";
}

double
likert_draw_heads(
    struct canvas *canvas, const struct likert *likert, const struct selection *selection, double y)
{
	size_t lines = 0;
	double widths[3] = { 78, 78, fmax(84, canvas->width - THEME_MARGIN - likert->apart) };
	char *names[3] = { NULL, NULL, NULL };

	if (likert->narrow) {
		if (likert->apart == 0)
			return y;
		names[2] = xstrdup(apart_name(likert));
	} else {
		for (size_t side = 0; side < 2; side++)
			names[side] = likert_sum_name(&likert->levels, selection, side);
		if (likert->apart != 0)
			names[2] = xstrdup(apart_name(likert));
	}
	for (size_t i = 0; i < 3; i++) {
		struct label label;

		if (names[i] == NULL)
			continue;
		label_wrap(&label, names[i], THEME_TEXT, true, widths[i], 4);
		lines = label.count > lines ? label.count : lines;
		label_release(&label);
	}
	if (!likert->narrow && likert->counts != 0)
		lines = lines == 0 ? 1 : lines;
	if (lines == 0)
		return y;
	y += (double)(lines - 1) * LIKERT_LINE;
	if (!likert->narrow && likert->counts != 0)
		draw_head(canvas, likert->counts, y, CANVAS_RIGHT, 84, "n");
	for (size_t i = 0; i < 3; i++) {
		if (names[i] != NULL)
			draw_head(canvas, i == 2 ? likert->apart : likert->sums[i], y,
			    i == 0 ? CANVAS_RIGHT : CANVAS_LEFT, widths[i], names[i]);
		free(names[i]);
	}
	return y + THEME_LINE;
}
