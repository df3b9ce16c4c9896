/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * operand: a value that stands in a rule of the schema, in the canonical form
 * of the field that it is compared with.
 */
#ifndef VALIDATE_OPERAND_H
#define VALIDATE_OPERAND_H

#include "../../lib/decimal.h"
#include "../schema/schema.h"

/* A JSON number as a plain decimal that is exactly it; of numbers that a double
 * does not keep it says to write a text. */
bool
operand_number(const struct config_node *node, char out[DECIMAL_TEXT_MAX], struct fault *fault);
/* Adds the node's value to texts, in canonical form: a text as the field itself
 * writes it, or a JSON number or boolean.  A missing value of the field is a
 * fault, since it is compared with nothing. */
bool operand_load(struct texts *texts, const struct schema_field *field,
    const struct config_node *node, struct fault *fault);
/* Of eq, ne and in: the value, in canonical form, is one that the field's enum
 * or categories let be. */
bool operand_possible(const struct schema_field *field, struct field value,
    const struct config_node *node, struct fault *fault);

#endif
