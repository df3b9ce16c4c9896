/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * markdown: texts put into a page so that none of their characters
 * is taken for a mark of the page (GitHub Flavored Markdown, 0.29).
 */
#ifndef MHSW_MARKDOWN_H
#define MHSW_MARKDOWN_H

#include "field.h"
#include "memory.h"

/* Appends the text on one line: line breaks and other control characters become
 * blanks.  `code` stays code.  cell: it stands in a table. */
void markdown_text(struct buffer *out, const char *text, bool cell);
/* Appends the text as code; an empty one as the word empty. */
void markdown_code(struct buffer *out, struct field text, bool cell);

#endif
