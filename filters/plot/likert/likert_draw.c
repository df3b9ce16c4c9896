/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likert_draw: answers as bars that part at the centre between negative and positive. */
#include "likert.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>

#define NAME_LINES 3
/* A chart of more rows has its scale at both ends. */
#define SCALE_ROWS 15

/* Segments of one side from the centre outwards; returns where they end. */
static double
draw_side(struct canvas *canvas, const struct likert *likert, const struct levels_row *row,
    enum levels_side side, double x, double middle)
{
	const struct levels *levels = &likert->levels;
	double way = side == LEVELS_NEGATIVE ? -1 : 1;

	for (size_t i = 0; i < levels->count; i++) {
		size_t at = side == LEVELS_NEGATIVE ? levels->count - 1 - i : i;
		double end;
		char *text;

		if (levels->list[at].side != side || !levels_shown(row, at))
			continue;
		end = x + way * levels_figure(row, at)->number * likert->per;
		text = levels_text(row, at);
		levels_segment(canvas, &likert->inks[at], fmin(x, end), fmax(x, end), middle, text);
		free(text);
		x = end;
	}
	if (likert_held_on(likert, row, side)) {
		double end =
		    x + way * fmax(LIKERT_HELD, likert_held_length(likert, row) * likert->per);

		levels_hatched(canvas, fmin(x, end), fmax(x, end), middle);
		x = end;
	}
	return x;
}

static void
draw_bar(
    struct canvas *canvas, const struct likert *likert, const struct levels_row *row, double middle)
{
	const struct levels *levels = &likert->levels;
	double half = levels_side(levels, row, LEVELS_MIDDLE) / 2 * likert->per;

	if (levels_count_shown(levels, row) == 0) {
		if (levels_count_held(levels, row) != 0)
			levels_hatched(canvas, likert->left, likert->right, middle);
		else
			canvas_word(canvas, likert->centre, middle, CANVAS_CENTRE, THEME_TEXT,
			    false, canvas->theme->ink, "no figures");
		return;
	}
	draw_side(canvas, likert, row, LEVELS_NEGATIVE, likert->centre - half, middle);
	draw_side(canvas, likert, row, LEVELS_MIDDLE, likert->centre - half, middle);
	draw_side(canvas, likert, row, LEVELS_POSITIVE, likert->centre + half, middle);
	if (likert->apart != 0)
		draw_side(canvas, likert, row, LEVELS_APART, likert->apart, middle);
}

static void
draw_sum(struct canvas *canvas, const struct likert *likert, const struct levels_row *row,
    size_t side, double middle)
{
	struct buffer out = { 0 };
	char *text;

	if (likert->sums[side] == 0 || row->sums[side] == NULL)
		return;
	words_figure(&out, row->sums[side], SERIES_VALUE);
	text = words_take(&out);
	canvas_word(canvas, likert->sums[side], middle, side == 0 ? CANVAS_RIGHT : CANVAS_LEFT,
	    THEME_TEXT, true, row->own ? canvas->theme->own : canvas->theme->ink, text);
	free(text);
}

/* On narrow paper sums stand in words below the name: "82% good or very good". */
static double
draw_sums_line(struct canvas *canvas, const struct likert *likert,
    const struct selection *selection, const struct levels_row *row, double y)
{
	struct buffer out = { 0 };
	char *text;

	for (size_t side = 0; side < 2; side++) {
		char *name;

		if (row->sums[side] == NULL)
			continue;
		name = likert_sum_name(&likert->levels, selection, side);
		buffer_append_text(&out, out.length == 0 ? "" : "; ");
		words_figure(&out, row->sums[side], SERIES_VALUE);
		buffer_append(&out, " ", 1);
		likert_add_level(name, &out);
		free(name);
	}
	text = words_take(&out);
	y = frame_paragraph(canvas, likert->names, y, canvas->width - THEME_MARGIN - likert->names,
	    THEME_TEXT, false, canvas->theme->ink, text, NAME_LINES);
	free(text);
	return y;
}

static void
draw_name(struct canvas *canvas, const struct likert *likert, const struct levels_row *row,
    const struct label *label, double y)
{
	uint32_t colour = row->own ? canvas->theme->own : canvas->theme->ink;

	for (size_t i = 0; i < label->count; i++)
		canvas_word(canvas, likert->names, y + (double)i * LIKERT_LINE, CANVAS_LEFT,
		    THEME_TEXT, row->own, colour, label->lines[i]);
}

