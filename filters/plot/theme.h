/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * theme: colours, sizes and the parts that all charts share.
 *
 * Sizes are pixels of the screen: 16 are 12 points.  Contrast on white stands
 * beside each colour (WCAG 2.2); what only a colour says, a shape says too.
 */
#ifndef MHSW_PLOT_THEME_H
#define MHSW_PLOT_THEME_H

#include "canvas.h"
#include "words.h"

#define THEME_FONT "DejaVu Sans"
/* What stands in an SVG, where the reader's machine has the fonts. */
#define THEME_FONT_LIST "DejaVu Sans, Verdana, Arial, Helvetica, sans-serif"

#define THEME_WIDTH  960
#define THEME_MARGIN 24
#define THEME_TEXT   16
#define THEME_TITLE  22
#define THEME_LINE   21 /* from one line of text to the next */

#define THEME_INK   0x3D3D3D /* 10.9: text, axes, intervals */
#define THEME_BLUE  0x12436D /* 10.3: figures */
#define THEME_PLUM  0x801650 /* 9.8: the own unit, signals */
#define THEME_BAR   0x4F7CA5 /* 4.3: bars, lighter than their intervals */
#define THEME_TEAL  0x28A197 /* 3.2: the centre line */
#define THEME_BAND  0xE3E9EF /* a band behind the figures, its edges drawn in grey */
#define THEME_EDGE  0x858585 /* 3.7: edges of a band, hatches */
#define THEME_GRID  0xD5D5D5
#define THEME_WHITE 0xFFFFFF

/* Title and subtitle; returns the y where the chart may begin. */
double theme_head(struct canvas *canvas, const struct words *words);
/* Notes and caption below y; sets the canvas's height. */
void theme_foot(struct canvas *canvas, const struct words *words, double y);
/* A wrapped text, its first line at y; returns the y of the next line. */
double theme_paragraph(struct canvas *canvas, double x, double y, double width, unsigned size,
    bool bold, uint32_t colour, const char *text, size_t lines_max);
/* The chart of a stream without any figures. */
void theme_no_figures(struct canvas *canvas, const struct words *words);

/* A colour between white blue and dark blue; share 0 to 1. */
uint32_t theme_ramp(double share);
/* Ink or white, whichever can be read on that colour. */
uint32_t theme_ink_on(uint32_t colour);

#endif
