/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_rule: which groups are of the nation. */
#include "group_rule.h"

bool
groups_mark_national(struct groups *groups, const char *unit)
{
	bool found = false;

	for (size_t i = 0; i < groups->count; i++) {
		struct group *group = groups->all[i];

		group->national = field_is(group->unit, unit);
		found = found || group->national;
	}
	return found;
}
