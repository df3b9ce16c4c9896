/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish: what a policy asks of redaction. */
#include "wish.h"

#include "identifier.h"

#include <stdlib.h>

static const char *const entity_words[ENTITIES] = { "email addresses",
	"phone numbers (not helplines)", "postcodes (not pseudo-postcodes)", "NHS numbers",
	"names of people", "the row's own identifiers", "National Insurance numbers",
	"web addresses", "dates", "passport numbers", "driving licence numbers",
	"Social Work England numbers", "NMC PINs", "GMC numbers", "HCPC numbers", "vehicle marks",
	"what the policy's own rules find" };

static bool
read_path(char **path, const struct config_node *node, const char *key, struct fault *fault)
{
	struct config_node member = config_member(node, key);
	struct buffer beside = { 0 };
	const char *name = NULL;

	if (!config_text(&member, &name, fault))
		return false;
	if (name == NULL)
		return true;
	if (*name == '\0')
		return config_fault(&member, fault, "the name of a file is expected");
	config_beside(node, name, &beside);
	*path = xstrdup(beside.data);
	buffer_release(&beside);
	return true;
}

bool
redact_lists_read(struct redact_lists *lists, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "description", "rules", "names", "keep", NULL };

	*lists = (struct redact_lists){ 0 };
	if (!config_present(node))
		return true;
	if (!config_is_object(node))
		return config_fault(
		    node, fault, "an object such as {\"names\": \"names.csv\"} is expected");
	return config_only(node, keys, fault) && read_path(&lists->rules, node, "rules", fault)
	    && read_path(&lists->names, node, "names", fault)
	    && read_path(&lists->keep, node, "keep", fault);
}

void
redact_lists_release(struct redact_lists *lists)
{
	free(lists->rules);
	free(lists->names);
	free(lists->keep);
	*lists = (struct redact_lists){ 0 };
}

static bool
read_entities(struct redact_wish *wish, const struct config_node *entities, struct fault *fault)
{
	if (!config_present(entities)) {
		wish->entities = (1U << ENTITIES) - 1;
		return true;
	}
	if (!config_is_array(entities) || config_size(entities) == 0)
		return config_fault(entities, fault,
		    "a list of entities is expected, such as [\"name\", \"phone\"]");
	for (size_t i = 0; i < config_size(entities); i++) {
		struct config_node element = config_element(entities, i);
		size_t choice = 0;

		if (!config_choice(&element, entity_names, &choice, fault))
			return false;
		wish->entities |= 1U << choice;
	}
	return true;
}

static bool
read_own(struct redact_wish *wish, const struct config_node *own, struct fault *fault)
{
	if (!config_present(own))
		return true;
	if (!config_is_array(own))
		return config_fault(own, fault,
		    "a list of columns is expected, such as [\"first_name\", \"surname\"]");
	wish->own = xcalloc(config_size(own) + 1, sizeof *wish->own);
	for (size_t i = 0; i < config_size(own); i++) {
		struct config_node element = config_element(own, i);

		if (!config_text_required(&element, &wish->own[i], fault))
			return false;
		wish->own_count++;
	}
	return true;
}

bool
redact_wish_read(struct redact_wish *wish, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "action", "description", "entities", "own", NULL };
	struct config_node entities = config_member(node, "entities");
	struct config_node own = config_member(node, "own");

	*wish = (struct redact_wish){ 0 };
	return config_only(node, keys, fault) && read_entities(wish, &entities, fault)
	    && read_own(wish, &own, fault);
}

void
redact_wish_release(struct redact_wish *wish)
{
	free(wish->own);
	*wish = (struct redact_wish){ 0 };
}

void
redact_wish_explain(const struct redact_wish *wish, bool typed, struct buffer *out)
{
	const char *between = "";

	for (unsigned i = 0; i < ENTITIES; i++)
		if ((wish->entities & 1U << i) != 0) {
			buffer_format(out, "%s%s", between, entity_words[i]);
			between = ", ";
		}
	buffer_format(out, " in the text become %s; other identifying words stay",
	    typed ? "a placeholder that says what they were" : "[REDACTED]");
}
