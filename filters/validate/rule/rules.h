/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules: the conditional rules of a schema: if one thing is so, another has to
 * be.  A rule is broken only where it is plainly false; where a cell that it
 * needs is missing or bad it has nothing to say.
 */
#ifndef VALIDATE_RULES_H
#define VALIDATE_RULES_H

#include "percent.h"
#include "predicate.h"

#define RULES_MAX        1000
#define RULE_MESSAGE_MAX 200 /* characters */
#define RULE_ID_MAX      64

struct rule {
	const char *id;
	const char *message;
	enum severity severity;
	struct predicate condition; /* count 0: the rule always applies */
	struct predicate wanted;    /* where the condition is true */
	struct predicate otherwise; /* where it is false */
	bool numbered;              /* maxFailures */
	bool percented;             /* maxPercent */
	uint64_t allowed;
	struct percent percent;
	uint64_t judged; /* records that it could decide about */
	uint64_t failures;
};

struct rules {
	struct rule *list;
	size_t count;
};

/* Reads the rules of the schema, which may have none and outlives them.  After
 * a fault only rules_close may follow. */
bool rules_open(struct rules *rules, const struct schema *schema, struct fault *fault);
void rules_close(struct rules *rules);

/* Judges a record by the rule of that index and counts it.  False: broken, and
 * breach says so; a warning where the rule is one or lets records fail. */
bool
rules_judge(struct rules *rules, size_t index, const struct cells *cells, struct breach *breach);
/* At the end: true where more records broke the rule than it allows; the breach
 * is of the rule's own severity. */
bool rules_over(const struct rules *rules, size_t index, struct breach *breach);

/* Appends "end-after-start", and the message that the schema gives. */
void rules_rule(const struct rules *rules, size_t index, struct buffer *out);
void rules_message(const struct rules *rules, size_t index, struct buffer *out);

#endif
