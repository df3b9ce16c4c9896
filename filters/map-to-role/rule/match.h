/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * match: which rules fire on a text, and where.
 */
#ifndef ROLE_MATCH_H
#define ROLE_MATCH_H

#include "rules.h"

#include <stdbool.h>
#include <stddef.h>

/* Where a rule fired: bytes [start, end). */
struct find {
	size_t rule;
	size_t start;
	size_t end;
};

struct match;

/* The rules live as long as this.  every_rule: each is tried on every text. */
struct match *match_new(const struct rules *rules, bool every_rule);
void match_free(struct match *match);

/* The finds in a text in its normal form, in the order of the rules; room for as many as
 * there are rules.  False when a rule hits a limit, and then it alone stands there. */
bool match_run(struct match *match, struct field text, struct find *finds, size_t *count);

#endif
