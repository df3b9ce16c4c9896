/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_word: a word of a drawing that stays text, in its own direction. */
#ifndef MHSW_PLOT_SVG_WORD_H
#define MHSW_PLOT_SVG_WORD_H

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../canvas/canvas.h"

struct svg_word {
	double x; /* of the alignment's edge */
	double y; /* of the baseline */
	enum canvas_align align;
	double size;
	bool bold;
	uint32_t colour;
};

/* Appends the word; what a drawing's words have in common (size THEME_TEXT, ink as their
 * colour) is left to the element around them. */
void
svg_word_write(struct buffer *svg, const struct svg_word *word, struct field text, uint32_t ink);

#endif
