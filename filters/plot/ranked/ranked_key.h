/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_key: what the lines, bands and shapes of a ranking mean. */
#ifndef MHSW_PLOT_RANKED_KEY_H
#define MHSW_PLOT_RANKED_KEY_H

#include "ranked_bands.h"
#include "ranked_layout.h"

/* Draws the key from y on; returns the y below it. */
double ranked_draw_key(struct canvas *canvas, const struct ranked_layout *layout,
    const struct ranked_bands *bands, double y);

#endif
