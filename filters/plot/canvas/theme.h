/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * theme: the colours and sizes of a chart.
 *
 * Sizes are pixels of the screen: 16 are 12 points.  What only a colour says, a shape
 * says too.
 */
#ifndef MHSW_PLOT_THEME_H
#define MHSW_PLOT_THEME_H

#include <stdint.h>

#define THEME_WIDTH     960
#define THEME_WIDTH_MIN 320
#define THEME_MARGIN    24
#define THEME_TEXT      16
#define THEME_TITLE     22
#define THEME_LINE      21 /* from one line of text to the next */

#define THEME_SERIES 6

/* Colours are 0xRRGGBB; beside each stands its contrast on white in the default theme
 * (WCAG 2.2 asks 4.5 of text and 3 of what has to be seen). */
struct theme {
	const char *font;      /* by which PNG and PDF are drawn, and the first in an SVG */
	const char *fallbacks; /* what stands in an SVG behind it, where the reader has it not */
	uint32_t paper;
	uint32_t ink;      /* 10.9: text, axes, intervals */
	uint32_t ink_dark; /* text on light cells: black, or a middle step of the ramp bears none */
	uint32_t figure;   /* 10.3 */
	uint32_t own;      /* 9.8: the own unit, signals */
	uint32_t bar;      /* 4.3: bars, lighter than their intervals */
	uint32_t centre;   /* 3.2: the centre line */
	uint32_t band;     /* a band behind the figures, its edges drawn with edge */
	uint32_t edge;     /* 3.7: edges of a band, hatches */
	uint32_t grid;
	uint32_t ramp_low; /* a heat map's cells, from low to high */
	uint32_t ramp_high;
	uint32_t negative[2]; /* answers apart from a middle: the strong one, the weak one */
	uint32_t neutral;
	uint32_t positive[2];
	uint32_t series[THEME_SERIES]; /* parts of a whole, lines of one panel */
};

extern const struct theme theme_default;

/* A colour of the ramp; share 0 to 1. */
uint32_t theme_ramp(const struct theme *theme, double share);
/* The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
double theme_contrast(uint32_t one, uint32_t other);
/* Dark ink or paper, whichever can be read on that colour. */
uint32_t theme_ink_on(const struct theme *theme, uint32_t colour);

#endif
