/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * label: the symbol that a table of counts has in the place of a figure: it stays, where no
 * record has counts.  Of several symbols the least in byte order stays.
 *
 * While the cell's count is 0, the cell owns the symbol, if there was one.
 */
#ifndef BENCHMARK_LABEL_H
#define BENCHMARK_LABEL_H

#include "kind.h"

/* A record that has the symbol; the cell has none with counts so far, or it is passed over. */
void label_note(struct cell *cell, struct field symbol);
/* Before the first record with counts. */
void label_drop(struct cell *cell);
/* Of two cells, before the rest of them is merged.  False: that is all, for the other has no
 * counts. */
bool label_merge(struct cell *cell, const struct cell *other);
void label_save(const struct cell *cell, struct buffer *text);
/* The cell's count is 0. */
bool label_load(struct cell *cell, struct field text);
/* The figure of a cell without counts; false: it has some, or no symbol. */
bool label_reckon(const struct cell *cell, struct figure *figure);

#endif
