/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operand: a value of the schema, and what it may be compared with. */
#ifndef VALIDATE_OPERAND_H
#define VALIDATE_OPERAND_H

#include "../schema/schema.h"

/* Adds the node's value to texts, in the canonical form of the field.  A missing
 * value of the field is a fault, since it is compared with nothing; with
 * `equality` also one that its enum or categories rule out. */
bool operand_load(const struct config_node *node, const struct schema_field *field, bool equality,
    struct texts *texts, struct fault *fault);

/* Values of the type lie on a calendar day. */
bool operand_dated(const struct type *type);
/* Values of the two can be compared as they stand. */
bool operand_alike(const struct type *a, const struct type *b);

#endif
