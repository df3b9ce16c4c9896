/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin: names by their plain letters, so that Zoë is Zoe and O'Neill is oneill. */
#ifndef ANONYMISE_LATIN_H
#define ANONYMISE_LATIN_H

#include "../../lib/memory.h"
#include "../../lib/text.h"

/* Appends the text in small letters, letters of Latin scripts without their marks, and
 * without apostrophes between letters unless they are asked for.  folded is room that is
 * used again from call to call. */
void latin_reduce(struct buffer *out, struct field text, bool apostrophes, struct text *folded);

#endif
