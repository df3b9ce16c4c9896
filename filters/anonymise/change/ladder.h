/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ladder: a hierarchy's file: in each row a value and what it becomes, step by step,
 * from the value itself to the coarsest.
 *
 * Strict: rows of one length, no empty cell, no value twice, one parent for each value of
 * a step, and no text that means one thing on one step and another on the next.
 */
#ifndef ANONYMISE_LADDER_H
#define ANONYMISE_LADDER_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

#define LADDER_STEPS_MAX 32
#define LADDER_ROWS_MAX  1000000

struct ladder;

/* Reads the file, whose delimiter is found by itself.  names: the header's columns in
 * the order of the steps; count 0: all as they stand. */
struct ladder *ladder_load(
    const char *path, bool header, const char *const *names, size_t count, struct fault *fault);
void ladder_free(struct ladder *ladder);

/* The value itself counted. */
size_t ladder_steps(const struct ladder *ladder);
/* The step's name in the header, or NULL. */
const char *ladder_step_name(const struct ladder *ladder, size_t step);
/* What a value, which may stand on an earlier step, is on a step; false where the file
 * does not hold it, or on a later step alone.  out lives as long as the ladder. */
bool ladder_climb(const struct ladder *ladder, struct field value, size_t step, struct field *out);

#endif
