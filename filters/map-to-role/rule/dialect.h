/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dialect: the part of PCRE2 that a rule's pattern may use, and what can be known
 * about a pattern before any text is seen.
 *
 * Allowed: characters, escaped punctuation, the dot, classes, \b \B \d \D \w \W
 * \s \S, ^ and $, groups (?:...), look-around (?= ?! ?<= ?<!), alternation, and the
 * quantifiers ? {n} {n,m} (also lazy).  Refused: * + {n,} and {n,m} past
 * DIALECT_REPEAT_MAX, because an unbounded gap joins words that have nothing
 * to do with each other; a pattern that can match the empty text; and whatever
 * the parser does not know.
 */
#ifndef ROLE_DIALECT_H
#define ROLE_DIALECT_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include "sequence.h"

#include <stdbool.h>
#include <stddef.h>

#define DIALECT_REPEAT_MAX  100
#define DIALECT_PATTERN_MAX 2000
#define DIALECT_DEPTH_MAX   16

/* Checks a pattern and finds what its matches hold, which the caller releases.  The fault names
 * the byte (from 1). */
bool dialect_read(struct field pattern, struct needs *needs, struct fault *fault);

#endif
