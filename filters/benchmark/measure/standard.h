/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * standard: a standard population from a file: how many people of each stratum it has.
 */
#ifndef BENCHMARK_STANDARD_H
#define BENCHMARK_STANDARD_H

#include "../../lib/decimal.h"
#include "../../lib/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct standard;

/* A CSV file with the columns stratum and weight; NULL with a fault. */
struct standard *standard_read(const char *path, struct fault *fault);
void standard_free(struct standard *standard);
/* The path as given; lives as long as the standard. */
const char *standard_path(const struct standard *standard);
/* How many strata there are. */
size_t standard_count(const struct standard *standard);
/* False where it does not have the stratum. */
bool standard_find(const struct standard *standard, struct field stratum, struct decimal *weight);

#endif
