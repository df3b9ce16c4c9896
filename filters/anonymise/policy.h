/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * policy: privacy.json: what is done to each column.
 *
 * It fails closed: a column that it does not list, and a column that it lists
 * and the data does not have, are faults before the first byte of output.
 */
#ifndef ANONYMISE_POLICY_H
#define ANONYMISE_POLICY_H

#include "../lib/config.h"
#include "../lib/date.h"
#include "../lib/memory.h"
#include "../lib/reader.h"

#include <stdbool.h>
#include <stddef.h>

enum action { ACTION_KEEP, ACTION_DROP, ACTION_PSEUDONYMISE, ACTION_GENERALISE, ACTION_REDACT };

struct rule {
	const char *name; /* the column's */
	enum action action;
	const char *entity;      /* pseudonymise: the kind of thing, such as person */
	size_t bits;             /* pseudonymise */
	enum date_period period; /* generalise */
	unsigned entities;       /* redact: a bit for each enum entity */
};

/* Texts live as long as the policy. */
struct policy {
	struct config_file file;
	const char *project;
	struct rule *rules;
	size_t count;
	bool keyed;        /* some column needs the key */
	unsigned entities; /* of all redacted columns */
};

bool policy_load(struct policy *policy, const char *path, struct fault *fault);
/* Good for {0} and after a failed load too. */
void policy_release(struct policy *policy);

/* Which rule each of the reader's columns has, in their order (room for all). */
bool policy_bind(
    const struct policy *policy, const struct reader *reader, size_t *rules, struct fault *fault);

/* The policy in plain words, one line a column. */
void policy_explain(const struct policy *policy, bool typed, struct buffer *out);

#endif
