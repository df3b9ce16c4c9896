/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules: text rules from a CSV file, each with examples that it has to pass.
 *
 * Columns: rule_id, function, pattern, requires, excludes, weight, provenance,
 * positive, negative.  A rule fires on a text where pattern is found, requires
 * (when given) is found too, and excludes (when given) is not.  The patterns
 * are in the dialect of dialect.h and meet the text in its normal form
 * (rules_normalise), so they are written in that form: lower case, plain quotes.
 * weight: 1 a general word, 2 a phrase, 3 a term of art.  positive and negative
 * hold example texts, divided by " | ".
 *
 * All views live as long as the rules; the rules as long as the framework.
 */
#ifndef ROLE_RULES_H
#define ROLE_RULES_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/pattern.h"
#include "../../lib/table.h"
#include "../../lib/text.h"

#include "../framework/framework.h"
#include "trigger.h"

#include <stdbool.h>
#include <stddef.h>

#define RULES_MAX 5000

enum { WEIGHT_GENERAL = 1, WEIGHT_PHRASE = 2, WEIGHT_TERM = 3 };

struct rule {
	struct field id;
	size_t function; /* a row of the framework */
	unsigned weight;
	size_t line; /* in the file */
	struct pattern *pattern;
	struct pattern *requires; /* or NULL */
	struct pattern *excludes; /* or NULL */
	struct field positive;    /* examples, see rules_example */
};

/* What tells that a rule may fire: it does only where all but the last are given, and its
 * excludes can be found only where that is. */
enum rule_sign { SIGN_PATTERN, SIGN_PATTERN_TOO, SIGN_REQUIRES, SIGN_EXCLUDES, SIGNS };

struct rules {
	const struct framework *framework;
	struct table *table;
	struct rule *rules; /* in the file's order */
	size_t count;
	struct trigger *trigger; /* numbers are those of rules_sign */
};

/* Reads and checks the file and runs every rule's examples. */
bool rules_load(
    struct rules *rules, const char *path, const struct framework *framework, struct fault *fault);
void rules_release(struct rules *rules);
/* Takes the next example (trimmed, perhaps empty) from the rest of a column of them; false when
 * there is none any more.  A column that is empty has one empty example. */
bool rules_example(struct field *rest, struct field *example);

/* The text in the form that patterns meet: text_normalise, and each run of
 * blanks, tabs and line breaks made one blank. */
bool rules_normalise(struct text *text, struct field original, struct fault *fault);

/* Words of 64 rules, a bit for each. */
size_t rules_words(const struct rules *rules);
/* The number of a rule's sign in the trigger. */
size_t rules_sign(const struct rules *rules, enum rule_sign sign, size_t rule);

/* Where it is known that a rule may fire. */
struct scope {
	struct sighting begins; /* its find */
	bool excludable;        /* false: the text does not hold what the rule excludes */
};

/* Nothing is known. */
#define SCOPE_ANYWHERE ((struct scope){ SIGHTING_ANYWHERE, true })

/* Whether the rule fires; span is where its pattern is found. */
enum pattern_result rule_find(
    const struct rule *rule, struct field text, struct scope scope, struct pattern_span *span);

#endif
