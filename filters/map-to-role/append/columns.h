/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * columns: what a line says of the decision: role, function, status, confidence, score,
 * margin, rules, evidence, spans.
 */
#ifndef ROLE_COLUMNS_H
#define ROLE_COLUMNS_H

#include "../../lib/memory.h"

#include "../way.h"

/* Their names in order; NULL ends them. */
extern const char *const columns_names[];
/* Where nothing speaks for any category. */
extern const struct candidate columns_nobody;

/* What one line shows of the decision at hand. */
struct shown {
	enum mapping mapping;
	const struct candidate *candidate; /* or columns_nobody */
	unsigned margin;
	size_t role; /* whose rules are listed; FRAMEWORK_NONE: all */
};

/* The category that the line names, or FRAMEWORK_NONE. */
size_t columns_role(const struct shown *shown);
/* evidence: whether the words are shown.  room is used for one field after the other. */
void columns_write(
    const struct work *work, const struct shown *shown, bool evidence, struct buffer *room);

#endif
