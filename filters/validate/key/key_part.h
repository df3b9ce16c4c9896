/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_part: what key.c and its loaders share. */
#ifndef VALIDATE_KEY_PART_H
#define VALIDATE_KEY_PART_H

#include "key.h"

/* A new key of these columns, which it takes over; the rule is the caller's to give. */
struct key *key_add(struct keys *keys, enum finding_code code, size_t *columns, size_t count);
/* Ends the rule in the buffer and gives it to the key. */
void key_take_rule(struct key *key, struct buffer *rule);
/* Appends the fields' names: "a, b". */
void
key_names(const struct schema *schema, const size_t *columns, size_t count, struct buffer *out);

/* Appends one part of a key of count parts, from a canonical value. */
void key_part(struct buffer *out, size_t count, const struct type *type, struct field value);

/* Counts one more key; a fault (with the place, where file is not NULL) past the limit. */
bool keys_hold(struct keys *keys, const char *file, size_t line, struct fault *fault);

/* The members of the schema that refer to other files. */
bool keys_load_foreign(struct keys *keys, const struct key_options *options, struct fault *fault);
bool keys_load_codes(struct keys *keys, size_t field, struct fault *fault);
/* All of them. */
bool keys_load(struct keys *keys, const struct key_options *options, struct fault *fault);

#endif
