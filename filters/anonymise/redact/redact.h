/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * redact: free text with its identifiers replaced by a placeholder.
 *
 * The placeholder is one for all, [REDACTED], since typed ones help to guess;
 * typed ones ([EMAIL], [NAME]) are a choice.  Spans that overlap become one.
 * A text that cannot be searched (a pattern runs into its match limit) becomes
 * the placeholder as a whole: it is never passed.
 */
#ifndef ANONYMISE_REDACT_H
#define ANONYMISE_REDACT_H

#include "../../lib/diag.h"
#include "identifier.h"
#include "spans.h"
#include "wish.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct redact;

enum redact_result {
	REDACT_CLEAN,       /* nothing found: the text may go on as it stands */
	REDACT_CHANGED,     /* out is the text with placeholders */
	REDACT_UNSEARCHABLE /* out is the placeholder */
};

/* entities: a bit (1 << enum entity) for each to look for by any column. */
struct redact *
redact_new(unsigned entities, const struct redact_lists *lists, bool typed, struct fault *fault);
/* Before the texts of a record: the values of its own identifiers (names, numbers), to
 * be looked for besides; they are borrowed until the next call. */
void redact_own(struct redact *redact, const struct field *values, size_t count);
/* Wipes the last text. */
void redact_free(struct redact *redact);

/* Well-formed UTF-8.  Adds what was replaced to found; out lives until the next
 * call and is left alone where the text is clean. */
enum redact_result redact_text(struct redact *redact, struct field text, unsigned entities,
    uint64_t found[ENTITIES], struct field *out);

/* What would be replaced, in the order of the text, none of them overlapping; start and
 * end are bytes of the text.  The spans live until the next call; false: not
 * searchable. */
bool redact_spans(struct redact *redact, struct field text, unsigned entities,
    const struct redact_span **spans, size_t *count);

#endif
