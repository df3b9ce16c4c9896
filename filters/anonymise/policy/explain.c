/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: the policy in plain words, for the people who have to agree to it. */
#include "policy.h"

#include "../redact/identifier.h"

#include <string.h>

static bool
is_own(const struct rule *rule, const struct redact_wish *wish)
{
	for (size_t i = 0; i < wish->own_count; i++)
		if (strcmp(wish->own[i], rule->name) == 0)
			return true;
	return rule->action == ACTION_PSEUDONYMISE;
}

/* The columns whose values are looked for in the text: tokens' first, then those that
 * it lists. */
static void
explain_own(const struct policy *policy, const struct redact_wish *wish, struct buffer *out)
{
	const char *names[READER_COLUMNS_MAX];
	size_t count = 0;

	if ((wish->entities & 1U << ENTITY_OWN) == 0)
		return;
	for (size_t i = 0; i < policy->count; i++)
		if (is_own(&policy->rules[i], wish))
			names[count++] = policy->rules[i].name;
	if (count == 0)
		buffer_append_text(out, "; no column is named for the row's own identifiers");
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s",
		    i == 0               ? "; the row's own identifiers are those in "
		        : i + 1 == count ? " and "
		                         : ", ",
		    names[i]);
}

static void
explain_rule(const struct policy *policy, const struct rule *rule, bool typed, struct buffer *out)
{
	buffer_format(out, "%s: ", rule->name);
	switch (rule->action) {
	case ACTION_KEEP:
		buffer_append_text(out, "is passed on as it is");
		break;
	case ACTION_DROP:
		buffer_append_text(out, "is left out");
		break;
	case ACTION_PSEUDONYMISE:
		buffer_format(out,
		    "becomes a token of %zu characters (%zu bits, entity %s): the same value has "
		    "the same token in every file of the project with this key; empty stays empty",
		    (rule->bits + 4) / 5, rule->bits, rule->entity);
		break;
	case ACTION_CHANGE:
		change_explain(rule->change, out);
		break;
	case ACTION_REDACT:
		redact_wish_explain(&rule->redact, typed, out);
		explain_own(policy, &rule->redact, out);
		break;
	}
	buffer_append_text(out, "\n");
}

/* Records of one person can be put together, of which some have suppressed cells. */
static bool
token_beside_classes(const struct policy *policy)
{
	const struct privacy *privacy = &policy->privacy;

	return privacy->k != 0 && privacy->person != NULL
	    && privacy->act != PRIVACY_SUPPRESS_RECORDS
	    && policy_rule(policy, field_of(privacy->person))->action != ACTION_DROP;
}

static bool
changes(const struct policy *policy)
{
	for (size_t i = 0; i < policy->count; i++)
		if (policy->rules[i].action == ACTION_CHANGE)
			return true;
	return false;
}

static void
explain_opt_out(const struct privacy *privacy, struct buffer *out)
{
	if (privacy->opt_out == NULL)
		buffer_append_text(out,
		    "people who opted out cannot be left out: the policy names neither person nor "
		    "opt_out\n");
	else
		buffer_format(out,
		    "people on a list of --exclude are looked up in %s; their records go before "
		    "anything else is done\n",
		    privacy->opt_out);
}

void
policy_explain(const struct policy *policy, bool typed, struct buffer *out)
{
	buffer_format(out, "project %s\n", policy->project);
	for (size_t i = 0; i < policy->count; i++)
		explain_rule(policy, &policy->rules[i], typed, out);
	buffer_append_text(out, "any other column: the run stops before it writes anything\n");
	privacy_explain(&policy->privacy, out);
	if (changes(policy))
		buffer_append_text(out,
		    "empty cells, suppressed ones (*) and symbols such as [x] stay as they are "
		    "where a column is changed\n");
	explain_opt_out(&policy->privacy, out);
	if (token_beside_classes(policy))
		buffer_format(out,
		    "note: the token of %s stays beside k, so a cell that is * in one record may "
		    "be "
		    "seen in another of the same person; drop it where it is not needed, or "
		    "suppress "
		    "records\n",
		    policy->privacy.person);
	if (policy->keyed)
		buffer_append_text(out,
		    "note: pseudonymised records are still personal data for whoever may have the "
		    "key\n");
	if (policy->entities != 0)
		buffer_append_text(out,
		    "note: redaction misses nicknames, rare names and what only those recognise "
		    "who were there; "
		    "redacted text goes to agreed "
		    "partners after a person has read it, never into a publication\n");
}
