/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_lines: cells and lines of the tables for people, of 80 columns. */
#ifndef ROLE_REPORT_LINES_H
#define ROLE_REPORT_LINES_H

#include "../../lib/memory.h"

#include "figures.h"

/* Heads above numbers, ended by NULL, and the line's end; "95%" is an interval's. */
void lines_heads(struct buffer *out, const char *const *heads);
/* One head of a count. */
void lines_head(struct buffer *out, struct field head);
/* The code at a line's beginning. */
void lines_code(struct buffer *out, struct field code, size_t width);
/* A count, with one decimal where it is not whole. */
void lines_count(struct buffer *out, double count);
/* A number with 3 decimals, or "none". */
void lines_number(struct buffer *out, double number);
/* The same in a sentence, after a blank. */
void lines_inline(struct buffer *out, double number);
/* A number, and its interval. */
void lines_share(struct buffer *out, const struct figure *share);
/* Ends the line that begins at start, and underlines it. */
void lines_underline(struct buffer *out, size_t start);
/* No blanks at the ends of lines. */
void lines_trim(struct buffer *out);

#endif
