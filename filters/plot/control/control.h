/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: the parts of the control chart. */
#ifndef MHSW_PLOT_CONTROL_H
#define MHSW_PLOT_CONTROL_H

#include "../chart/charts.h"
#include "../select/select.h"

/* As struct chart has them. */
void control_title(const struct selection *selection, struct buffer *out);
void control_subtitle(const struct selection *selection, struct buffer *out);
void
control_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void control_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
