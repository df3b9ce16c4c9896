/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy: privacy.json: what is done to each column.  How it meets the data is in
 * bind.c, its words are in explain.c. */
#include "policy.h"

#include "../key/pseudonym.h"

#include <stdlib.h>
#include <string.h>

static const char *const own_actions[] = { [ACTION_KEEP] = "keep",
	[ACTION_DROP] = "drop",
	[ACTION_PSEUDONYMISE] = "pseudonymise",
	[ACTION_REDACT] = "redact" };

#define OWN_ACTIONS (sizeof own_actions / sizeof *own_actions)

static bool
read_pseudonymise(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "action", "description", "entity", "bits", NULL };
	struct config_node entity = config_member(node, "entity");
	struct config_node bits = config_member(node, "bits");
	long number = PSEUDONYM_BITS_USUAL;

	if (!config_only(node, keys, fault) || !config_text_required(&entity, &rule->entity, fault))
		return false;
	if (rule->entity[0] == '\0')
		return config_fault(&entity, fault, "an entity is a word, such as person");
	if (!config_integer(&bits, PSEUDONYM_BITS_MINIMUM, PSEUDONYM_BITS_MAXIMUM, &number, fault))
		return false;
	rule->bits = (size_t)number;
	return true;
}

/* The action's place among all words: those of this file, then the changes'. */
static bool
choose_action(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	const char *words[OWN_ACTIONS + 8] = { NULL };
	struct config_node action = config_member(node, "action");
	size_t choice = 0;
	size_t count = 0;

	for (; count < OWN_ACTIONS; count++)
		words[count] = own_actions[count];
	for (const char *const *word = change_actions; *word != NULL; word++)
		words[count++] = *word;
	if (!config_present(&action))
		return config_fault(&action, fault,
		    "is missing: keep, drop, pseudonymise, generalise, redact or another");
	if (!config_choice(&action, words, &choice, fault))
		return false;
	rule->word = words[choice];
	rule->action = choice < OWN_ACTIONS ? (enum action)choice : ACTION_CHANGE;
	return true;
}

static bool
read_rule(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	/* a key that belongs to another action would be a wish that nobody fulfils */
	static const char *const keys[] = { "action", "description", NULL };

	if (!config_is_object(node))
		return config_fault(
		    node, fault, "an object such as {\"action\": \"keep\"} is expected");
	if (!choose_action(rule, node, fault))
		return false;
	switch (rule->action) {
	case ACTION_PSEUDONYMISE:
		return read_pseudonymise(rule, node, fault);
	case ACTION_REDACT:
		return redact_wish_read(&rule->redact, node, fault);
	case ACTION_CHANGE:
		rule->change = change_read(rule->word, node, fault);
		return rule->change != NULL;
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
	return config_only(node, keys, fault);
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
		policy->keyed = policy->keyed || rule->action == ACTION_PSEUDONYMISE
		    || (rule->change != NULL && change_keyed(rule->change));
		policy->entities |= rule->redact.entities;
		left = left || rule->action != ACTION_DROP;
	}
	return left || config_fault(columns, fault, "every column is dropped, so nothing is left");
}

const struct rule *
policy_rule(const struct policy *policy, struct field name)
{
	for (size_t i = 0; i < policy->count; i++)
		if (field_is(name, policy->rules[i].name))
			return &policy->rules[i];
	return NULL;
}

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
check_columns(const struct policy *policy, const struct config_node *root, struct fault *fault)
{
	const struct privacy *privacy = &policy->privacy;

	if (privacy->person != NULL && policy_rule(policy, field_of(privacy->person)) == NULL)
		return unknown_column(policy, privacy->person, root, "person", fault);
	if (privacy->opt_out != NULL && policy_rule(policy, field_of(privacy->opt_out)) == NULL)
		return unknown_column(policy, privacy->opt_out, root, "opt_out", fault);
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

/* Columns that rules read besides their own. */
static bool
check_references(
    const struct policy *policy, const struct config_node *columns, struct fault *fault)
{
	for (size_t i = 0; i < policy->count; i++) {
		const struct rule *rule = &policy->rules[i];
		const char *reference =
		    rule->change != NULL ? change_reference(rule->change) : NULL;

		if (reference != NULL && policy_rule(policy, field_of(reference)) == NULL)
			return unknown_column(policy, reference, columns, rule->name, fault);
		if (rule->change != NULL && change_keyed(rule->change)
		    && policy->privacy.person == NULL) {
			struct config_node node = config_member(columns, rule->name);

			return config_fault(&node, fault,
			    "dates shift by person: name the person column with \"person\"");
		}
		for (size_t j = 0; j < rule->redact.own_count; j++)
			if (policy_rule(policy, field_of(rule->redact.own[j])) == NULL)
				return unknown_column(
				    policy, rule->redact.own[j], columns, rule->name, fault);
	}
	return true;
}

bool
policy_load(struct policy *policy, const char *path, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "title", "description", "project", "columns",
		"person", "one_record_per_person", "opt_out", "quasi_identifiers", "sensitive", "k",
		"act", "suppression_limit", "redaction", NULL };
	struct config_node root;
	struct config_node project;
	struct config_node columns;
	struct config_node redaction;

	*policy = (struct policy){ 0 };
	if (!config_open(&policy->file, path, fault))
		return false;
	root = config_root(&policy->file);
	if (!config_only(&root, keys, fault))
		return false;
	project = config_member(&root, "project");
	columns = config_member(&root, "columns");
	redaction = config_member(&root, "redaction");
	if (!config_text_required(&project, &policy->project, fault))
		return false;
	if (policy->project[0] == '\0')
		return config_fault(&project, fault, "a project has a name");
	return read_rules(policy, &columns, fault) && privacy_read(&policy->privacy, &root, fault)
	    && redact_lists_read(&policy->lists, &redaction, fault)
	    && check_columns(policy, &root, fault) && check_references(policy, &columns, fault)
	    && check_agreement(policy, &columns, fault);
}

void
policy_release(struct policy *policy)
{
	for (size_t i = 0; policy->rules != NULL && i < policy->count; i++) {
		redact_wish_release(&policy->rules[i].redact);
		change_free(policy->rules[i].change);
	}
	free(policy->rules);
	redact_lists_release(&policy->lists);
	config_close(&policy->file);
	*policy = (struct policy){ 0 };
}
