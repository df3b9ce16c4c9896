/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * when: the records that a question is for: those that hold one of some values in
 * another column.  For all others it is not applicable.
 */
#ifndef SCORE_WHEN_H
#define SCORE_WHEN_H

#include "../../lib/config.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

struct when_column {
	const char *column; /* borrowed from the configuration, as the values */
	struct field *values;
	size_t count;
};

/* Every column has to hold one of its values; no column: always. */
struct when {
	struct when_column *columns; /* owned */
	size_t count;
};

/* {"column": "value"} or {"column": ["value", "value"]}; an absent node is always.  On a
 * fault it may be released. */
bool when_load(struct when *when, const struct config_node *node, struct fault *fault);
void when_release(struct when *when);
bool when_holds(const struct when_column *column, struct field value);

#endif