static void
draw_count(struct canvas *canvas, const struct likert *likert, const struct levels_row *row,
    const char *before, double y)
{
	const char *records = levels_records(&likert->levels, row);
	struct buffer out = { 0 };
	char *text;

	if (records == NULL || records[0] == '\0')
		return;
	buffer_format(&out, "%s%s", before, records);
	text = words_take(&out);
	canvas_word(canvas, likert->counts, y, CANVAS_RIGHT, THEME_TEXT, row->own,
	    row->own ? canvas->theme->own : canvas->theme->ink, text);
	free(text);
}

static double
draw_narrow(struct canvas *canvas, const struct likert *likert, const struct selection *selection,
    const struct levels_row *row, double y)
{
	struct label label;

	label_wrap(&label, row->name, THEME_TEXT, row->own, likert->name_width, NAME_LINES);
	y += 12;
	draw_name(canvas, likert, row, &label, y);
	draw_count(canvas, likert, row, "n ", y);
	if (row->own)
		canvas_pointer(canvas, THEME_MARGIN + 7, y, 7, canvas->theme->own);
	y += (double)label.count * LIKERT_LINE;
	label_release(&label);
	y = draw_sums_line(canvas, likert, selection, row, y);
	likert_draw_lines(canvas, likert, y + 6 - LEVELS_BAR / 2 - 4, y + 6 + LEVELS_BAR / 2 + 4);
	draw_bar(canvas, likert, row, y + 6);
	return y + 6 + LEVELS_BAR / 2 + 10;
}

static double
draw_wide(
    struct canvas *canvas, const struct likert *likert, const struct levels_row *row, double y)
{
	struct label label;
	double height;
	double middle;

	label_wrap(&label, row->name, THEME_TEXT, row->own, likert->name_width, NAME_LINES);
	height = fmax(LEVELS_BAR + 8, (double)label.count * LIKERT_LINE + 9);
	middle = y + height / 2;
	draw_name(
	    canvas, likert, row, &label, middle - (double)(label.count - 1) / 2 * LIKERT_LINE);
	label_release(&label);
	draw_count(canvas, likert, row, "", middle);
	if (row->own)
		canvas_pointer(canvas, THEME_MARGIN + 7, middle, 7, canvas->theme->own);
	draw_sum(canvas, likert, row, 0, middle);
	draw_sum(canvas, likert, row, 1, middle);
	likert_draw_lines(canvas, likert, y, y + height);
	draw_bar(canvas, likert, row, middle);
	return y + height;
}

static double
draw_rows(
    struct canvas *canvas, const struct likert *likert, const struct selection *selection, double y)
{
	const struct levels *levels = &likert->levels;

	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		const char *group = levels->groups[row->group];

		if (group[0] != '\0' && (i == 0 || levels->rows[i - 1].group != row->group))
			y = frame_paragraph(canvas, THEME_MARGIN, y + (i == 0 ? 12 : 24),
			        canvas->width - 2 * THEME_MARGIN, THEME_TEXT, true,
			        canvas->theme->ink, group, NAME_LINES)
			    - 6;
		y = likert->narrow ? draw_narrow(canvas, likert, selection, row, y)
		                   : draw_wide(canvas, likert, row, y);
	}
	return y;
}

void
likert_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct likert likert = { 0 };
	double y;

	likert_levels(&likert.levels, selection);
	levels_inks(&likert.levels, canvas->theme, true, likert.inks);
	likert_lay(&likert, selection, canvas->width);
	y = levels_key(canvas, &likert.levels, likert.inks, levels_held_words(&likert.levels),
	    frame_head(canvas, words));
	y = likert_draw_heads(canvas, &likert, selection, y + 8);
	if (likert.levels.row_count > SCALE_ROWS) {
		likert_draw_scale(canvas, &likert, y);
		y += THEME_LINE;
	}
	/* the lines of neighbouring rows meet at whole pixels */
	y = draw_rows(canvas, &likert, selection, floor(y));
	likert_draw_scale(canvas, &likert, y + 14);
	levels_release(&likert.levels);
	frame_foot(canvas, words, y + 32);
}
