/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * loading: one row of the rules file on its way to a rule.
 */
#ifndef ROLE_LOADING_H
#define ROLE_LOADING_H

#include "rules.h"

enum rule_column {
	RULE_ID,
	FUNCTION,
	PATTERN,
	REQUIRES,
	EXCLUDES,
	WEIGHT,
	PROVENANCE,
	POSITIVE,
	NEGATIVE,
	RULE_COLUMNS
};

extern const char *const loading_columns[RULE_COLUMNS];

struct loading {
	struct rules *rules;
	size_t columns[RULE_COLUMNS];
	size_t row;       /* of the table, and of rules */
	struct text text; /* room for examples; released by the caller */
	struct fault *fault;
};

/* Reads the row into its rule and its trigger, and runs its examples. */
bool loading_rule(struct loading *loading);

#endif
