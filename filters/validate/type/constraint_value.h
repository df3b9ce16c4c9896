/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint_value: a value of a field's type in the schema: of a bound, an enum,
 * a rule. */
#ifndef VALIDATE_CONSTRAINT_VALUE_H
#define VALIDATE_CONSTRAINT_VALUE_H

#include "constraint.h"

/* Adds the value to texts in its canonical form: a text in the field's own
 * form (of a date or time also in the default form), or the number or truth
 * that JSON has. */
bool constraint_value_load(const struct config_node *node, const struct type *type,
    struct texts *texts, struct fault *fault);
/* The values in the type's order, to be searched; NULL for a boolean's.  The
 * caller's to free. */
struct field *constraint_value_order(const struct texts *values, const struct type *type);
bool constraint_value_hold(const struct texts *values, const struct field *ordered,
    const struct type *type, struct field value);

#endif
