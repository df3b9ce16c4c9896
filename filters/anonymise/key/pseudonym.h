/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pseudonym: the same token for the same value of the same kind of thing, in
 * every file of a project; another key or another project changes every token.
 *
 * token = the first bits of HMAC-SHA-256(subkey for "pseudonym", "anonymise/v1",
 * project, entity, value) in Crockford's base32.  Blanks around a value do not
 * count, nor do blanks and hyphens in an NHS number, zero-width characters, or
 * the ways in which Unicode writes one character (composed or not, curly or
 * straight, full-width, the many blanks and dashes).
 *
 * Tokens of short values are remembered in a table of fixed size.
 */
#ifndef ANONYMISE_PSEUDONYM_H
#define ANONYMISE_PSEUDONYM_H

#include "key.h"

#include <stddef.h>

#define PSEUDONYM_BITS_MINIMUM 80
#define PSEUDONYM_BITS_USUAL   128
#define PSEUDONYM_BITS_MAXIMUM 256

struct pseudonym;

/* NULL with the fault where there is no guarded memory. */
struct pseudonym *pseudonym_new(const struct key *key, const char *project, const char *entity,
    size_t bits, struct fault *fault);
/* Wipes what it kept. */
void pseudonym_free(struct pseudonym *pseudonym);

/* The token, which lives until the next call; empty for a value that is missing. */
struct field pseudonym_token(struct pseudonym *pseudonym, struct field value);

#endif
