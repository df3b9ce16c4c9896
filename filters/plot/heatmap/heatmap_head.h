/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_head: the names of a heat map's columns, and what its colours mean. */
#ifndef MHSW_PLOT_HEATMAP_HEAD_H
#define MHSW_PLOT_HEATMAP_HEAD_H

#include "../canvas/canvas.h"
#include "heatmap_cells.h"

/* The heads of the columns from .. to - 1 of a block; returns where its rows begin. */
double heatmap_head(struct canvas *canvas, const struct selection *selection,
    const struct heatmap *heatmap, size_t from, size_t to, double y);
/* The scale, what is held back, the names of numbered columns; returns the y below. */
double heatmap_key(struct canvas *canvas, const struct selection *selection,
    const struct heatmap *heatmap, double y);

#endif
