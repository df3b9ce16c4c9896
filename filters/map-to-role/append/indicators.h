/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * indicators: a record's role as columns of 0 and 1, or of 0 and a weight such as
 * minutes, which benchmark adds up: role_a to role_e, role_mapped, role_ambiguous,
 * role_unmapped, role_all, and function_a_i to function_e_v.
 *
 * What was not read for a role (another language, a rule error, nothing to read) leaves
 * all of them empty, so that it stays out of the coverage.  So does a record without a
 * weight.
 */
#ifndef ROLE_INDICATORS_H
#define ROLE_INDICATORS_H

#include "../../lib/memory.h"

#include "../way.h"

/* Calls add with each name in the order of the columns; false as soon as it does. */
bool indicators_names(const struct framework *framework, bool functions,
    bool (*add)(void *context, const char *name, struct fault *fault), void *context,
    struct fault *fault);
/* The columns of one decision, each with a comma before it; weight is a number, or empty. */
void indicators_append(struct buffer *line, const struct framework *framework, bool functions,
    const struct decision *decision, struct field weight);

#endif
