/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: a picture that plot drew, made a part of a page. */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>

/* Appends the picture's svg element with a class, and its ids, and what refers to them,
 * with the prefix in front, so that they are unique in the page.  Elements and
 * attributes are those of a drawing alone: one that could run, load or link something is
 * a fault, and so is what is not well-formed. */
bool svg_embed(struct field drawn, const char *class_name, const char *prefix, struct buffer *out,
    struct fault *fault);

#endif
