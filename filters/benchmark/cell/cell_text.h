/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell_text: what a cell holds as one text, for partitions: whole numbers in hexadecimal and
 * words, with a blank between.
 *
 * Each content has one text only, so that reading takes what writing made and nothing else.
 */
#ifndef BENCHMARK_CELL_TEXT_H
#define BENCHMARK_CELL_TEXT_H

#include "../../lib/decimal.h"
#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stdint.h>

void cell_text_number(struct buffer *text, decimal_unsigned number);
/* Any bytes, each as two hexadecimal digits; a mark before them tells no bytes from none. */
void cell_text_bytes(struct buffer *text, struct field bytes);
void cell_text_sum(struct buffer *text, const struct decimal_sum *sum);

/* The rest of a text; once good is false it stays so, and what is read is 0. */
struct cell_text {
	struct field rest;
	bool good;
};

struct cell_text cell_text_of(struct field text);
/* At most most. */
decimal_unsigned cell_text_read(struct cell_text *text, decimal_unsigned most);
uint64_t cell_text_read_count(struct cell_text *text);
/* The bytes, owned by the caller; nothing where the text is not good. */
bool cell_text_read_bytes(struct cell_text *text, struct buffer *bytes);
/* Of count values, at least one. */
struct decimal_sum cell_text_read_sum(struct cell_text *text);
/* All was good, and nothing is left. */
bool cell_text_ends(const struct cell_text *text);

#endif
