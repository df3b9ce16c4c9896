/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish: what a policy asks of redaction. */
#include "wish.h"

#include "identifier.h"

#include <stdlib.h>

static const char *const entity_words[ENTITIES] = { "email addresses",
	"phone numbers (not helplines)", "postcodes (not pseudo-postcodes)", "NHS numbers",
	"names of people", "the row's own identifiers", "National Insurance numbers",
	"web addresses", "dates", "passport numbers", "driving licence numbers",
	"Social Work England numbers", "NMC PINs", "GMC numbers", "HCPC numbers", "vehicle marks" };

bool
redact_lists_read(struct redact_lists *lists, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "description", "rules", "names", "keep", NULL };
	struct config_node rules;
	struct config_node names;
	struct config_node keep;

	*lists = (struct redact_lists){ 0 };
	if (!config_present(node))
		return true;
	if (!config_is_object(node))
		return config_fault(
		    node, fault, "an object such as {\"names\": \"names.csv\"} is expected");
	rules = config_member(node, "rules");
	names = config_member(node, "names");
	keep = config_member(node, "keep");
	return config_only(node, keys, fault) && config_text(&rules, &lists->rules, fault)
	    && config_text(&names, &lists->names, fault) && config_text(&keep, &lists->keep, fault);
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
