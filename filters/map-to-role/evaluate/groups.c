/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "groups.h"

#include "../../lib/memory.h"

#include <stdlib.h>

static struct field
value_of(const struct group *group)
{
	return (struct field){ group->value, group->length };
}

void
groups_init(struct groups *groups, const struct scheme *scheme)
{
	*groups = (struct groups){ .scheme = scheme, .count = 1 };
	groups->list = xcalloc(GROUPS_MAX + 1, sizeof *groups->list);
	tally_init(&groups->list[0].tally, scheme);
}

void
groups_release(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++) {
		free(groups->list[i].value);
		tally_release(&groups->list[i].tally);
	}
	free(groups->list);
	*groups = (struct groups){ 0 };
}

struct tally *
groups_find(struct groups *groups, struct field value)
{
	struct group *group;

	for (size_t i = 1; i < groups->count; i++)
		if (field_equals(value_of(&groups->list[i]), value))
			return &groups->list[i].tally;
	if (groups->count > GROUPS_MAX)
		return NULL;
	group = &groups->list[groups->count++];
	group->value = xstrndup(value.data, value.length);
	group->length = value.length;
	tally_init(&group->tally, groups->scheme);
	return &group->tally;
}

static int
compare_groups(const void *left, const void *right)
{
	return field_compare(value_of(left), value_of(right));
}

void
groups_sort(struct groups *groups)
{
	qsort(groups->list + 1, groups->count - 1, sizeof *groups->list, compare_groups);
}
