/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_layout: how a heat map fits the width that there is. */
#include "heatmap_cells.h"

#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

#define CELL_MIN     38.0
#define CELL_MAX     130.0
#define CELL_PAD     10.0
#define CELL_ROW     30.0
#define BARE_ROW     22.0
#define BARE_PERIOD  5.0
#define BARE_MEASURE 10.0
#define MARK         22.0
#define NARROW       560.0
#define NAMES_GAP    12.0
/* Longer pictures are not read as maps, and a PNG of twice the size holds no more. */
#define HEIGHT_MAX 12000.0
/* A number has to be looked up, a name above cells stands far from the last of them: what
 * the reader pays is counted as height. */
#define NUMBERED_COST 1.6
#define ABOVE_COST    1.15
#define BLOCK_COST    0.1 /* of each block behind the first, of all */

static double
figures_need(const struct heatmap *heatmap, const struct selection *selection)
{
	double need = CELL_MIN;

	for (size_t i = 0; i < selection->count; i++) {
		char *text = heatmap_cell_text(heatmap, selection->rows[i]);

		need = fmax(need, label_width(field_of(text), THEME_TEXT, false) + CELL_PAD);
		free(text);
	}
	return need;
}

/* The longest part of a column's name that has to stand on one line. */
static double
heads_need(const struct selection *selection)
{
	double need = 0;

	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = heatmap_column(selection, i);
		struct field rest = field_of(name);

		while (rest.length != 0) {
			size_t length = strcspn(rest.data, " -/");

			length += length < rest.length && rest.data[length] != ' ';
			need = fmax(need,
			    label_width((struct field){ rest.data, length }, THEME_TEXT, true) + 8);
			length += length < rest.length && rest.data[length] == ' ';
			rest.data += length;
			rest.length -= length;
		}
		free(name);
	}
	return need;
}

static double
head_height(const struct heatmap *heatmap, const struct selection *selection)
{
	size_t most = 1;

	for (size_t i = 0; i < selection->column_count && !heatmap->numbered; i++) {
		char *name = heatmap_column(selection, i);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true, heatmap->cell - 8, HEATMAP_LINES);
		most = label.count > most ? label.count : most;
		label_release(&label);
		free(name);
	}
	return (double)most * HEATMAP_LINE + 6;
}

static double
rows_height(const struct heatmap *heatmap, const struct selection *selection)
{
	double height = 0;

	for (size_t i = 0; i < selection->unit_count; i++) {
		struct label label;

		heatmap_name(heatmap, selection, selection->units[i], &label);
		height += heatmap_row_height(heatmap, label.count);
		label_release(&label);
		if (heatmap->grouped && heatmap_begins(selection, i)) {
			heatmap_group(heatmap, selection, selection->units[i], &label);
			height += (double)label.count * HEATMAP_LINE + HEATMAP_GROUP;
			label_release(&label);
		}
	}
	return height;
}

/* Columns in each of so many blocks, at most most: all of one size, months in parts of a
 * year. */
static size_t
even_blocks(const struct selection *selection, size_t most, size_t blocks)
{
	static const size_t parts[] = { 12, 6, 4, 3 };
	bool months = selection->by_period && strcmp(words_step(selection), "month") == 0;

	for (size_t i = 0; months && blocks > 1 && i < sizeof(parts) / sizeof(parts[0]); i++)
		if (most >= parts[i])
			return i == 0 ? most - most % 12 : parts[i];
	return selection->column_count == 0 ? 1 : (selection->column_count + blocks - 1) / blocks;
}

/* Lays the cells out in blocks of equal size; what that costs the reader. */
static double
lay_blocks(struct heatmap *heatmap, const struct selection *selection, double need)
{
	size_t count = selection->column_count == 0 ? 1 : selection->column_count;
	double room;
	size_t blocks;
	double cost;

	heatmap->left =
	    THEME_MARGIN + heatmap->mark + (heatmap->above ? 0 : heatmap->names + NAMES_GAP);
	if (heatmap->above)
		heatmap->left = THEME_MARGIN;
	room = heatmap->width - THEME_MARGIN - heatmap->left;
	heatmap->across = (size_t)fmax(1, floor(room / need));
	blocks = (count + heatmap->across - 1) / heatmap->across;
	heatmap->across = even_blocks(selection, heatmap->across, blocks);
	blocks = (count + heatmap->across - 1) / heatmap->across;
	heatmap->cell = fmin(CELL_MAX, room / (double)heatmap->across);
	cost = (double)blocks
	    * (head_height(heatmap, selection) + rows_height(heatmap, selection) + HEATMAP_BLOCKS);
	if (heatmap->numbered)
		cost = (cost + (double)count * 24) * NUMBERED_COST;
	cost *= 1 + (double)(blocks - 1) * BLOCK_COST;
	return cost * (heatmap->above ? ABOVE_COST : 1);
}

/* The names as wide as they are, wrapped at a part of the picture. */
static void
lay_names(struct heatmap *heatmap, const struct selection *selection, double share)
{
	double widest = 60;

	heatmap->names = fmax(90, fmin(280, heatmap->width * share));
	for (size_t i = 0; i < selection->unit_count; i++) {
		struct label label;

		heatmap_name(heatmap, selection, selection->units[i], &label);
		widest = fmax(widest, label.width);
		label_release(&label);
	}
	heatmap->names = widest;
}

/* The cheapest of the ways: names beside, in a narrow column, or above; heads as names or
 * numbers. */
static double
lay_best(struct heatmap *heatmap, const struct selection *selection, double need, double heads)
{
	struct heatmap best = *heatmap;
	double least = INFINITY;

	for (int way = 0; way < 6; way++) {
		struct heatmap next = *heatmap;
		double cost;

		next.above = way % 3 == 2;
		next.numbered = way >= 3 || (!next.figures && !selection->by_period);
		if (!next.above)
			lay_names(&next, selection,
			    (way % 3 == 1 ? 0.22 : 0.32) + (next.figures ? 0 : 0.1));
		if ((next.above && heatmap->width >= NARROW)
		    || (next.numbered && selection->by_period))
			continue;
		cost = lay_blocks(&next, selection, next.numbered ? need : fmax(need, heads));
		if (cost < least) {
			least = cost;
			best = next;
		}
	}
	*heatmap = best;
	return least;
}

void
heatmap_lay(struct heatmap *heatmap, const struct selection *selection, double width)
{
	double heads = fmin(CELL_MAX, heads_need(selection));
	double cost;
	struct heatmap bare;

	heatmap_measure(heatmap, selection);
	heatmap->width = width;
	heatmap->mark = selection->highlight == NAMES_NONE ? 0 : MARK;
	heatmap->figures = true;
	heatmap->row = CELL_ROW;
	heatmap->name_lines = selection->unit_count > 60 ? 2 : 4;
	cost = lay_best(heatmap, selection, figures_need(heatmap, selection), heads);
	if (cost <= HEIGHT_MAX || heatmap->across >= selection->column_count)
		return;
	bare = *heatmap;
	bare.figures = false;
	bare.row = BARE_ROW;
	bare.name_lines = bare.name_lines > 2 ? 2 : 1;
	if (lay_best(&bare, selection, selection->by_period ? BARE_PERIOD : BARE_MEASURE, 0) < cost)
		*heatmap = bare;
}
