/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * terminal: what the charts for a terminal share; widths are in cells.
 */
#ifndef MHSW_PLOT_TERMINAL_H
#define MHSW_PLOT_TERMINAL_H

#include "../select/select.h"
#include "../words/words.h"

/* The width of the column of names: the widest, at most two fifths of all. */
size_t terminal_widest_unit(const struct selection *selection, size_t columns);
/* The unit's name behind its mark, cut or padded to cells. */
void
terminal_unit(struct buffer *text, const struct selection *selection, size_t unit, size_t cells);
void terminal_right(struct buffer *text, const char *figure, size_t cells);
/* Ends a line, without blanks before its end. */
void terminal_end_line(struct buffer *text);
/* The value as published, % behind a proportion; the caller frees it. */
char *terminal_value(const struct series_row *row);

/* The cell, of so many, in which the value stands between low and high. */
size_t terminal_place(double value, double low, double high, size_t cells);
/* The figures in the chart's order, a line each. */
void terminal_table(const struct selection *selection, size_t columns, struct buffer *text);
/* The whole chart in columns cells: title, figures, notes. */
void terminal_chart(const struct selection *selection, const struct words *words, size_t columns,
    struct buffer *text);

/* The whole chart in plain ASCII, cell for cell: the signs that charts draw with have one
 * each (terminal_ascii.c; a new sign needs its line there), letters lose their marks, and
 * what is left is '?'. */
void terminal_ascii(struct buffer *text);

static inline size_t
terminal_larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

#endif
