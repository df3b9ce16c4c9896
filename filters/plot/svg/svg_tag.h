/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_tag: gnuplot's SVG as its tags, their attributes and figures. */
#ifndef MHSW_PLOT_SVG_TAG_H
#define MHSW_PLOT_SVG_TAG_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stdint.h>

/* A tag and the text up to the next. */
struct svg_tag {
	struct field name; /* "?xml" of the first */
	bool closes;       /* </name> */
	bool empty;        /* <name/> */
	struct field attributes;
	struct field text;
};

/* Takes the next tag from the front of rest.  False where rest does not begin with a whole
 * tag, as at its end. */
bool svg_tag_next(struct field *rest, struct svg_tag *tag);
/* Takes the next name='value' from the front of a tag's attributes.  False at their end, and
 * where there is none: then something but blanks is left. */
bool svg_tag_attribute(struct field *rest, struct field *name, struct field *value);
/* The value of the attribute, or no bytes. */
struct field svg_tag_value(const struct svg_tag *tag, const char *name);

/* Takes bytes that are text from the front of rest; else false. */
bool svg_tag_skip(struct field *rest, const char *text);
/* Takes blanks, tabs and line ends from the front of rest. */
void svg_tag_blanks(struct field *rest);
bool svg_tag_is_blank(struct field text);
/* Takes a decimal figure below ten million from the front of rest, with blanks before it;
 * false where there is none. */
bool svg_tag_number(struct field *rest, double *number);
/* rgb(1, 2, 3) or #123456 as 0xRRGGBB; false where it is neither. */
bool svg_tag_colour(struct field value, uint32_t *colour);

#endif
