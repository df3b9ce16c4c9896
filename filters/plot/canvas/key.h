/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * key: what the shapes and colours of a chart mean, in lines that wrap.
 *
 * Entries stand in the order in which the chart is read, from left to right; a word
 * stands beside each sample, so that no colour is alone.
 */
#ifndef MHSW_PLOT_KEY_H
#define MHSW_PLOT_KEY_H

#include "canvas.h"

enum key_mark {
	KEY_WORDS, /* no sample */
	KEY_BOX,
	KEY_BAND,  /* a box between two lines of the theme's edge */
	KEY_HATCH, /* a frame with strokes: held back */
	KEY_LINE,
	KEY_DASHED,
	KEY_CIRCLE,
	KEY_DIAMOND,
	KEY_POINTER,
	KEY_INTERVAL
};

#define KEY_SAMPLE        26.0 /* the width of a sample */
#define KEY_SAMPLE_HEIGHT 16.0

struct key_entry {
	enum key_mark mark;
	uint32_t colour;
	const char *text; /* borrowed, cleaned; an entry without text is left out */
	/* Draws the sample of a chart of its own kind instead, KEY_SAMPLE wide from x, about y;
	 * may be NULL. */
	void (*draw)(struct canvas *canvas, const struct key_entry *entry, double x, double y);
	size_t number; /* for draw: which of the chart's own, such as the level */
};

/* Draws the entries from x, the middle of the first line at y, in lines of at most width
 * pixels; a text too long for a line wraps behind its sample.  Returns the y of the line
 * below the last, which is y itself where there is no entry. */
double key_draw(struct canvas *canvas, const struct key_entry *entries, size_t count, double x,
    double y, double width);
/* The lines that key_draw needs in that width. */
size_t key_lines(const struct key_entry *entries, size_t count, double width);

#endif
