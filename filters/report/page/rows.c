/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows: rows of a stream as a table of the page. */
#include "rows.h"

#include "../../lib/decimal.h"

#include <stdlib.h>

/* Bytes of a cell that is not broken into lines. */
#define BRIEF_MAX 12

static bool
is_figure(struct field text)
{
	struct decimal number;

	return text.length == 0 || field_is_suppressed(text) || field_is_symbol(text)
	    || decimal_parse(text, &number) != DECIMAL_NOT_A_NUMBER;
}

/* A code with a name of its own, as plot writes it; anything else as it stands. */
static struct field
named(const struct page *page, struct field cell)
{
	char *code = xstrndup(cell.data, cell.length);
	const char *name = labels_find(page->labels, code);

	free(code);
	return name == NULL ? cell : field_of(name);
}

/* Figures, some of which there are; or words, all of them short, such as months. */
static enum grid_kind
kind_of(const struct page *page, const struct rows *rows, size_t column)
{
	bool figures = true;
	bool some = false;
	bool brief = true;

	for (size_t i = 0; i < rows->row_count; i++) {
		struct field cell = table_cell(rows->table, rows->rows[i], column);

		figures = figures && is_figure(cell);
		brief = brief && named(page, cell).length <= BRIEF_MAX;
		some = some || cell.length != 0;
	}
	return figures && some ? GRID_NUMBER : brief ? GRID_BRIEF : GRID_TEXT;
}

/* A name for people where there is one, else the column's own with blanks. */
static void
write_head(struct grid *grid, const struct rows *rows, size_t column)
{
	const char *name = table_column_name(rows->table, column);
	struct field text = strings_named(grid->page->strings, "column.", field_of(name));
	char *copy = xstrdup(name);

	for (char *at = copy; *at != '\0'; at++)
		if (*at == '_')
			*at = ' ';
	grid_head(
	    grid, text.length != 0 ? text : field_of(copy), kind_of(grid->page, rows, column));
	free(copy);
}

void
rows_write(struct grid *grid, const struct rows *rows)
{
	for (size_t c = 0; c < rows->column_count; c++)
		write_head(grid, rows, rows->columns[c]);
	grid_body(grid);
	for (size_t r = 0; r < rows->row_count; r++)
		for (size_t c = 0; c < rows->column_count; c++) {
			struct field cell =
			    table_cell(rows->table, rows->rows[r], rows->columns[c]);

			grid_cell(
			    grid, grid->kinds[c] == GRID_NUMBER ? cell : named(grid->page, cell));
		}
}
