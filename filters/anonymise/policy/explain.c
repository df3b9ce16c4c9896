/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: the policy in plain words, for the people who have to agree to it. */
#include "policy.h"

static void
explain_rule(const struct rule *rule, bool typed, struct buffer *out)
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

void
policy_explain(const struct policy *policy, bool typed, struct buffer *out)
{
	buffer_format(out, "project %s\n", policy->project);
	for (size_t i = 0; i < policy->count; i++)
		explain_rule(&policy->rules[i], typed, out);
	buffer_append_text(out, "any other column: the run stops before it writes anything\n");
	privacy_explain(&policy->privacy, out);
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
