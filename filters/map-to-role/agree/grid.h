/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid: a small table of texts for people: as wide as it needs, numbers to the right. */
#ifndef ROLE_GRID_H
#define ROLE_GRID_H

#include "../../lib/memory.h"

#include <stddef.h>

struct grid {
	size_t columns;
	size_t left; /* columns from the first on whose texts stand to the left */
	size_t count;
	size_t capacity;
	char **cells; /* one row after the other; owned */
};

/* {columns, left} is an empty grid.  The next cell, filled row by row, as printf does. */
void grid_put(struct grid *grid, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Appends the rows, two blanks between columns, none at a line's end. */
void grid_write(const struct grid *grid, struct buffer *out);
/* Wipes and frees. */
void grid_release(struct grid *grid);

#endif
