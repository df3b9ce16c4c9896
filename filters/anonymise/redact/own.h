/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * own: the identifiers of the row itself (names, numbers) in its texts, in whatever
 * writing.
 */
#ifndef ANONYMISE_OWN_H
#define ANONYMISE_OWN_H

#include "../../lib/field.h"
#include "scan.h"
#include "spans.h"

#include <stdbool.h>
#include <stddef.h>

struct own;

struct own *own_new(void);
/* Wipes and frees. */
void own_free(struct own *own);
/* The values of the record at hand; borrowed until the next call. */
void own_set(struct own *own, const struct field *values, size_t count);
/* Adds where they stand in a text (ENTITY_OWN); false when it cannot be searched. */
bool own_find(
    struct own *own, const struct scan *scan, const struct lexicon *lexicon, struct spans *spans);

#endif
