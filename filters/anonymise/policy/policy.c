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

/* What the rules of all actions may have. */
static const char *const members[] = { "action", "description", "entity", "bits", "to", "hierarchy",
	"level", "columns", "header", "at", "top", "bottom", "years", "width", "bands", "from",
	"window", "weeks", "first", "last", "entities", "own", NULL };

/* The node has no keys but these.  One that belongs to another action would be a wish
 * that nobody fulfils, and is told from one that is misspelt. */
static bool
rule_only(const struct rule *rule, const struct config_node *node, const char *const *keys,
    struct fault *fault)
{
	for (size_t i = 0; members[i] != NULL; i++) {
		struct config_node member = config_member(node, members[i]);
		size_t k = 0;

		while (keys[k] != NULL && strcmp(keys[k], members[i]) != 0)
			k++;
		if (keys[k] == NULL && config_present(&member))
			return config_fault(
			    &member, fault, "says nothing with the action '%s'", rule->word);
	}
	return config_only(node, keys, fault);
}

static bool
read_pseudonymise(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "action", "description", "entity", "bits", NULL };
	struct config_node entity = config_member(node, "entity");
	struct config_node bits = config_member(node, "bits");
	long number = PSEUDONYM_BITS_USUAL;

	if (!rule_only(rule, node, keys, fault)
	    || !config_text_required(&entity, &rule->entity, fault))
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
	if (!config_present(&action) && !config_only(node, members, fault))
		return false;
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
	return rule_only(rule, node, keys, fault);
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
	    && policy_agrees(policy, &root, fault);
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
