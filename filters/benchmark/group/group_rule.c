/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_rule: which groups are of the nation. */
#include "group_rule.h"

bool
groups_mark_national(struct groups *groups, const char *unit)
{
	bool found = false;

	for (struct group *group = groups->table; group != NULL; group = group->hh.next) {
		group->national = field_is(group->unit, unit);
		found = found || group->national;
	}
	return found;
}
