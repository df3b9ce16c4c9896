/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * evaluate: how much of what people labelled in texts redaction finds.
 *
 * The file is CSV with the columns entity, text and expected_spans: start-end in
 * Unicode characters from 0, the end not in it, divided by semicolons; empty where the
 * text holds none.  A text that is labelled for several entities has a line for each.
 * Entities are ours, or those of Presidio (PERSON, UK_NHS ...).
 *
 * Of each entity and of all together:
 *   texts      lines
 *   labelled   spans that people labelled
 *   found      spans of this entity that redaction finds in these texts, and those
 *              of others that touch a labelled one: the placeholder is one for all
 *   matched    labelled spans of which nothing but blanks would be left
 *   exact      of those matched, the ones that a found span begins and ends with
 *   missed     labelled spans of which something would be left: a leak
 *   wrong      found spans that touch no labelled one
 *   recall     matched / labelled
 *   precision  (found - wrong) / found
 *   f2         5 precision recall / (4 precision + recall): a leak weighs more than a
 *              needless placeholder (van Rijsbergen, 1979)
 * A share of nothing is empty.  What one line does not speak of is not judged in it: an
 * address in a text that is labelled for names alone is neither found nor wrong.
 */
#ifndef ANONYMISE_EVALUATE_H
#define ANONYMISE_EVALUATE_H

#include "../../lib/writer.h"
#include "redact.h"

#include <stdbool.h>

/* Writes a table of figures; where files and lines fail, in notes (diag_note), never a
 * text.  entities: those that redact was made for; others are labelled and never found.
 * A file that is not as above is a fault with its line. */
bool evaluate_spans(const char *path, struct redact *redact, unsigned entities,
    struct writer *writer, struct fault *fault);

#endif
