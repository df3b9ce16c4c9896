/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * heatmap_cells: where the cells of a heat map stand, what they say, how dark they are.
 *
 * The width is the reader's, so a map that is wider is cut into blocks of columns below
 * each other; long heads become numbers with a key where that is much shorter; where even
 * so the map would be a roll of paper its cells are small and hold no figures.
 */
#ifndef MHSW_PLOT_HEATMAP_CELLS_H
#define MHSW_PLOT_HEATMAP_CELLS_H

#include "../canvas/label.h"
#include "../words/words.h"

#define HEATMAP_LINE   19.0
#define HEATMAP_LINES  8    /* of a column's name: long names of teams are told apart */
#define HEATMAP_GROUP  11.0 /* around the head of a unit that is split in parts */
#define HEATMAP_APART  14.0 /* before the totals */
#define HEATMAP_BLOCKS 28.0 /* between blocks */

struct heatmap {
	double width;  /* of the picture */
	double mark;   /* before the names, for the own unit's mark; 0 without one */
	double names;  /* the width of the names beside the cells */
	double left;   /* of the first cell of each block */
	double cell;   /* the width of a cell */
	double row;    /* its height */
	size_t across; /* cells in a block */
	size_t name_lines;
	bool above;         /* names stand above their cells */
	bool numbered;      /* the heads are numbers */
	bool figures;       /* printed in the cells */
	bool columns_apart; /* each column has a scale of its own */
	bool signs;         /* percentages are written with their sign */
	bool grouped;       /* units have a head, their parts follow it */
	struct heatmap_span *spans;
};

/* {0} before; the selection outlives it. */
void heatmap_lay(struct heatmap *heatmap, const struct selection *selection, double width);
void heatmap_release(struct heatmap *heatmap);
/* The scales and the groups alone, for a terminal. */
void heatmap_measure(struct heatmap *heatmap, const struct selection *selection);
/* The value's place between the least (0) and the greatest (1) of its scale. */
double heatmap_share(const struct heatmap *heatmap, size_t column, double value);
/* The rows of least and greatest value of a column, or of all for NAMES_NONE, without
 * totals; false where no value is shown. */
bool heatmap_ends(const struct selection *selection, size_t column, const struct series_row **least,
    const struct series_row **greatest);
/* The figure in the cell.  Where all are percentages the signs would fill the
 * map, and the key has them.  The caller frees it. */
char *heatmap_cell_text(const struct heatmap *heatmap, const struct series_row *row);
/* The column's name for people, marked where lower is better; the caller frees it. */
char *heatmap_column(const struct selection *selection, size_t column);
/* The unit's name, of one in a group its parts alone; that of the group.  The caller frees
 * them. */
char *heatmap_unit(const struct heatmap *heatmap, const struct selection *selection, size_t unit);
char *heatmap_base(const struct selection *selection, size_t unit);
/* The unit's name in lines, as it is drawn. */
void heatmap_name(const struct heatmap *heatmap, const struct selection *selection, size_t unit,
    struct label *label);
/* The name of the unit at the head of its group, in lines. */
void heatmap_group(const struct heatmap *heatmap, const struct selection *selection, size_t unit,
    struct label *label);
/* The height of a row whose name has so many lines. */
double heatmap_row_height(const struct heatmap *heatmap, size_t lines);
/* The unit of that place begins a group. */
bool heatmap_begins(const struct selection *selection, size_t place);
/* A column where lower figures are better is there. */
bool heatmap_any_lower(const struct selection *selection);

#endif
