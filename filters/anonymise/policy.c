/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy: privacy.json: what is done to each column.  Its words are in explain.c. */
#include "policy.h"

#include "identifier.h"
#include "pseudonym.h"

#include <stdlib.h>

static const char *const action_names[] = { "keep", "drop", "pseudonymise", "generalise", "redact",
	NULL };

static bool
read_pseudonymise(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	struct config_node entity = config_member(node, "entity");
	struct config_node bits = config_member(node, "bits");
	long number = PSEUDONYM_BITS_USUAL;

	if (!config_text_required(&entity, &rule->entity, fault))
		return false;
	if (rule->entity[0] == '\0')
		return config_fault(&entity, fault, "an entity is a word, such as person");
	if (!config_integer(&bits, PSEUDONYM_BITS_MINIMUM, PSEUDONYM_BITS_MAXIMUM, &number, fault))
		return false;
	rule->bits = (size_t)number;
	return true;
}

static bool
read_generalise(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	static const char *const names[] = { "month", "quarter", "year", "fquarter", "fyear",
		NULL };
	static const enum date_period periods[] = { DATE_MONTH, DATE_QUARTER, DATE_YEAR,
		DATE_FINANCIAL_QUARTER, DATE_FINANCIAL_YEAR };
	struct config_node to = config_member(node, "to");
	size_t choice = 0;

	if (!config_present(&to))
		return config_fault(&to, fault, "is missing: month, quarter or year");
	if (!config_choice(&to, names, &choice, fault))
		return false;
	rule->period = periods[choice];
	return true;
}

static bool
read_redact(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	struct config_node entities = config_member(node, "entities");

	if (!config_present(&entities)) {
		rule->entities = (1U << ENTITIES) - 1;
		return true;
	}
	if (!config_is_array(&entities) || config_size(&entities) == 0)
		return config_fault(&entities, fault,
		    "a list of email, phone, postcode, nhs-number, name is expected");
	for (size_t i = 0; i < config_size(&entities); i++) {
		struct config_node element = config_element(&entities, i);
		size_t choice = 0;

		if (!config_choice(&element, entity_names, &choice, fault))
			return false;
		rule->entities |= 1U << choice;
	}
	return true;
}

/* The keys that each action knows; one that belongs to another action would be
 * a wish that nobody fulfils. */
static const char *const known_keys[][5] = {
	[ACTION_KEEP] = { "action" },
	[ACTION_DROP] = { "action" },
	[ACTION_PSEUDONYMISE] = { "action", "entity", "bits" },
	[ACTION_GENERALISE] = { "action", "to" },
	[ACTION_REDACT] = { "action", "entities" },
};

static bool
read_rule(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	struct config_node action;
	size_t choice = 0;

	if (!config_is_object(node))
		return config_fault(
		    node, fault, "an object such as {\"action\": \"keep\"} is expected");
	action = config_member(node, "action");
	if (!config_present(&action))
		return config_fault(
		    &action, fault, "is missing: keep, drop, pseudonymise, generalise or redact");
	if (!config_choice(&action, action_names, &choice, fault)
	    || !config_only(node, known_keys[choice], fault))
		return false;
	rule->action = (enum action)choice;
	switch (rule->action) {
	case ACTION_PSEUDONYMISE:
		return read_pseudonymise(rule, node, fault);
	case ACTION_GENERALISE:
		return read_generalise(rule, node, fault);
	case ACTION_REDACT:
		return read_redact(rule, node, fault);
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
	return true;
}

/* One kind of thing has one length of token, or the same person would have two. */
static bool
check_bits(const struct policy *policy, const struct rule *rule, const struct config_node *node,
    struct fault *fault)
{
	for (const struct rule *other = policy->rules; other < rule; other++)
		if (rule->action == ACTION_PSEUDONYMISE && other->action == ACTION_PSEUDONYMISE
		    && strcmp(other->entity, rule->entity) == 0 && other->bits != rule->bits)
			return config_fault(node, fault,
			    "column '%s' gives this entity %zu bits and this one %zu", other->name,
			    other->bits, rule->bits);
	return true;
}

static bool
read_rules(struct policy *policy, const struct config_node *columns, struct fault *fault)
{
	bool left = false;

	if (!config_is_object(columns) || config_size(columns) == 0)
		return config_fault(
		    columns, fault, "an object is expected, with every column of the data");
	policy->count = config_size(columns);
	if (policy->count > READER_COLUMNS_MAX)
		return config_fault(columns, fault, "has more columns than a file may have (%d)",
		    READER_COLUMNS_MAX);
	policy->rules = xcalloc(policy->count, sizeof *policy->rules);
	for (size_t i = 0; i < policy->count; i++) {
		struct rule *rule = &policy->rules[i];
		struct config_node node;

		rule->name = config_key(columns, i, &node);
		if (!read_rule(rule, &node, fault) || !check_bits(policy, rule, &node, fault))
			return false;
		policy->keyed = policy->keyed || rule->action == ACTION_PSEUDONYMISE;
		policy->entities |= rule->entities;
		left = left || rule->action != ACTION_DROP;
	}
	return left || config_fault(columns, fault, "every column is dropped, so nothing is left");
}

bool
policy_load(struct policy *policy, const char *path, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "title", "description", "project", "columns",
		NULL };
	struct config_node root;
	struct config_node project;
	struct config_node columns;

	*policy = (struct policy){ 0 };
	if (!config_open(&policy->file, path, fault))
		return false;
	root = config_root(&policy->file);
	if (!config_only(&root, keys, fault))
		return false;
	project = config_member(&root, "project");
	columns = config_member(&root, "columns");
	if (!config_text_required(&project, &policy->project, fault))
		return false;
	if (policy->project[0] == '\0')
		return config_fault(&project, fault, "a project has a name");
	return read_rules(policy, &columns, fault);
}

void
policy_release(struct policy *policy)
{
	free(policy->rules);
	config_close(&policy->file);
	*policy = (struct policy){ 0 };
}

/* The rule of that name, or the count of rules. */
static size_t
find_rule(const struct policy *policy, struct field name)
{
	size_t i = 0;

	while (i < policy->count && !field_is(name, policy->rules[i].name))
		i++;
	return i;
}

/* The policy knows most names of the input's first line: it is a header, whose
 * names may be shown, and no record, one value of which may well be called as a
 * column. */
static bool
has_header(const struct policy *policy, const struct reader *reader, size_t *listed)
{
	size_t known = 0;

	for (size_t i = 0; i < reader->columns; i++)
		known += find_rule(policy, reader_column_name(reader, i)) < policy->count;
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
policy_bind(
    const struct policy *policy, const struct reader *reader, size_t *rules, struct fault *fault)
{
	for (size_t i = 0; i < reader->columns; i++) {
		rules[i] = find_rule(policy, reader_column_name(reader, i));
		if (rules[i] == policy->count)
			return unlisted(policy, reader, i, fault);
	}
	for (size_t i = 0; i < policy->count; i++)
		if (reader_column(reader, field_of(policy->rules[i].name)) == READER_NONE)
			return fault_at(fault, reader->name, 1, 0,
			    "no column '%s', which the policy %s lists; take it out there, or "
			    "find out why the data lacks it",
			    policy->rules[i].name, policy->file.path);
	return true;
}
