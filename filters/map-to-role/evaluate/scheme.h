/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scheme: what a person can code a record as: a category of the framework, one of its
 * functions, or nothing of it; categories (roles) and functions by their number.
 */
#ifndef ROLE_SCHEME_H
#define ROLE_SCHEME_H

#include "../framework/framework.h"

/* What is counted for each pair and triple of roles has to stay small. */
#define SCHEME_ROLES_MAX     26
#define SCHEME_FUNCTIONS_MAX 500
#define SCHEME_NONE          ((size_t)-1)

struct scheme {
	const struct framework *framework; /* borrowed */
	size_t roles;
	size_t functions;
	size_t *role_rows; /* of the framework, in its order */
	size_t *function_rows;
	size_t *numbers; /* by row: the number of the role, or that of the function */
};

/* What somebody says of a record. */
struct coded {
	size_t role;     /* its number; scheme.roles: outside of the framework */
	size_t function; /* its number, or SCHEME_NONE */
};

bool scheme_init(struct scheme *scheme, const struct framework *framework, struct fault *fault);
void scheme_release(struct scheme *scheme);
/* An empty code, or the word none, is outside of the framework; false: the framework has no
 * such code. */
bool scheme_read(const struct scheme *scheme, struct field code, struct coded *coded);
/* Rows of the framework, either of which may be FRAMEWORK_NONE. */
struct coded scheme_rows(const struct scheme *scheme, size_t role, size_t function);
struct field scheme_role_code(const struct scheme *scheme, size_t role);
struct field scheme_function_code(const struct scheme *scheme, size_t function);

#endif
