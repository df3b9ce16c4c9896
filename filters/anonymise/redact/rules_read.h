/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules_read: one row of a table of rules.
 */
#ifndef ANONYMISE_RULES_READ_H
#define ANONYMISE_RULES_READ_H

#include "../../lib/memory.h"
#include "../../lib/table.h"
#include "check.h"
#include "identifier.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One of these has to be there. */
struct rules_need {
	unsigned features; /* enum scan_feature */
	uint32_t classes;  /* enum lexicon_class */
};

#define RULES_NEEDS 4

struct rules_row {
	enum entity entity;
	size_t digits;
	struct rules_need needs[RULES_NEEDS];
	size_t need_count;
	unsigned group;
	check_function *check; /* NULL: none */
	struct buffer pattern; /* with its parts put in */
};

/* Patterns by name. {0} is empty. */
struct rules_parts {
	struct rules_part *list;
	size_t count;
};

void rules_parts_release(struct rules_parts *parts);

/* Where the columns of a table of rules are. */
struct rules_columns {
	size_t entity;
	size_t digits;
	size_t needs;
	size_t group;
	size_t check;
	size_t pattern;
};

bool rules_columns(struct rules_columns *columns, const struct table *table, struct fault *fault);

/* Reads a row: *is_part where it was a part, which is kept; else the rule, whose pattern
 * is the caller's to release (also when false). */
bool rules_row_read(struct rules_row *row, bool *is_part, const struct table *table, size_t index,
    const struct rules_columns *columns, struct rules_parts *parts, struct fault *fault);

#endif
