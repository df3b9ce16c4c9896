/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * crosswalk: from codes of another list (activities, capability statements, outcomes) to
 * functions or categories of the framework, through CSV tables.
 *
 * A table has a column of codes and one of functions; others stay unread, so that the
 * list itself may be the crosswalk.  A code may stand on several lines.
 */
#ifndef ROLE_CROSSWALK_H
#define ROLE_CROSSWALK_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include "../decide/decide.h"
#include "../framework/framework.h"

#include <stdbool.h>
#include <stddef.h>

struct link;

struct crosswalk {
	const struct framework *framework;
	struct table **tables; /* they hold the codes */
	size_t table_count;
	struct link *links; /* by code, then in the framework's order */
	size_t count;
	/* of the code at hand */
	size_t *named;
	struct candidate *candidates;
};

/* Adds the table that text names as FILE[:CODE:FUNCTION]: path is FILE alone, which the
 * caller frees, after a fault too.  Without names the columns are code and function. */
bool crosswalk_add(struct crosswalk *crosswalk, const struct framework *framework, const char *text,
    char **path, struct fault *fault);
/* What the tables say of a code; false when they do not know it.  A code with one
 * category is mapped with high confidence, and to the function where it names one alone;
 * with several it is ambiguous; with none it is unmapped.  The views live until the next
 * call. */
bool crosswalk_decide(struct crosswalk *crosswalk, struct field code, struct decision *decision);
void crosswalk_release(struct crosswalk *crosswalk);

#endif
