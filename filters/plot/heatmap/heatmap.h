/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap: the parts of the heat map. */
#ifndef MHSW_PLOT_HEATMAP_H
#define MHSW_PLOT_HEATMAP_H

#include "../chart/charts.h"
#include "../select/select.h"

/* As struct chart has them. */
void heatmap_title(const struct selection *selection, struct buffer *out);
void heatmap_subtitle(const struct selection *selection, struct buffer *out);
void heatmap_alternative(const struct selection *selection, struct buffer *out);
void
heatmap_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void heatmap_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
