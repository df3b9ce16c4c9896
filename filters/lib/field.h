/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * field: a borrowed run of bytes, (pointer, length), never NUL-terminated.
 *
 * A field from a reader lives until the next record; keeping it means copying.
 */
#ifndef MHSW_FIELD_H
#define MHSW_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct field {
	const char *data;
	size_t length;
};

/* A view of a NUL-terminated text. */
static inline struct field
field_of(const char *text)
{
	return (struct field){ text, strlen(text) };
}

static inline bool
field_equals(struct field a, struct field b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool
field_is(struct field field, const char *text)
{
	return field_equals(field, field_of(text));
}

/* Byte order (memcmp, then length): the same in every locale. */
int field_compare(struct field a, struct field b);

/* The field without ASCII blanks and tabs at its ends. */
struct field field_trim(struct field field);

/* A whole decimal integer, an optional sign and digits and nothing else;
 * false when it is not one or does not fit. */
bool field_to_integer(struct field field, int64_t *value);

/* A symbol that stands for a figure which is not shown: "*" (suppressed). */
static inline bool
field_is_suppressed(struct field field)
{
	return field.length == 1 && field.data[0] == '*';
}

/* A published symbol such as [c], [x], [z], [low]: a labelled missing value. */
bool field_is_symbol(struct field field);

#endif
