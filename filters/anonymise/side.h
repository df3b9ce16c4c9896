/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side: what anonymise does without records: a key, the policy in words, a check of the
 * configuration, redaction measured on labelled texts. */
#ifndef ANONYMISE_SIDE_H
#define ANONYMISE_SIDE_H

#include "../lib/filter.h"
#include "policy/policy.h"

/* Each returns the exit status. */
int side_make_key(struct filter *filter);
int side_explain(struct filter *filter, const struct policy *policy);
/* policy {0}: all entities are looked for. */
int side_evaluate(struct filter *filter, const struct policy *policy);
int side_check_configuration(struct filter *filter, const struct policy *policy);

#endif
