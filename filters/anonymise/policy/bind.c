/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy: the policy and the columns of the data: each has to know the other. */
#include "policy.h"

#include <stdlib.h>

bool
policy_files(const struct policy *policy, struct filter *filter, struct fault *fault)
{
	const char *const lists[] = { policy->lists.rules, policy->lists.names,
		policy->lists.keep };

	for (size_t i = 0; i < policy->count; i++) {
		const struct change *change = policy->rules[i].change;
		const char *file = change != NULL ? change_file(change) : NULL;

		if (file != NULL && !filter_configuration(filter, file, fault))
			return false;
	}
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (lists[i] != NULL && !filter_configuration(filter, lists[i], fault))
			return false;
	return true;
}

/* The policy knows most names of the input's first line: it is a header, whose
 * names may be shown, and no record, one value of which may well be called as a
 * column. */
static bool
has_header(const struct policy *policy, const struct reader *reader, size_t *listed)
{
	size_t known = 0;

	for (size_t i = 0; i < reader->columns; i++)
		known += policy_rule(policy, reader_column_name(reader, i)) != NULL;
	*listed = known;
	return known > reader->columns / 2;
}

/* A column that nobody listed may hold anything, so nothing is written. */
static bool
unlisted(
    const struct policy *policy, const struct reader *reader, size_t column, struct fault *fault)
{
	struct field name = reader_column_name(reader, column);
	const char **names = xcalloc(policy->count, sizeof *names);
	const char *nearest;
	size_t listed;

	for (size_t i = 0; i < policy->count; i++)
		names[i] = policy->rules[i].name;
	nearest = diag_nearest(name.data, name.length, names, policy->count);
	free(names);
	if (reader_divider(reader) != NULL)
		return fault_at(fault, reader->name, 1, 0, "%s", reader_divider(reader));
	if (!has_header(policy, reader, &listed))
		return fault_at(fault, reader->name, 1, 0,
		    "of %zu columns %zu are in the policy %s, and not column %zu; is the header "
		    "line missing?",
		    reader->columns, listed, policy->file.path, column + 1);
	if (nearest != NULL)
		return fault_at(fault, reader->name, 1, 0,
		    "column '%.*s' is not in the policy %s; did you mean '%s'?", (int)name.length,
		    name.data, policy->file.path, nearest);
	return fault_at(fault, reader->name, 1, 0,
	    "column '%.*s' is not in the policy %s; list it there with an action (drop, where it "
	    "is not needed)",
	    (int)name.length, name.data, policy->file.path);
}

bool
policy_bind(const struct policy *policy, const struct reader *reader, bool released, size_t *rules,
    struct fault *fault)
{
	for (size_t i = 0; i < reader->columns; i++) {
		const struct rule *rule = policy_rule(policy, reader_column_name(reader, i));

		if (rule == NULL)
			return unlisted(policy, reader, i, fault);
		if (released && rule->action == ACTION_DROP)
			return fault_at(fault, reader->name, 1, 0,
			    "column '%s' stands in the data, and the policy %s drops it; what is "
			    "checked is an output of the policy",
			    rule->name, policy->file.path);
		rules[i] = (size_t)(rule - policy->rules);
	}
	for (size_t i = 0; i < policy->count; i++) {
		const struct rule *rule = &policy->rules[i];

		if (released && rule->action == ACTION_DROP)
			continue;
		if (reader_column(reader, field_of(rule->name)) == READER_NONE)
			return fault_at(fault, reader->name, 1, 0,
			    "no column '%s', which the policy %s lists; take it out there, or "
			    "find out why the data lacks it",
			    rule->name, policy->file.path);
	}
	return true;
}
