/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * organisation_changes: organisations that were replaced or merged, so that their records
 * count as those of the one that followed them.
 *
 * The list has the columns old, new, from and kind (replaced, merged, split; it may be left
 * out).  Records of the old code count as the new one's whatever their date, so that series
 * go on; from only tells which way a chain goes.  What was split, or has two that followed,
 * is left as it is: nobody can tell which part a record belongs to.
 */
#ifndef BENCHMARK_ORGANISATION_CHANGES_H
#define BENCHMARK_ORGANISATION_CHANGES_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

struct organisation_changes;

/* One old code. */
struct organisation_change;

/* NULL with a fault. */
struct organisation_changes *organisation_changes_load(const char *path, struct fault *fault);
/* What became of that code, or NULL. */
struct organisation_change *
organisation_changes_find(const struct organisation_changes *changes, struct field code);
/* The code that it counts as: itself where it was split. */
struct field organisation_change_now(const struct organisation_change *change);
/* It was split, and stays. */
bool organisation_change_is_split(const struct organisation_change *change);
void organisation_changes_free(struct organisation_changes *changes);

#endif
