/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * language: whether a text is plainly in another language than the rules.
 *
 * It is told by the small words of which running text is full (after Ingle, 1976), which
 * are data: columns language, name and words, the words divided by blanks.  Words that
 * two languages have speak for neither of them.  A text is in another language where
 * LANGUAGE_WORDS_MIN of its words or more are words of that one and not of the rules' own,
 * and more than twice as many as the other way round; or where most of its letters are
 * not Latin.  A text whose beginning is plainly in the own language is read no further:
 * what follows in another one does not make it foreign.  What has few such words, as notes in
 * catchwords, is taken to be in the rules' language: only what is plain is left out.
 */
#ifndef ROLE_LANGUAGE_H
#define ROLE_LANGUAGE_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

#define LANGUAGES_MAX      32
#define LANGUAGE_WORDS_MIN 3U

struct languages;

/* own: the rules' language, such as "en", which has to be one of the file's.  NULL with
 * a fault. */
struct languages *languages_load(const char *path, const char *own, struct fault *fault);
void languages_free(struct languages *languages);
/* text is in its normal form (text_normalise). */
bool languages_foreign(const struct languages *languages, struct field text);

#endif
