/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group_rule: which rule of disclosure a group's figures are under.
 */
#ifndef BENCHMARK_GROUP_RULE_H
#define BENCHMARK_GROUP_RULE_H

#include "../disclosure/disclosure.h"
#include "group.h"

/* National figures are exact, and those of totals may have a base of their own. */
static inline const struct disclosure *
group_rule(const struct group *group, const struct disclosure *rule)
{
	return disclosure_for(rule, group->total, group->national);
}

/* Marks the groups of that unit; false where there is none. */
bool groups_mark_national(struct groups *groups, const char *unit);

#endif
