/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * names: the names of people in a text: behind titles, kin and role words, and by lists.
 */
#ifndef ANONYMISE_NAMES_H
#define ANONYMISE_NAMES_H

#include "../../lib/diag.h"
#include "scan.h"
#include "spans.h"
#include "wish.h"

#include <stdbool.h>

struct names;

/* The policy's own names and the words it keeps are added to the lexicon. */
struct names *
names_new(const struct redact_lists *lists, struct lexicon *lexicon, struct fault *fault);
/* Wipes and frees. */
void names_free(struct names *names);

/* Adds the names of a text that was scanned with that lexicon; false when it cannot be
 * searched. */
bool names_find(struct names *names, const struct scan *scan, struct spans *spans);

#endif
