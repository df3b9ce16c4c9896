/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grid: a table of the page: caption, column headings, rows whose first cell is their
 * heading, in a region that scrolls where it is too wide.
 */
#ifndef REPORT_GRID_H
#define REPORT_GRID_H

#include "page.h"

enum grid_kind { GRID_TEXT, GRID_BRIEF, GRID_NUMBER };

struct grid {
	struct page *page;
	size_t number; /* of the table, for its id */
	size_t column; /* of the next cell */
	bool suppressed;
	bool symbols;
	enum grid_kind *kinds; /* of each column; owned */
	size_t columns;
};

/* Begins the table with its caption, of which no other has the same.  Then a heading for each
 * column. */
void grid_open(struct grid *grid, struct page *page, size_t columns, struct field caption);
/* The same with a fixed text as the caption, filled in with one value. */
void grid_open_key(
    struct grid *grid, struct page *page, size_t columns, const char *key, struct field value);
void grid_head(struct grid *grid, struct field text, enum grid_kind kind);
/* The same by the key of a fixed text. */
void grid_head_key(struct grid *grid, const char *key, enum grid_kind kind);
/* The headings are done.  Then the cells of all rows, one behind the other. */
void grid_body(struct grid *grid);
void grid_cell(struct grid *grid, struct field text);
void grid_count(struct grid *grid, uint64_t number);
/* Ends the table, with notes on its symbols. */
void grid_close(struct grid *grid);

#endif
