/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: the policy in plain words, for the people who have to agree to it. */
#include "identifier.h"
#include "policy.h"

static const char *const entity_words[ENTITIES] = { "email addresses",
	"phone numbers (not helplines)", "postcodes (not pseudo-postcodes)", "NHS numbers",
	"names after a title" };

static const char *
period_words(enum date_period period)
{
	switch (period) {
	case DATE_DAY:
		return "day";
	case DATE_MONTH:
		return "month";
	case DATE_QUARTER:
		return "quarter";
	case DATE_YEAR:
		return "year";
	case DATE_FINANCIAL_QUARTER:
		return "quarter of the financial year";
	case DATE_FINANCIAL_YEAR:
		return "financial year";
	}
	return "";
}

static void
explain_redact(const struct rule *rule, bool typed, struct buffer *out)
{
	const char *between = "";

	for (unsigned i = 0; i < ENTITIES; i++)
		if ((rule->entities & 1U << i) != 0) {
			buffer_format(out, "%s%s", between, entity_words[i]);
			between = ", ";
		}
	buffer_format(out, " in the text become %s; other identifying words stay",
	    typed ? "a placeholder that says what they were" : "[REDACTED]");
}

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
	case ACTION_GENERALISE:
		buffer_format(out,
		    "is cut to its %s; what is no date is emptied and counted (exit 1)",
		    period_words(rule->period));
		break;
	case ACTION_REDACT:
		explain_redact(rule, typed, out);
		break;
	}
	buffer_append_text(out, "\n");
}

void
policy_explain(const struct policy *policy, bool typed, struct buffer *out)
{
	buffer_format(out, "project %s\n", policy->project);
	for (size_t i = 0; i < policy->count; i++)
		explain_rule(&policy->rules[i], typed, out);
	buffer_append_text(out, "any other column: the run stops before it writes anything\n");
	if (policy->keyed)
		buffer_append_text(out,
		    "note: pseudonymised records are still personal data for whoever may have the "
		    "key\n");
	if (policy->entities != 0)
		buffer_append_text(out,
		    "note: redaction misses names without a title; redacted text goes to agreed "
		    "partners after a person has read it, never into a publication\n");
}
