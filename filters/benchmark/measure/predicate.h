/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * predicate: which records count, as a small closed form of JSON: a column with one of some
 * values or on one side of a number, a column with any answer, and all, any or not of these.
 *
 * Its logic has three values (Kleene 1938): of a record without the answer nobody knows,
 * unless the rest decides alone.
 */
#ifndef BENCHMARK_PREDICATE_H
#define BENCHMARK_PREDICATE_H

#include "../../lib/config.h"
#include "../kind/taken.h"
#include "measure.h"

enum predicate_truth { PREDICATE_FALSE, PREDICATE_TRUE, PREDICATE_UNKNOWN };

struct predicate_answer {
	enum predicate_truth truth;
	enum kind_taken why; /* it is unknown */
	size_t field;        /* and the column to blame */
};

struct predicate;

/* What a predicate is for: a condition takes a value that it names at its word, an empty
 * one or a missing code, too; what is counted needs an answer. */
enum predicate_use { PREDICATE_CONDITION, PREDICATE_COUNT };

/* Owned by the caller; NULL with a fault. */
struct predicate *
predicate_read(const struct config_node *node, enum predicate_use use, struct fault *fault);
bool predicate_bind(struct predicate *predicate, const struct reader *reader, struct fault *fault);
struct predicate_answer predicate_ask(const struct predicate *predicate,
    const struct measure_values *missing, const struct reader *reader);
void predicate_release(struct predicate *predicate);

#endif
