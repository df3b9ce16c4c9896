/* SPDX-License-Identifier: GPL-3.0-or-later */
/* total: a group over all units, for each period and further columns. */
#include "total.h"

#include "../../lib/memory.h"
#include "../kind/kind.h"

#include <string.h>

bool
total_check(const char *name, const struct measures *measures, struct fault *fault)
{
	for (size_t i = 0; i < measures->count; i++)
		if (strcmp(measures->items[i].kind->name, "given") == 0)
			return fault_set(fault,
			    "--total '%s': the measure '%s' is of given figures, which do not add "
			    "up: measure it in a run of its own",
			    name, measures->items[i].id);
	return true;
}

static void
add_group(struct group *total, const struct group *group, const struct measures *measures)
{
	total->total = true;
	total->records += group->records;
	for (size_t i = 0; i < measures->count; i++) {
		total->cells[i].records += group->cells[i].records;
		measures->items[i].kind->merge(&total->cells[i], &group->cells[i]);
	}
}

/* The group's key with the total's name in place of its unit. */
static struct field
key_of(struct buffer *joined, const struct group *group, const char *name)
{
	buffer_clear(joined);
	buffer_append_text(joined, name);
	buffer_append(
	    joined, group->key.data + group->unit.length, group->key.length - group->unit.length);
	return (struct field){ joined->data, joined->length };
}

static bool
has_unit(const struct groups *groups, const char *name)
{
	for (size_t i = 0; i < groups->count; i++)
		if (field_is(groups->all[i]->unit, name))
			return true;
	return false;
}

bool
total_add(struct groups *groups, const struct group_key *key, const char *name,
    const char *national, struct fault *fault)
{
	struct buffer joined = { 0 };
	size_t count = groups->count;
	bool good = true;

	if (has_unit(groups, name))
		return fault_set(fault,
		    "--total '%s': the data has a unit of that name: give another one", name);
	for (size_t i = 0; good && i < count; i++) {
		const struct group *group = groups->all[i];
		struct group *total;

		if (national != NULL && field_is(group->unit, national))
			continue;
		total = groups_take(groups, key, key_of(&joined, group, name));
		if (total == NULL)
			good = fault_set(fault,
			    "--total makes more than %zu groups: name fewer columns or a longer "
			    "period",
			    groups->most);
		else
			add_group(total, group, groups->measures);
	}
	buffer_release(&joined);
	return good;
}
