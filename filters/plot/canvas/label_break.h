/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label_break: which words of a label stay on one line. */
#ifndef MHSW_PLOT_LABEL_BREAK_H
#define MHSW_PLOT_LABEL_BREAK_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

/* A line should not end at the blank, or behind the - / _, that stands there: it is inside a date
 * ("Mar 2026", "Q1 2026", "2025/26"), between a number and its sign, or inside "9 of 16" and "61%
 * to 88%".  Where a line has no other place to end, it may. */
bool label_keeps(struct field text, size_t at);

#endif
