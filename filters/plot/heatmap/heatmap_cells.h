/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * heatmap: where the cells of a heat map stand, what they say, how dark they are.
 */
#ifndef MHSW_PLOT_HEATMAP_CELLS_H
#define MHSW_PLOT_HEATMAP_CELLS_H

#include "../select/select.h"

#define HEATMAP_NAMES 280.0 /* the widest column of names */
#define HEATMAP_MARK  22.0  /* before the names, for the own unit's mark */
#define HEATMAP_LINES 8     /* of a column's name: long names of teams are told apart */

struct heatmap {
	double *edges;      /* left edge of each column, and the right one of the last */
	bool figures;       /* printed in the cells */
	bool columns_apart; /* each column has a scale of its own */
	struct heatmap_span *spans;
};

/* {0} before; the selection outlives it. */
void heatmap_lay(struct heatmap *heatmap, const struct selection *selection);
void heatmap_release(struct heatmap *heatmap);
/* The value's place between the least (0) and the greatest (1) of its scale. */
double heatmap_share(const struct heatmap *heatmap, size_t column, double value);
/* The figure in the cell.  Where all are percentages the signs would fill the
 * map, and the key has them.  The caller frees it. */
char *heatmap_cell_text(const struct heatmap *heatmap, const struct series_row *row);
/* The column's name for people; the caller frees it. */
char *heatmap_column(const struct selection *selection, size_t column);

#endif
