/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * organisation: what bears a person's name and is none: St Mary's Hospital, Grace House,
 * Florence Nightingale Unit; and the words and phrases that stay (redact/keep.csv and the
 * policy's own list).
 */
#ifndef ANONYMISE_ORGANISATION_H
#define ANONYMISE_ORGANISATION_H

#include "../../lib/diag.h"
#include "people.h"

#include <stdbool.h>

struct keep;

/* The built-in phrases and those of a file with a column word (path, or NULL); their first
 * words become known to the lexicon. */
struct keep *keep_new(const char *path, struct lexicon *lexicon, struct fault *fault);
void keep_free(struct keep *keep);
/* Marks the longest phrase that begins with a word. */
void keep_mark(const struct keep *keep, struct people *people, size_t index);

/* Marks the words that go with a word of organisations: Grace in Grace House. */
void organisation_mark(struct people *people, size_t index);
/* Marks the saint's name behind St. */
void organisation_mark_saint(struct people *people, size_t index);

#endif
