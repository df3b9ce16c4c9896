/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * frame: what stands above and below every chart: title, subtitle, notes, caption.
 */
#ifndef MHSW_PLOT_FRAME_H
#define MHSW_PLOT_FRAME_H

#include "../words/words.h"
#include "canvas.h"
#include "theme.h"

/* Title and subtitle (none on a bare chart); returns the y where the chart may begin. */
double frame_head(struct canvas *canvas, const struct words *words);
/* Notes and caption below y; sets the canvas's height, which is never less than wished. */
void frame_foot(struct canvas *canvas, const struct words *words, double y);
/* A wrapped text, its first line at y; returns the y of the next line. */
double frame_paragraph(struct canvas *canvas, double x, double y, double width, unsigned size,
    bool bold, uint32_t colour, const char *text, size_t lines_max);
/* The chart of a stream without any figures. */
void frame_no_figures(struct canvas *canvas, const struct words *words);

#endif
