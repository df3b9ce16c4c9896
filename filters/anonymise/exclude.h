/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exclude: people who opted out, whose records go before anything else is done.
 *
 * The list has an identifier a line, behind which a comma may stand; a first line with
 * the column's name is a header, and of several columns the one of that name counts.  A
 * list that would exclude nobody without a word is refused.  Only digests under a key
 * of this run are kept: 22 to 43 bytes for each identifier.
 *
 * What the national data opt-out service sends back is the list of those who did *not*
 * opt out: it is no such list.
 */
#ifndef ANONYMISE_EXCLUDE_H
#define ANONYMISE_EXCLUDE_H

#include "../lib/diag.h"
#include "../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

struct exclude;

/* NULL with the fault.  column: the name of the identifier's column in the data.
 * broadly: a number that a spreadsheet has marked, pointed or shortened counts as well,
 * and so do other capitals, so that nobody who is on the list is missed; otherwise only what tokens
 * take for one (identity.h), so that nobody who is not on it counts. */
struct exclude *
exclude_load(const char *path, const char *column, bool broadly, struct fault *fault);
/* Wipes and frees; good for NULL. */
void exclude_free(struct exclude *exclude);
/* Different identifiers on the list. */
size_t exclude_count(const struct exclude *exclude);
/* The value, in whatever writing, is on the list; an empty one never is. */
bool exclude_holds(struct exclude *exclude, struct field value);

#endif
