/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_reading: what stands between the elements of a drawing that is read (svg_read.c), and
 * those of them that show something (svg_shapes.c). */
#ifndef MHSW_PLOT_SVG_READING_H
#define MHSW_PLOT_SVG_READING_H

#include "svg_path.h"
#include "svg_read.h"
#include "svg_tag.h"
#include "svg_word.h"

struct svg_reading {
	struct field rest;
	struct svg_drawing *drawing;
	struct svg_path path;
	struct svg_word word;
	bool in_word;
	double width; /* of strokes */
	size_t depth; /* elements that are open */
	bool ended;
	uint32_t ink;
	struct fault *fault;
};

/* What is said of a form that is not known: what of it, the element's name, and nothing of a
 * text.  Returns false. */
bool svg_unknown(const struct svg_reading *reading, const struct svg_tag *tag, const char *what);
/* The figure of an attribute; false where it is none. */
bool svg_figure(const struct svg_tag *tag, const char *name, double *figure);
/* The attribute is left out or is that text. */
bool svg_value_is(const struct svg_tag *tag, const char *name, const char *text);
/* Takes the end of the element of that tag, of which only text was left. */
bool svg_take_end(struct svg_reading *reading, const struct svg_tag *tag);

/* Each takes one element into the drawing; false with the fault. */
bool svg_take_path(struct svg_reading *reading, const struct svg_tag *tag);
bool svg_take_polygon(struct svg_reading *reading, const struct svg_tag *tag);
/* The group around a word, which says where and how it stands. */
bool svg_take_place(struct svg_reading *reading, const struct svg_tag *tag);
bool svg_take_word(struct svg_reading *reading, const struct svg_tag *tag);

#endif
