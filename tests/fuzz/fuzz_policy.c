/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the policy of anonymise: any bytes as privacy.json.  One that loads has
 * a rule for every column with what the rule needs, and can be explained; one
 * that does not says why.
 */
#include "../../filters/anonymise/key/pseudonym.h"
#include "../../filters/anonymise/policy/policy.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct policy *policy)
{
	struct buffer words = { 0 };
	bool keyed = false;

	if (policy->count == 0 || policy->project[0] == '\0')
		abort();
	for (size_t i = 0; i < policy->count; i++) {
		const struct rule *rule = &policy->rules[i];

		if (rule->name == NULL
		    || (rule->action == ACTION_REDACT) != (rule->redact.entities != 0))
			abort();
		if (rule->action != ACTION_PSEUDONYMISE)
			continue;
		keyed = true;
		if (rule->entity[0] == '\0' || rule->bits < PSEUDONYM_BITS_MINIMUM
		    || rule->bits > PSEUDONYM_BITS_MAXIMUM)
			abort();
	}
	if (keyed != policy->keyed)
		abort();
	policy_explain(policy, false, &words);
	if (words.length == 0)
		abort();
	buffer_release(&words);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct policy policy = { 0 };
	struct fault fault = { 0 };
	int descriptor = memfd_create("policy", MFD_CLOEXEC);
	char path[64];

	if (descriptor < 0 || write(descriptor, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	if (policy_load(&policy, path, &fault))
		check(&policy);
	else if (fault.message[0] == '\0')
		abort();
	policy_release(&policy);
	close(descriptor);
	return 0;
}
