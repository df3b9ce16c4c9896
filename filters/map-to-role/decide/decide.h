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
#ifndef ROLE_DECIDE_H
#define ROLE_DECIDE_H

#include "../language/language.h"
#include "../rule/match.h"
#include "../rule/rules.h"

#include <stdbool.h>
#include <stddef.h>

#define DECIDE_MARGIN      1U
#define DECIDE_MARGIN_HIGH 2U

enum mapping {
	MAPPING_MAPPED,
	MAPPING_AMBIGUOUS,
	MAPPING_UNMAPPED,
	MAPPING_OTHER_LANGUAGE,
	MAPPING_RULE_ERROR,
	MAPPINGS
};
enum confidence {
	CONFIDENCE_NONE,
	CONFIDENCE_LOW,
	CONFIDENCE_MEDIUM,
	CONFIDENCE_HIGH,
	CONFIDENCES
};

/* A category that something speaks for. */
struct candidate {
	size_t role;     /* rows of the framework */
	size_t function; /* FRAMEWORK_NONE: a code that names no function */
	unsigned score;
	enum confidence confidence; /* as if this category were taken */
	struct find evidence;       /* what the function's heaviest rule found; empty for a code */
};

struct decision {
	enum mapping mapping;
	enum confidence confidence; /* NONE unless mapped */
	size_t role;                /* rows of the framework, or FRAMEWORK_NONE */
	size_t function;
	unsigned score;  /* of the leading category, also of an ambiguous record */
	unsigned margin; /* its lead over the second one */
	const struct candidate
	    *candidates; /* the highest score first, then the framework's order */
	size_t candidate_count;
	/* of a text, in the original, in the order of the rules; after a rule_error the one
	 * that failed */
	const struct find *finds;
	size_t find_count;
	/* of a code: what the crosswalk names for it, rows of the framework */
	const size_t *named;
	size_t named_count;
	bool cut;   /* the text is longer than the limit: its beginning was read */
	bool empty; /* there was neither a code nor a text */
};

struct decider;

/* The rules live as long as the decider.  every_rule: try every rule on every
 * text instead of those that the trigger names; slower, the same answer.  limit: bytes
 * of a text that are read. */
struct decider *decider_new(const struct rules *rules, bool every_rule, size_t limit);
void decider_free(struct decider *decider);
/* What tells texts in other languages; they live as long as the decider. */
void decider_speak(struct decider *decider, const struct languages *languages);

/* The decision's views live until the next decision. */
bool decide(
    struct decider *decider, struct field original, struct decision *decision, struct fault *fault);

const char *mapping_name(enum mapping mapping);
const char *confidence_name(enum confidence confidence);

#endif
