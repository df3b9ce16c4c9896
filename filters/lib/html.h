/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html: texts on their way into a page or a picture, in HTML and XML alike. */
#ifndef MHSW_HTML_H
#define MHSW_HTML_H

#include "field.h"
#include "memory.h"

/* Appends any bytes as text, or as the value of a quoted attribute: nothing of them is
 * markup.  What is no UTF-8, control characters, and those that turn the direction of
 * the text around them become U+FFFD; tabs and line ends stay. */
void html_text(struct buffer *out, struct field text);

#endif
