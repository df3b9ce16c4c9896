/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side: what anonymise does without records. */
#include "side.h"

#include "exclude.h"
#include "key/key.h"
#include "options.h"
#include "persons.h"
#include "redact/evaluate.h"

#include <string.h>

int
side_make_key(struct filter *filter)
{
	char id[KEY_ID_SIZE];
	struct fault fault;

	if (strcmp(options.make_key, "-") == 0 || strncmp(options.make_key, "fd:", 3) == 0) {
		fault_set(&fault,
		    "--make-key: '%s' would be no file for -k; name a file, such as project.key",
		    options.make_key);
		return filter_fail(filter, &fault);
	}
	if (!key_make(options.make_key, id, &fault))
		return filter_fail(filter, &fault);
	diag_note("%s: a new key with id %s; keep it apart from the data", options.make_key, id);
	return filter_close(filter);
}

int
side_explain(struct filter *filter, const struct policy *policy)
{
	struct buffer text = { 0 };
	struct fault fault;

	if (!filter_open_output(filter, &fault))
		return filter_fail(filter, &fault);
	policy_explain(policy, options.typed, &text);
	writer_bytes(&filter->writer, text.data, text.length);
	buffer_release(&text);
	return filter_close(filter);
}

int
side_evaluate(struct filter *filter, const struct policy *policy)
{
	const unsigned entities = policy->project == NULL ? (1U << ENTITIES) - 1 : policy->entities;
	struct redact *redact;
	struct fault fault;
	bool good;

	if (entities == 0) {
		fault_set(&fault, "the policy %s redacts no column, so there is nothing to measure",
		    options.policy);
		return filter_fail(filter, &fault);
	}
	if (!filter_open_output(filter, &fault))
		return filter_fail(filter, &fault);
	redact = redact_new(entities, &policy->lists, options.typed, &fault);
	good = redact != NULL
	    && evaluate_spans(options.evaluate_spans, redact, entities, &filter->writer, &fault);
	redact_free(redact);
	return good ? filter_close(filter) : filter_fail(filter, &fault);
}

static bool
check_list(const char *path, bool broadly, const struct policy *policy, struct fault *fault)
{
	struct exclude *list;

	if (path == NULL)
		return true;
	if (policy->privacy.opt_out == NULL)
		return fault_at(fault, path, 0, 0,
		    "the policy %s does not say whom a record is about; name the column with "
		    "\"person\" or \"opt_out\"",
		    options.policy);
	list = exclude_load(path, policy->privacy.opt_out, broadly, fault);
	exclude_free(list);
	return list != NULL;
}

static bool
check_persons(const struct policy *policy, struct fault *fault)
{
	struct persons *persons;

	if (options.identifiers == NULL)
		return true;
	if (policy->privacy.person == NULL)
		return fault_at(fault, options.identifiers, 0, 0,
		    "the policy %s does not say whom a record is about; name the column with "
		    "\"person\"",
		    options.policy);
	persons = persons_load(options.identifiers, policy->privacy.person, fault);
	persons_free(persons);
	return persons != NULL;
}

int
side_check_configuration(struct filter *filter, const struct policy *policy)
{
	struct redact *redact;
	struct fault fault;

	if (options.key != NULL) {
		struct key key;

		if (!key_read(&key, options.key, &fault))
			return filter_fail(filter, &fault);
		diag_note("key id %s", key.id);
		key_release(&key);
	}
	if (!check_list(options.exclude, true, policy, &fault)
	    || !check_list(options.permitted, false, policy, &fault)
	    || !check_persons(policy, &fault))
		return filter_fail(filter, &fault);
	redact = redact_new(policy->entities, &policy->lists, options.typed, &fault);
	if (redact == NULL)
		return filter_fail(filter, &fault);
	redact_free(redact);
	return filter_checked(filter);
}
