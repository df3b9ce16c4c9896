/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pair_put: a pair's limits as columns, and their methods as words.
 */
#ifndef BENCHMARK_PAIR_PUT_H
#define BENCHMARK_PAIR_PUT_H

#include "../compare/comparer.h"
#include "pair.h"

typedef enum pair_method
pair_limits(const struct pair *pair, double confidence, struct interval *limits);

/* Puts the limits at 95% and at 99.8% into the four columns; their method. */
enum pair_method pair_put(struct compare_set *set, size_t member, const struct pair *pair,
    pair_limits *limits, const enum compare_column columns_of_limits[4]);
/* A number for the column method of what made a ratio's limits and a difference's, or NaN
 * where neither has any; and the words for it. */
double pair_note(enum pair_method ratio, enum pair_method difference);
void pair_words(double note, struct buffer *text);

#endif
