/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * names: texts kept once, each with a number in the order of first sight.
 *
 * A kept text stays where it is until names_release.
 */
#ifndef MHSW_NAMES_H
#define MHSW_NAMES_H

#include "diag.h"
#include "field.h"
#include "memory.h"

#include <stddef.h>

#define NAMES_NONE ((size_t)-1)

struct names {
	const char **texts; /* NUL-terminated */
	size_t count;
	size_t capacity;
	struct names_entry *index;
};

/* The text's number; it is copied when it is new. */
size_t names_add(struct names *names, struct field text);
/* The text's number, or NAMES_NONE. */
size_t names_find(const struct names *names, struct field text);
/* As names_find, but an unknown one is a fault: what it is, and the nearest name
 * or those there are. */
bool names_require(const struct names *names, const char *typed, const char *what, size_t *number,
    struct fault *fault);
/* Adds the i-th name to a list for a message, which ends at 20. */
void names_list(struct buffer *list, size_t i, const char *name);
void names_release(struct names *names);

#endif
