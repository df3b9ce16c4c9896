/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * titled: names that follow a title or a role word: Dr Smith, MRS O'BRIEN,
 * mr jones, Sister Anne, Prof. J. van der Berg.  The title stays, the name goes.
 *
 * Titles that are only ever titles (Mr, Mrs, Ms, Mx) take the next word as a name
 * in any writing; words that are also nouns or verbs (doctor, nurse, miss) take a
 * capitalised one, and are kept from the common words that follow them.
 */
#ifndef ANONYMISE_TITLED_H
#define ANONYMISE_TITLED_H

#include "../../lib/memory.h"

#include <stddef.h>

/* The offset of the first title at or after start, or the text's length.  It is
 * quick, so that a text without any costs little. */
size_t titled_first(const char *data, size_t length, size_t start);

#define TITLED_PATTERNS 2
/* Appends a pattern (PCRE2); its group 1 is the name. */
void titled_pattern(size_t index, struct buffer *pattern);

#endif
