/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cursor: a place in a pattern, and the smallest pieces that are read there.
 */
#ifndef ROLE_CURSOR_H
#define ROLE_CURSOR_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

struct cursor {
	struct field pattern;
	size_t at;
	unsigned depth; /* groups that are open */
	struct fault *fault;
};

/* Says what is wrong at a byte of the pattern; false. */
bool cursor_fault(const struct cursor *cursor, size_t at, const char *what);
bool cursor_at_end(const struct cursor *cursor);
/* The next byte; NUL at the end. */
char cursor_peek(const struct cursor *cursor);
/* Whether this stands next; then it is read. */
bool cursor_take(struct cursor *cursor, const char *text);
/* Reads a whole character of UTF-8. */
void cursor_character(struct cursor *cursor);
/* Reads what stands after a backslash: punctuation, or one of letters. */
bool cursor_escape(struct cursor *cursor, const char *letters);
/* Reads an optional quantifier; without one both bounds are 1. */
bool cursor_quantifier(struct cursor *cursor, size_t *minimum, size_t *maximum);

#endif
