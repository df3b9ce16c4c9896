/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows: rows of a stream as a table of the page. */
#include "rows.h"

#include "../../lib/decimal.h"

#include <stdlib.h>
#include <string.h>

static bool
is_figure(struct field text)
{
	struct decimal number;

	return text.length == 0 || field_is_suppressed(text) || field_is_symbol(text)
	    || decimal_parse(text, &number) != DECIMAL_NOT_A_NUMBER;
}

/* A column of figures, some of which there are, stands to the right. */
static bool
is_numeric(const struct rows *rows, size_t column)
{
	bool some = false;

	for (size_t i = 0; i < rows->row_count; i++) {
		struct field cell = table_cell(rows->table, rows->rows[i], column);

		if (!is_figure(cell))
			return false;
		some = some || cell.length != 0;
	}
	return some;
}

/* A name for people where there is one, else the column's own with blanks. */
static void
write_head(struct grid *grid, const struct rows *rows, size_t column)
{
	const char *name = table_column_name(rows->table, column);
	struct field text = strings_named(grid->page->strings, "column.", field_of(name));
	bool numeric = is_numeric(rows, column);
	char *copy = xstrdup(name);

	for (char *at = copy; *at != '\0'; at++)
		if (*at == '_')
			*at = ' ';
	grid_head(grid, text.length != 0 ? text : field_of(copy), numeric);
	free(copy);
}

/* The name that plot has for a measure. */
static struct field
measure_name(const struct chart *chart, struct field id)
{
	struct config_node root = config_root(&chart->words);
	struct config_node list = config_member(&root, "measures");

	for (size_t i = 0; config_is_array(&list) && i < config_size(&list); i++) {
		struct config_node element = config_element(&list, i);
		struct config_node members[2] = { config_member(&element, "id"),
			config_member(&element, "name") };
		const char *texts[2] = { "", "" };
		struct fault ignored;

		if (config_text(&members[0], &texts[0], &ignored)
		    && config_text(&members[1], &texts[1], &ignored) && field_is(id, texts[0]))
			return field_of(texts[1]);
	}
	return id;
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

			if (rows->chart != NULL
			    && strcmp(table_column_name(rows->table, rows->columns[c]), "measure")
			        == 0)
				cell = measure_name(rows->chart, cell);
			grid_cell(grid, cell);
		}
}
