/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agree: what the rules of a policy and its members say of other columns. */
#include "policy.h"

#include "../redact/identifier.h"

#include <stdlib.h>
#include <string.h>

static bool
unknown_column(const struct policy *policy, const char *name, const struct config_node *root,
    const char *member, struct fault *fault)
{
	struct config_node node = config_member(root, member);
	const char **names = xcalloc(policy->count, sizeof *names);
	const char *nearest;

	for (size_t i = 0; i < policy->count; i++)
		names[i] = policy->rules[i].name;
	nearest = diag_nearest(name, strlen(name), names, policy->count);
	free(names);
	return config_fault(&node, fault, "'%s' is no column of the policy%s%s%s", name,
	    nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
	    nearest != NULL ? "'?" : "");
}

/* Quasi-identifiers and sensitive values are what leaves; they have to leave in a
 * form of which classes can be made. */
static bool
check_released(const struct policy *policy, const char *name, const struct config_node *root,
    const char *member, struct fault *fault)
{
	const struct rule *rule = policy_rule(policy, field_of(name));
	struct config_node node = config_member(root, member);

	if (rule == NULL)
		return unknown_column(policy, name, root, member, fault);
	if (rule->action == ACTION_DROP)
		return config_fault(
		    &node, fault, "column '%s' is dropped, so nobody sees it", name);
	if (rule->action == ACTION_REDACT)
		return config_fault(
		    &node, fault, "column '%s' is free text, of which no classes are made", name);
	return true;
}

static bool
is_blurred(const struct policy *policy, const char *name)
{
	const enum action action = policy_rule(policy, field_of(name))->action;

	return action == ACTION_CHANGE || action == ACTION_REDACT;
}

static bool
check_columns(const struct policy *policy, const struct config_node *root, struct fault *fault)
{
	const struct privacy *privacy = &policy->privacy;

	if (privacy->person != NULL && policy_rule(policy, field_of(privacy->person)) == NULL)
		return unknown_column(policy, privacy->person, root, "person", fault);
	if (privacy->opt_out != NULL && policy_rule(policy, field_of(privacy->opt_out)) == NULL)
		return unknown_column(policy, privacy->opt_out, root, "opt_out", fault);
	if (privacy->k != 0 && privacy->person != NULL && is_blurred(policy, privacy->person)) {
		struct config_node node = config_member(root, "person");

		return config_fault(&node, fault,
		    "column '%s' leaves in a form that several people may share, so nobody could "
		    "check k; pseudonymise it, keep it or drop it",
		    privacy->person);
	}
	for (size_t i = 0; i < privacy->quasi_count; i++)
		if (!check_released(policy, privacy->quasi[i], root, "quasi_identifiers", fault))
			return false;
	for (size_t i = 0; i < privacy->sensitive_count; i++) {
		const char *name = privacy->sensitive[i].column;

		if (!check_released(policy, name, root, "sensitive", fault))
			return false;
		for (size_t j = 0; j < privacy->quasi_count; j++)
			if (strcmp(privacy->quasi[j], name) == 0) {
				struct config_node node = config_member(root, "sensitive");

				return config_fault(&node, fault,
				    "column '%s' is a quasi-identifier, so each class has one "
				    "value "
				    "of it",
				    name);
			}
	}
	return true;
}

/* One person's days keep their distances over all columns. */
static bool
check_agreement(const struct policy *policy, const struct config_node *columns, struct fault *fault)
{
	for (size_t i = 0; i < policy->count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct change *change = policy->rules[i].change;
			const struct change *other = policy->rules[j].change;
			struct config_node node;

			if (change == NULL || other == NULL || change_agrees(change, other))
				continue;
			node = config_member(columns, policy->rules[i].name);
			return config_fault(&node, fault,
			    "column '%s' shifts by another window, so that the days of one person "
			    "would not keep their distances",
			    policy->rules[j].name);
		}
	return true;
}

/* What the rule reads besides its own column. */
static bool
check_change(const struct policy *policy, const struct rule *rule,
    const struct config_node *columns, struct fault *fault)
{
	const char *reference = change_reference(rule->change);
	struct config_node node = config_member(columns, rule->name);
	struct config_node at = config_member(&node, "at");

	if (reference != NULL && policy_rule(policy, field_of(reference)) == NULL)
		return unknown_column(policy, reference, columns, rule->name, fault);
	if (reference != NULL && strcmp(reference, rule->name) == 0)
		return config_fault(&at, fault,
		    "is the column itself; name the one with the date at which the age is "
		    "reckoned");
	if (change_keyed(rule->change) && policy->privacy.person == NULL)
		return config_fault(
		    &node, fault, "dates shift by person: name the person column with \"person\"");
	return true;
}

static bool
has_tokens(const struct policy *policy)
{
	for (size_t i = 0; i < policy->count; i++)
		if (policy->rules[i].action == ACTION_PSEUDONYMISE)
			return true;
	return false;
}

/* What stands in the row is looked for where the entity own is asked for, so columns
 * without it, and it without columns, would be wishes that nobody fulfils.  A person may have a
 * table of identifiers besides. */
static bool
check_own(const struct policy *policy, const struct rule *rule, const struct config_node *columns,
    struct fault *fault)
{
	const struct redact_wish *wish = &rule->redact;
	const bool asked = (wish->entities & 1U << ENTITY_OWN) != 0;
	struct config_node node = config_member(columns, rule->name);
	struct config_node entities = config_member(&node, "entities");
	struct config_node own = config_member(&node, "own");

	for (size_t i = 0; i < wish->own_count; i++) {
		struct config_node element = config_element(&own, i);

		if (policy_rule(policy, field_of(wish->own[i])) == NULL)
			return unknown_column(policy, wish->own[i], columns, rule->name, fault);
		if (strcmp(wish->own[i], rule->name) == 0)
			return config_fault(&element, fault,
			    "is the text itself, all of which would go; drop the column for that");
		for (size_t j = 0; j < i; j++)
			if (strcmp(wish->own[i], wish->own[j]) == 0)
				return config_fault(&element, fault, "stands there twice");
	}
	if (wish->own_count != 0 && !asked)
		return config_fault(&own, fault,
		    "would stay in the text, since the entity '%s' is not asked for; put it on "
		    "the list of entities",
		    entity_names[ENTITY_OWN]);
	if (config_present(&entities) && asked && wish->own_count == 0 && !has_tokens(policy)
	    && policy->privacy.person == NULL)
		return config_fault(&entities, fault,
		    "'%s' is asked for, but no column is named with \"own\", and none is "
		    "pseudonymised",
		    entity_names[ENTITY_OWN]);
	return true;
}

static bool
check_rules(const struct policy *policy, const struct config_node *columns, struct fault *fault)
{
	for (size_t i = 0; i < policy->count; i++) {
		const struct rule *rule = &policy->rules[i];

		if (rule->change != NULL && !check_change(policy, rule, columns, fault))
			return false;
		if (rule->action == ACTION_REDACT && !check_own(policy, rule, columns, fault))
			return false;
	}
	return true;
}

bool
policy_agrees(const struct policy *policy, const struct config_node *root, struct fault *fault)
{
	struct config_node columns = config_member(root, "columns");
	struct config_node redaction = config_member(root, "redaction");

	if (config_present(&redaction) && policy->entities == 0)
		return config_fault(&redaction, fault, "no column has the action redact");
	return check_columns(policy, root, fault) && check_rules(policy, &columns, fault)
	    && check_agreement(policy, &columns, fault);
}
