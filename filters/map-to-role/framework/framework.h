/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * framework: the role framework, categories (A to E) and their functions (A.i to E.v).
 *
 * It is data: columns code, category, item, ordinal, label; a category's row
 * stands before its functions.  All views live as long as the framework.
 */
#ifndef ROLE_FRAMEWORK_H
#define ROLE_FRAMEWORK_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/table.h"

#include <stdbool.h>
#include <stddef.h>

#define FRAMEWORK_NONE ((size_t)-1)

struct framework_row {
	struct field code;
	struct field label;
	size_t category; /* the row of its category; its own for a category */
	bool is_function;
};

struct framework {
	struct table *table;
	struct framework_row *rows; /* in the file's order */
	size_t count;
	size_t functions;
};

bool framework_load(struct framework *framework, const char *path, struct fault *fault);
void framework_release(struct framework *framework);

/* The row of a code, or FRAMEWORK_NONE. */
size_t framework_find(const struct framework *framework, struct field code);

#endif
