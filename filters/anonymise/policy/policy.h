/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * policy: privacy.json: what is done to each column, and what the records as a whole
 * have to keep (privacy.h).
 *
 * It fails closed: a column that it does not list, and a column that it lists
 * and the data does not have, are faults before the first byte of output.
 */
#ifndef ANONYMISE_POLICY_H
#define ANONYMISE_POLICY_H

#include "../../lib/config.h"
#include "../../lib/filter.h"
#include "../../lib/memory.h"
#include "../change/change.h"
#include "../redact/wish.h"
#include "privacy.h"

#include <stdbool.h>
#include <stddef.h>

enum action { ACTION_KEEP, ACTION_DROP, ACTION_PSEUDONYMISE, ACTION_REDACT, ACTION_CHANGE };

struct rule {
	const char *name; /* the column's */
	const char *word; /* the action's, as the policy has it */
	enum action action;
	const char *entity;        /* pseudonymise: the kind of thing, such as person */
	size_t bits;               /* pseudonymise */
	struct redact_wish redact; /* redact */
	struct change *change;     /* the others, generalise to mask; owned */
};

/* Texts live as long as the policy. */
struct policy {
	struct config_file file;
	const char *project;
	struct rule *rules;
	size_t count;
	struct privacy privacy;
	struct redact_lists lists;
	bool keyed;        /* some column needs the key */
	unsigned entities; /* of all redacted columns */
};

bool policy_load(struct policy *policy, const char *path, struct fault *fault);
/* Good for {0} and after a failed load too. */
void policy_release(struct policy *policy);

/* Notes the files that the policy names (hierarchies, lists) as configuration. */
bool policy_files(const struct policy *policy, struct filter *filter, struct fault *fault);

/* Whether what rules and members say of other columns holds; called by policy_load. */
bool
policy_agrees(const struct policy *policy, const struct config_node *root, struct fault *fault);

/* The rule of the column, or NULL. */
const struct rule *policy_rule(const struct policy *policy, struct field name);

/* Which rule each of the reader's columns has, in their order (room for all).
 * released: the input is an output of this policy (--check), so that columns that it
 * drops are not there. */
bool policy_bind(const struct policy *policy, const struct reader *reader, bool released,
    size_t *rules, struct fault *fault);

/* The policy in plain words, one line a column. */
void policy_explain(const struct policy *policy, bool typed, struct buffer *out);

/* The file's settings with these levels of its quasi-identifiers, as JSON. */
bool policy_freeze(
    struct policy *policy, const unsigned *levels, struct buffer *out, struct fault *fault);

#endif
