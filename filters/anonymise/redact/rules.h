/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules: the shapes of structured identifiers, as data.
 *
 * A table with the columns
 *
 *	entity   what a match is (entity_names); "=name" makes the pattern a part, which
 *	         later patterns hold as <<name>>
 *	digits   how many digits, with up to three marks between two, a text has to have;
 *	         empty: none
 *	needs    what else: words with a blank between them that all have to hold, each of
 *	         them of one or more with a bar between: at url letter-digit digit-letter
 *	         inward date plus pair dot, or a class of words (lexicon_classes)
 *	group    the group of the pattern that is the identifier; empty: the whole match
 *	check    what the match has to be besides (check.h); empty: nothing
 *	pattern  PCRE2, for text in plain form (text_plain)
 *	comment  for the reader
 *
 * The built-in ones are redact/rules.csv.  To redact is not to validate: where a word
 * beside it says what a number is, it is found even when its check digit fails.
 */
#ifndef ANONYMISE_RULES_H
#define ANONYMISE_RULES_H

#include "../../lib/diag.h"
#include "scan.h"
#include "spans.h"

#include <stdbool.h>
#include <stddef.h>

struct rules;

/* The rules of these entities (a bit for each): the built-in ones and those of a file of
 * the same form (NULL: none), which may use the built-in parts. */
struct rules *rules_new(unsigned entities, const char *path, struct fault *fault);
void rules_free(struct rules *rules);
/* How many there are. */
size_t rules_count(const struct rules *rules);

/* Which words (a bit for each enum lexicon_class) any of them asks for. */
uint32_t rules_classes(const struct rules *rules);
/* Whether the rules of these entities may find something in a text that is bare
 * (SCAN_BARE). */
bool rules_match_bare(const struct rules *rules, unsigned entities);

/* Adds what the rules of these entities find; false when the text cannot be searched. */
bool rules_find(
    const struct rules *rules, const struct scan *scan, unsigned entities, struct spans *spans);

#endif
