/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * chart: the charts, each on a canvas or as text for a terminal.
 *
 * A selection without rows is drawn by theme_no_figures and terminal_chart.
 */
#ifndef MHSW_PLOT_CHART_H
#define MHSW_PLOT_CHART_H

#include "canvas.h"
#include "select.h"
#include "words.h"

void
chart_ranked(const struct selection *selection, const struct words *words, struct canvas *canvas);
void
chart_control(const struct selection *selection, const struct words *words, struct canvas *canvas);
void
chart_heatmap(const struct selection *selection, const struct words *words, struct canvas *canvas);

/* The chart in columns cells of a terminal. */
void terminal_chart(const struct selection *selection, const struct words *words, size_t columns,
    struct buffer *text);

#endif
