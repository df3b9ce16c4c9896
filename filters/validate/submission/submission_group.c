/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission: the groups, found by organisation and period. */
#include "submission_state.h"

/* The two as one run of bytes, with the length of the first before it, so that
 * ("a", "bc") is not ("ab", "c"). */
static void
make_key(struct buffer *key, struct field organisation, struct field period)
{
	buffer_clear(key);
	buffer_append(key, (const char *)&organisation.length, sizeof organisation.length);
	buffer_append(key, organisation.data, organisation.length);
	buffer_append(key, period.data, period.length);
}

struct field
submission_organisation(const struct submission_group *group)
{
	return (struct field){ group->key + sizeof(size_t), group->organisation };
}

struct field
submission_period(const struct submission_group *group)
{
	size_t start = sizeof(size_t) + group->organisation;

	return (struct field){ group->key + start, group->length - start };
}

static bool
is_group(const struct submission_group *group, struct field organisation, struct field period)
{
	return field_equals(submission_organisation(group), organisation)
	    && field_equals(submission_period(group), period);
}

struct submission_group *
submission_find(struct submissions *submissions, struct field organisation, struct field period)
{
	struct submission_group *group = submissions->last;

	/* a file has its organisations one after the other, mostly */
	if (group != NULL && is_group(group, organisation, period))
		return group;
	make_key(&submissions->key, organisation, period);
	HASH_FIND(hh, submissions->index, submissions->key.data, submissions->key.length, group);
	if (group != NULL)
		submissions->last = group;
	return group;
}

struct submission_group *
submission_enter(struct submissions *submissions, struct field organisation, struct field period,
    struct fault *fault)
{
	struct submission_group *group = submission_find(submissions, organisation, period);
	const struct buffer *key = &submissions->key;

	if (group != NULL)
		return group;
	if (submissions->group_count == SUBMISSIONS_MAX) {
		fault_set(fault,
		    "more than %d organisations and periods: do the schema's submissions name the "
		    "right fields?",
		    SUBMISSIONS_MAX);
		return NULL;
	}
	group = xmalloc(sizeof *group + key->length);
	*group = (struct submission_group){ .last = SUBMISSION_NONE,
		.current = SUBMISSION_NONE,
		.row = TABLE_NONE,
		.due = SUBMISSION_NO_DAY,
		.organisation = organisation.length,
		.length = key->length };
	memcpy(group->key, key->data, key->length);
	HASH_ADD_KEYPTR(hh, submissions->index, group->key, group->length, group);
	submissions->group_count++;
	submissions->last = group;
	return group;
}

size_t
submission_current(const struct submissions *submissions, const struct submission_group *group)
{
	const struct submission *list = submissions->list;
	size_t current = group->last;

	for (size_t at = group->last; at != SUBMISSION_NONE; at = list[at].earlier) {
		if (list[at].received == SUBMISSION_NO_DAY)
			return group->last;
		if (list[at].received > list[current].received)
			current = at;
	}
	return current;
}
