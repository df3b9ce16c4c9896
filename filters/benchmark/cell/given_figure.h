/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * given_figure: a figure as it is published already: its value, limits and counts, each a
 * number, a symbol in its place, or nothing.
 */
#ifndef BENCHMARK_GIVEN_FIGURE_H
#define BENCHMARK_GIVEN_FIGURE_H

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

#include <stdbool.h>

enum given_part {
	GIVEN_VALUE,
	GIVEN_NUMERATOR,
	GIVEN_DENOMINATOR,
	GIVEN_LOWER,
	GIVEN_UPPER,
	GIVEN_PARTS
};

enum given_content { GIVEN_NOTHING, GIVEN_NUMBER, GIVEN_SYMBOL };

struct given_entry {
	enum given_content content;
	struct decimal number;
	char *symbol; /* owned */
};

struct given_figure {
	struct given_entry parts[GIVEN_PARTS];
};

struct given_figure *given_figure_copy(const struct given_figure *figure);
/* There is a number or a symbol in it. */
bool given_figure_has(const struct given_figure *figure);
/* Frees what it points to. */
void given_figure_clear(struct given_figure *figure);
/* And itself; NULL is fine. */
void given_figure_free(struct given_figure *figure);
/* As one text of a partition (cell_text.h). */
void given_figure_save(const struct given_figure *figure, struct buffer *text);
/* NULL where it is no such text. */
struct given_figure *given_figure_load(struct field text);

#endif
