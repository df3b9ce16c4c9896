/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decide: from the rules that fire on a text to one function, or to none.
 *
 * Each rule counts once a text, and of finds of one function that overlap only the
 * heaviest counts.  A function's score is the sum of the weights, a category's the sum
 * over its functions; all integers, so the same text gives the same answer everywhere.
 *
 * The category with the highest score wins where it leads the second by
 * DECIDE_MARGIN; else the text is ambiguous, and role and function stay open
 * (the rules that fired name the candidates).  Within the category the
 * function with the highest score wins; among equals the one whose words stand
 * first in the text.
 *
 * Confidence is a band, not a probability:
 *   high    a term of art (weight 3) fired for the function, which leads its
 *           category alone, and the category leads by DECIDE_MARGIN_HIGH
 *   medium  a phrase or a term fired for the function
 *   low     nothing but general words
 */
#ifndef MHSW_DECIDE_H
#define MHSW_DECIDE_H

#include "../rule/rules.h"

#include <stdbool.h>
#include <stddef.h>

#define DECIDE_MARGIN      1U
#define DECIDE_MARGIN_HIGH 2U
/* A longer text is a rule_error, so that memory stays small: about 10,000 words. */
#define DECIDE_TEXT_MAX ((size_t)64 << 10)

enum mapping { MAPPING_MAPPED, MAPPING_AMBIGUOUS, MAPPING_UNMAPPED, MAPPING_RULE_ERROR };
#define MAPPINGS 4
enum confidence { CONFIDENCE_NONE, CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };

struct decision {
	enum mapping mapping;
	enum confidence confidence; /* NONE unless mapped */
	size_t role;                /* rows of the framework, or FRAMEWORK_NONE */
	size_t function;
	struct field evidence; /* of the original: what the heaviest rule found; may be empty */
	const size_t *fired; /* rules in the file's order; after a rule_error the one that failed */
	size_t count;
	bool too_long; /* rule_error because of DECIDE_TEXT_MAX */
};

struct decider;

/* The rules live as long as the decider.  every_rule: try every rule on every
 * text instead of those that the trigger names; slower, the same answer. */
struct decider *decider_new(const struct rules *rules, bool every_rule);
void decider_free(struct decider *decider);

/* The decision's views live until the next decision; evidence as long as the text. */
bool decide(
    struct decider *decider, struct field original, struct decision *decision, struct fault *fault);

const char *mapping_name(enum mapping mapping);
const char *confidence_name(enum confidence confidence);

#endif
