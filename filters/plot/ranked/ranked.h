/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked: the parts of the ranking. */
#ifndef MHSW_PLOT_RANKED_H
#define MHSW_PLOT_RANKED_H

#include "../chart/charts.h"
#include "../select/select.h"

/* As struct chart has them. */
void ranked_title(const struct selection *selection, struct buffer *out);
void ranked_subtitle(const struct selection *selection, struct buffer *out);
void ranked_alternative(const struct selection *selection, struct buffer *out);
void
ranked_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void ranked_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
