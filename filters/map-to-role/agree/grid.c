/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grid.h"

#include "../../lib/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
grid_put(struct grid *grid, const char *format, ...)
{
	va_list arguments, again;
	size_t length;
	char *cell;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = (size_t)vsnprintf(NULL, 0, format, arguments);
	cell = xmalloc(length + 1);
	vsnprintf(cell, length + 1, format, again);
	va_end(again);
	va_end(arguments);
	if (grid->count == grid->capacity) {
		grid->capacity = grid->capacity == 0 ? 64 : grid->capacity * 2;
		grid->cells = xreallocarray(grid->cells, grid->capacity, sizeof grid->cells[0]);
	}
	grid->cells[grid->count++] = cell;
}

static size_t
width_of(const struct grid *grid, size_t column)
{
	size_t width = 0;

	for (size_t i = column; i < grid->count; i += grid->columns) {
		size_t length = text_characters(field_of(grid->cells[i]));

		width = length > width ? length : width;
	}
	return width;
}

void
grid_write(const struct grid *grid, struct buffer *out)
{
	size_t *widths = xcalloc(grid->columns + 1, sizeof widths[0]);

	for (size_t i = 0; i < grid->columns; i++)
		widths[i] = width_of(grid, i);
	for (size_t i = 0, column = 0; i < grid->count; i++) {
		size_t blanks = widths[column] - text_characters(field_of(grid->cells[i]));
		bool last = column + 1 == grid->columns;
		size_t start;

		if (column >= grid->left)
			buffer_format(out, "%*s", (int)blanks, "");
		start = out->length;
		buffer_append_text(out, grid->cells[i]);
		/* a line break in a value ends no line of the table */
		text_disarm(out, start, "");
		if (column < grid->left && !last)
			buffer_format(out, "%*s", (int)blanks, "");
		buffer_append_text(out, last ? "\n" : "  ");
		column = last ? 0 : column + 1;
	}
	free(widths);
}

void
grid_release(struct grid *grid)
{
	for (size_t i = 0; i < grid->count; i++) {
		explicit_bzero(grid->cells[i], strlen(grid->cells[i]));
		free(grid->cells[i]);
	}
	free(grid->cells);
	*grid = (struct grid){ 0 };
}
