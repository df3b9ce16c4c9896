/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scheme.h"

#include "../../lib/memory.h"

#include <stdlib.h>

bool
scheme_init(struct scheme *scheme, const struct framework *framework, struct fault *fault)
{
	*scheme = (struct scheme){ .framework = framework };
	scheme->role_rows = xcalloc(framework->count, sizeof *scheme->role_rows);
	scheme->function_rows = xcalloc(framework->count, sizeof *scheme->function_rows);
	scheme->numbers = xcalloc(framework->count, sizeof *scheme->numbers);
	for (size_t row = 0; row < framework->count; row++) {
		bool function = framework->rows[row].is_function;
		size_t *count = function ? &scheme->functions : &scheme->roles;

		(function ? scheme->function_rows : scheme->role_rows)[*count] = row;
		scheme->numbers[row] = (*count)++;
	}
	if (scheme->roles > SCHEME_ROLES_MAX || scheme->functions > SCHEME_FUNCTIONS_MAX)
		return fault_at(fault, table_path(framework->table), 0, 0,
		    "--evaluate takes a framework of at most %d categories and %d functions",
		    SCHEME_ROLES_MAX, SCHEME_FUNCTIONS_MAX);
	return true;
}

void
scheme_release(struct scheme *scheme)
{
	free(scheme->role_rows);
	free(scheme->function_rows);
	free(scheme->numbers);
	*scheme = (struct scheme){ 0 };
}

struct coded
scheme_rows(const struct scheme *scheme, size_t role, size_t function)
{
	return (struct coded){
		.role = role == FRAMEWORK_NONE ? scheme->roles : scheme->numbers[role],
		.function = function == FRAMEWORK_NONE ? SCHEME_NONE : scheme->numbers[function],
	};
}

bool
scheme_read(const struct scheme *scheme, struct field code, struct coded *coded)
{
	const struct framework_row *rows = scheme->framework->rows;
	size_t row;

	code = field_trim(code);
	*coded = scheme_rows(scheme, FRAMEWORK_NONE, FRAMEWORK_NONE);
	if (code.length == 0)
		return true;
	row = framework_find(scheme->framework, code);
	if (row == FRAMEWORK_NONE)
		return field_is(code, "none");
	*coded =
	    scheme_rows(scheme, rows[row].category, rows[row].is_function ? row : FRAMEWORK_NONE);
	return true;
}

struct field
scheme_role_code(const struct scheme *scheme, size_t role)
{
	return scheme->framework->rows[scheme->role_rows[role]].code;
}

struct field
scheme_function_code(const struct scheme *scheme, size_t function)
{
	return scheme->framework->rows[scheme->function_rows[function]].code;
}
