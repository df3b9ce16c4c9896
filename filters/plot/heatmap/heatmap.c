/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap: units by measures or by periods, each figure printed in its cell. */
#include "heatmap.h"

#include "../canvas/frame.h"
#include "../canvas/theme.h"
#include "heatmap_head.h"

#include <math.h>
#include <stdlib.h>

static void
draw_cell(struct canvas *canvas, const struct heatmap *heatmap, const struct series_row *row,
    size_t column, double left, double y, double height)
{
	double gap = heatmap->figures ? 1 : 0.25;
	double right = left + heatmap->cell - gap;
	double bottom = y + height - 1;
	double middle = left + heatmap->cell / 2;
	double centre = y + height / 2;
	uint32_t ink = canvas->theme->ink;

	left += gap;
	if (row != NULL && series_shown(row, SERIES_VALUE)) {
		uint32_t colour = theme_ramp(canvas->theme,
		    heatmap_share(heatmap, column, series_number(row, SERIES_VALUE)));

		canvas_box(canvas, left, y + 1, right, bottom, colour);
		ink = theme_ink_on(canvas->theme, colour);
	} else if (row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		canvas_hatch(
		    canvas, left + 0.5, y + 1.5, right - 0.5, bottom - 0.5, canvas->theme->edge);
		if (heatmap->figures)
			canvas_box(canvas, middle - 9, centre - 9, middle + 9, centre + 9,
			    canvas->theme->paper);
	}
	if (heatmap->figures) {
		char *text = heatmap_cell_text(heatmap, row);

		/* an asterisk hangs high */
		canvas_word(canvas, middle, centre + (text[0] == '*' ? 3 : 0), CANVAS_CENTRE,
		    THEME_TEXT, false, ink, text);
		free(text);
	}
}

static double
draw_unit(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    size_t place, size_t from, size_t to, double y)
{
	size_t unit = selection->units[place];
	bool own = selection_own(selection, unit);
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	struct label label;
	double height;
	double first;
	double top;
	double bottom;

	heatmap_name(heatmap, selection, unit, &label);
	height = heatmap_row_height(heatmap, label.count);
	top = heatmap->above ? y + (double)label.count * HEATMAP_LINE + 4 : y;
	bottom = heatmap->above ? top + heatmap->row : y + height;
	first = heatmap->above ? y + HEATMAP_LINE / 2 + 2
	                       : y + height / 2 - (double)(label.count - 1) / 2 * HEATMAP_LINE;
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, THEME_MARGIN + heatmap->mark, first + (double)i * HEATMAP_LINE,
		    CANVAS_LEFT, THEME_TEXT, own, colour, label.lines[i]);
	label_release(&label);
	for (size_t i = from; i < to; i++)
		draw_cell(canvas, heatmap, selection_cell(selection, place, i), i,
		    heatmap->left + heatmap->cell * (double)(i - from), top, bottom - top);
	if (own) {
		canvas_pointer(canvas, THEME_MARGIN + 7, heatmap->above ? first : y + height / 2, 7,
		    canvas->theme->own);
		canvas_frame(canvas, heatmap->left, top,
		    heatmap->left + heatmap->cell * (double)(to - from), bottom, 3,
		    canvas->theme->own);
	}
	return y + height;
}

static double
draw_group(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    size_t unit, double y)
{
	struct label label;

	heatmap_group(heatmap, selection, unit, &label);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, THEME_MARGIN, y + HEATMAP_GROUP + 4 + (double)i * HEATMAP_LINE,
		    CANVAS_LEFT, THEME_TEXT, true,
		    selection_own(selection, unit) ? canvas->theme->own : canvas->theme->ink,
		    label.lines[i]);
	y += (double)label.count * HEATMAP_LINE + HEATMAP_GROUP;
	label_release(&label);
	return y;
}

/* Columns from .. to - 1 of all units, totals behind a line. */
static double
draw_block(struct canvas *canvas, const struct selection *selection, const struct heatmap *heatmap,
    size_t from, size_t to, double y)
{
	y = heatmap_head(canvas, selection, heatmap, from, to, y);
	for (int apart = 0; apart < 2; apart++) {
		bool any = false;

		for (size_t i = 0; i < selection->unit_count; i++) {
			if (selection_apart(selection, selection->units[i]) != (apart == 1))
				continue;
			if (apart == 1 && !any) {
				canvas_line(canvas, THEME_MARGIN, y + HEATMAP_APART / 2,
				    heatmap->left + heatmap->cell * (double)(to - from),
				    y + HEATMAP_APART / 2, 1, canvas->theme->edge);
				y += HEATMAP_APART;
			}
			any = true;
			if (heatmap->grouped && heatmap_begins(selection, i))
				y = draw_group(canvas, selection, heatmap, selection->units[i], y);
			y = draw_unit(canvas, selection, heatmap, i, from, to, y);
		}
	}
	return y;
}

void
heatmap_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct heatmap heatmap = { 0 };
	double y = frame_head(canvas, words);

	heatmap_lay(&heatmap, selection, canvas->width);
	for (size_t from = 0; from < selection->column_count; from += heatmap.across) {
		size_t to = from + heatmap.across < selection->column_count
		    ? from + heatmap.across
		    : selection->column_count;

		y = draw_block(canvas, selection, &heatmap, from, to, y)
		    + (to == selection->column_count ? 0 : HEATMAP_BLOCKS);
	}
	y = heatmap_key(canvas, selection, &heatmap, y + 24);
	heatmap_release(&heatmap);
	frame_foot(canvas, words, y - 4);
}

/* The last of the list: it holds whatever there is. */
static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	(void)selection;
	(void)counts;
	return true;
}

const struct chart chart_heatmap = { .name = "heatmap",
	.summary = "units by measures or by periods, each figure in its cell",
	.words = "Heat map",
	.span = CHART_GRID,
	.suits = suits,
	.title = heatmap_title,
	.subtitle = heatmap_subtitle,
	.alternative = heatmap_alternative,
	.held = chart_hatched,
	.draw = heatmap_draw,
	.text = heatmap_text };
