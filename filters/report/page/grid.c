/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid: a table of the page. */
#include "grid.h"

#include "../../lib/html.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* With more columns a table takes a sheet of its own, the long way, and smaller letters:
 * on paper nothing scrolls. */
#define MANY_COLUMNS 9

void
grid_open(struct grid *grid, struct page *page, size_t columns, struct field caption)
{
	*grid = (struct grid){ .page = page, .columns = columns };
	grid->number = ++page->grids_done;
	grid->kinds = xcalloc(columns + 1, sizeof *grid->kinds);
	buffer_format(&page->out,
	    "<div class=\"scroll\" role=\"region\" aria-labelledby=\"table-%zu-caption\" "
	    "tabindex=\"0\">\n<table%s id=\"table-%zu\">\n<caption id=\"table-%zu-caption\"><span>",
	    grid->number, columns > MANY_COLUMNS ? " class=\"many\"" : "", grid->number,
	    grid->number);
	page_text(page, caption);
	page_put(page, "</span></caption>\n<thead>\n<tr>");
}

void
grid_open_key(
    struct grid *grid, struct page *page, size_t columns, const char *key, struct field value)
{
	struct buffer caption = { 0 };

	strings_fill(page->strings, &caption, key, &value, 1);
	grid_open(grid, page, columns, (struct field){ caption.data, caption.length });
	buffer_release(&caption);
}

/* How a cell of the column stands. */
static const char *
class_of(const struct grid *grid, size_t column)
{
	static const char *const classes[] = { "", " class=\"b\"", " class=\"n\"" };

	return classes[grid->kinds[column]];
}

void
grid_head(struct grid *grid, struct field text, enum grid_kind kind)
{
	grid->kinds[grid->column] = kind;
	buffer_format(&grid->page->out, "<th scope=\"col\"%s>",
	    kind == GRID_NUMBER ? class_of(grid, grid->column) : "");
	grid->column++;
	page_text(grid->page, text);
	page_put(grid->page, "</th>");
}

void
grid_head_key(struct grid *grid, const char *key, enum grid_kind kind)
{
	grid_head(grid, strings_text(grid->page->strings, key), kind);
}

void
grid_body(struct grid *grid)
{
	page_put(grid->page, "</tr>\n</thead>\n<tbody>\n");
	grid->column = 0;
}

/* What a symbol means stands behind it for who does not see the note below. */
static void
write_value(struct grid *grid, struct field text)
{
	const char *key = NULL;

	page_text(grid->page, text);
	if (field_is_suppressed(text)) {
		grid->suppressed = true;
		key = "cell.suppressed";
	} else if (field_is_symbol(text)) {
		grid->symbols = true;
		key = "cell.symbol";
	}
	if (key == NULL)
		return;
	page_put(grid->page, " <span class=\"unseen\">");
	page_say(grid->page, key);
	page_put(grid->page, "</span>");
}

void
grid_cell(struct grid *grid, struct field text)
{
	bool first = grid->column == 0;

	buffer_format(&grid->page->out, first ? "<tr><th scope=\"row\"%s>" : "<td%s>",
	    class_of(grid, grid->column));
	write_value(grid, text);
	page_put(grid->page, first ? "</th>" : "</td>");
	if (++grid->column == grid->columns) {
		page_put(grid->page, "</tr>\n");
		grid->column = 0;
	}
}

void
grid_count(struct grid *grid, uint64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRIu64, number);
	grid_cell(grid, field_of(text));
}

void
grid_close(struct grid *grid)
{
	page_put(grid->page, "</tbody>\n</table>\n</div>\n");
	if (grid->suppressed)
		page_element(grid->page, "p", "note", "note.suppressed");
	if (grid->symbols)
		page_element(grid->page, "p", "note", "note.symbol");
	free(grid->kinds);
}
