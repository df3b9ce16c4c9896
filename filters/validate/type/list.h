/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * list: values of one type with a delimiter between them.  An empty text is a
 * list without items.
 */
#ifndef VALIDATE_LIST_H
#define VALIDATE_LIST_H

#include "type.h"

/* As type_cast and its kin, for a list. */
bool list_cast(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast);
int list_compare(const struct type *type, struct field a, struct field b);
bool list_equal(const struct type *type, struct field a, struct field b);
void list_key(const struct type *type, struct field value, struct buffer *out);
/* The number of items of a canonical list; none in an empty text. */
size_t list_count(const struct type *type, struct field value);

#endif
