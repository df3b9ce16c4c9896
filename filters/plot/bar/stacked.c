/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stacked: what makes up a whole, in one bar for each unit. */
#include "bar.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"
#include "../levels/levels_terminal.h"

#include <math.h>
#include <stdlib.h>

/* What one level that is held back takes: no scale, as that would be its figure. */
#define HELD 28.0

void
bar_stacked_levels(struct levels *levels, const struct selection *selection)
{
	struct fault fault = { 0 };

	levels_make(levels, selection, LEVELS_WHOLE, &fault);
	if (levels_sorted(selection, false))
		levels_sort_first(levels, false);
}

static double
shown_sum(const struct levels *levels, const struct levels_row *row)
{
	double sum = 0;

	for (size_t side = 0; side < 4; side++)
		sum += levels_side(levels, row, (enum levels_side)side);
	return sum;
}

static void
lay(struct bar_columns *columns, const struct levels *levels, double width)
{
	double names = 80;
	double counts = 0;
	double most = levels->percent ? 100 : 0;
	double held = 0;
	struct axis axis;

	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		const char *records = levels_records(levels, row);

		names = fmax(names, label_width(field_of(row->name), THEME_TEXT, row->own));
		if (records != NULL)
			counts = fmax(counts, label_width(field_of(records), THEME_TEXT, true));
		most = fmax(most, shown_sum(levels, row));
		if (levels_count_held(levels, row) != 0)
			held = HELD;
	}
	bar_lay(columns, width, names, counts, 0);
	columns->axis.to -= held;
	axis_make(&axis, 0, most == 0 ? 1 : most,
	    (size_t)fmax(2, (columns->axis.to - columns->axis.from) / 90));
	axis.from = columns->axis.from;
	axis.to = columns->axis.to;
	axis.percent = levels->percent;
	columns->axis = axis;
}

static void
draw_bar(struct canvas *canvas, const struct levels *levels, const struct bar_columns *columns,
    const struct levels_ink inks[LEVELS_MAX], const struct levels_row *row, double middle)
{
	const struct axis *axis = &columns->axis;
	size_t held = levels_count_held(levels, row);
	double sum = 0;

	for (size_t i = 0; i < levels->count; i++) {
		double from = axis_pixel(axis, sum);
		char *text;

		if (!levels_shown(row, i))
			continue;
		sum += levels_figure(row, i)->number;
		text = levels_text(row, i);
		levels_segment(canvas, &inks[i], from, axis_pixel(axis, sum), middle, text);
		free(text);
	}
	if (levels_count_shown(levels, row) == 0 && held == 0)
		canvas_word(canvas, axis->from + 8, middle, CANVAS_LEFT, THEME_TEXT, false,
		    canvas->theme->ink, "no figures");
	else if (levels_count_shown(levels, row) == 0)
		levels_hatched(canvas, axis->from, axis->to, middle);
	else if (held != 0) {
		double from = axis_pixel(axis, sum);
		double rest = held > 1 ? levels_rest(levels, row) : 0;

		levels_hatched(
		    canvas, from, fmax(from + HELD, axis_pixel(axis, sum + rest)), middle);
	}
}

static double
draw_rows(struct canvas *canvas, const struct levels *levels, const struct bar_columns *columns,
    const struct levels_ink inks[LEVELS_MAX], double y)
{
	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		const char *group = levels->groups[row->group];
		double height = LEVELS_BAR + 8;
		double top;

		if (group[0] != '\0' && (i == 0 || levels->rows[i - 1].group != row->group))
			y = bar_draw_group(canvas, group, i == 0, y);
		top = bar_draw_name(
		    canvas, columns, row->name, levels_records(levels, row), row->own, y, &height);
		bar_draw_lines(canvas, columns, top, top + height);
		draw_bar(canvas, levels, columns, inks, row, top + height / 2);
		y = top + height;
	}
	return y;
}

void
bar_stacked_draw(
    const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct levels_ink inks[LEVELS_MAX];
	struct bar_columns columns = { 0 };
	struct levels levels;
	bool many;
	double y;

	bar_stacked_levels(&levels, selection);
	levels_inks(&levels, canvas->theme, levels.ordered, inks);
	lay(&columns, &levels, canvas->width);
	many = levels.row_count > BAR_SCALE_LINES;
	y = levels_key(canvas, &levels, inks, levels_held_words(&levels), frame_head(canvas, words))
	    + 4;
	if (columns.counts != 0 && !columns.narrow)
		canvas_word(canvas, columns.counts, y, CANVAS_RIGHT, THEME_TEXT, true,
		    canvas->theme->ink, "n");
	if (many)
		bar_draw_scale(canvas, &columns, y);
	if (many || (columns.counts != 0 && !columns.narrow))
		y += THEME_LINE;
	y = draw_rows(canvas, &levels, &columns, inks, floor(y - 4));
	bar_draw_scale(canvas, &columns, y + 14);
	levels_release(&levels);
	frame_foot(canvas, words, y + 32);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	struct levels levels = { 0 };
	bool good = levels_make(&levels, selection, LEVELS_WHOLE, fault);

	if (good && levels.count < 2)
		good = fault_set(fault,
		    "a stacked chart has two parts and more: give benchmark a --proportion for "
		    "each part, or the column of parts as the last --by");
	levels_release(&levels);
	return good;
}

static void
text_of(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct levels levels;

	bar_stacked_levels(&levels, selection);
	levels_terminal(&levels, columns, text);
	levels_release(&levels);
}

const struct chart chart_stacked = { .name = "stacked",
	.summary = "the parts of a whole in one bar for each unit, as shares or as counts",
	.words = "Stacked bar chart",
	.span = CHART_LEVELS,
	.needs = needs,
	.title = bar_stacked_title,
	.subtitle = bar_stacked_subtitle,
	.alternative = bar_stacked_alternative,
	.draw = bar_stacked_draw,
	.text = text_of };
