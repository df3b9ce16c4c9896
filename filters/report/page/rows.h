/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows: rows of a CSV table as a table of the page. */
#ifndef REPORT_ROWS_H
#define REPORT_ROWS_H

#include "grid.h"

struct rows {
	const struct table *table;
	const size_t *columns; /* of the table, in the order of the page */
	size_t column_count;
	const size_t *rows;
	size_t row_count;
};

/* The headings and all cells, between grid_open and grid_close. */
void rows_write(struct grid *grid, const struct rows *rows);

#endif
