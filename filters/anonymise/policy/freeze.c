/* SPDX-License-Identifier: GPL-3.0-or-later */
/* freeze: the policy with the levels that a search found written into it. */
#include "policy.h"

bool
policy_freeze(
    struct policy *policy, const unsigned *levels, struct buffer *out, struct fault *fault)
{
	struct config_node root = config_root(&policy->file);
	struct config_node columns = config_member(&root, "columns");

	for (size_t i = 0; i < policy->privacy.quasi_count; i++) {
		const struct rule *rule = policy_rule(policy, field_of(policy->privacy.quasi[i]));
		struct config_node node = config_member(&columns, rule->name);

		if (rule->change != NULL && change_levels(rule->change) > 1
		    && !change_freeze(rule->change, levels[i], &node))
			return config_fault(&node, fault, "the level cannot be written down");
	}
	return config_write(&policy->file, out)
	    || config_fault(&root, fault, "the policy cannot be written down: memory is short");
}
