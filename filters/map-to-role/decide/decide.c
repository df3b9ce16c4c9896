/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decide: match, add up, choose.
 */
#include "decide.h"

#include "../../lib/memory.h"

#include <stdlib.h>

struct decider {
	const struct rules *rules;
	bool every_rule;
	struct text text;
	uint64_t *candidates;
	/* of the text at hand */
	size_t *fired;
	struct pattern_span *spans; /* beside fired */
	size_t count;
	unsigned *scores; /* by row of the framework: functions and categories */
};

struct decider *
decider_new(const struct rules *rules, bool every_rule)
{
	struct decider *decider = xcalloc(1, sizeof *decider);

	decider->rules = rules;
	decider->every_rule = every_rule;
	decider->candidates = xcalloc(trigger_words(rules->trigger), sizeof *decider->candidates);
	decider->fired = xcalloc(rules->count, sizeof *decider->fired);
	decider->spans = xcalloc(rules->count, sizeof *decider->spans);
	decider->scores = xcalloc(rules->framework->count, sizeof *decider->scores);
	return decider;
}

void
decider_free(struct decider *decider)
{
	if (decider == NULL)
		return;
	text_release(&decider->text);
	free(decider->candidates);
	free(decider->fired);
	free(decider->spans);
	free(decider->scores);
	free(decider);
}

/* Tries one rule; false when it hits a limit, and then it alone stands in fired. */
static bool
try_rule(struct decider *decider, struct field text, size_t rule)
{
	switch (rule_find(&decider->rules->rules[rule], text, &decider->spans[decider->count])) {
	case PATTERN_YES:
		decider->fired[decider->count++] = rule;
		return true;
	case PATTERN_NO:
		return true;
	case PATTERN_LIMIT:
		break;
	}
	decider->fired[0] = rule;
	decider->count = 1;
	return false;
}

static bool
try_rules(struct decider *decider, struct field text)
{
	decider->count = 0;
	if (decider->every_rule) {
		for (size_t rule = 0; rule < decider->rules->count; rule++)
			if (!try_rule(decider, text, rule))
				return false;
		return true;
	}
	trigger_scan(decider->rules->trigger, text, decider->candidates);
	for (size_t word = 0; word < trigger_words(decider->rules->trigger); word++) {
		for (uint64_t bits = decider->candidates[word]; bits != 0; bits &= bits - 1)
			if (!try_rule(decider, text, word * 64 + (size_t)__builtin_ctzll(bits)))
				return false;
	}
	return true;
}

static const struct rule *
fired_rule(const struct decider *decider, size_t i)
{
	return &decider->rules->rules[decider->fired[i]];
}

static size_t
role_of(const struct decider *decider, const struct rule *rule)
{
	return decider->rules->framework->rows[rule->function].category;
}

/* Whether a heavier find of the same function (the earlier of equals) lies over
 * this one: the same words are not two reasons. */
static bool
is_covered(const struct decider *decider, size_t i)
{
	const struct rule *rule = fired_rule(decider, i);
	const struct pattern_span *span = &decider->spans[i];

	for (size_t j = 0; j < decider->count; j++) {
		const struct rule *other = fired_rule(decider, j);

		if (j != i && other->function == rule->function
		    && (other->weight > rule->weight || (other->weight == rule->weight && j < i))
		    && decider->spans[j].start < span->end && span->start < decider->spans[j].end)
			return true;
	}
	return false;
}

static void
add_up(struct decider *decider)
{
	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = fired_rule(decider, i);

		decider->scores[rule->function] = 0;
		decider->scores[role_of(decider, rule)] = 0;
	}
	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = fired_rule(decider, i);

		if (is_covered(decider, i))
			continue;
		decider->scores[rule->function] += rule->weight;
		decider->scores[role_of(decider, rule)] += rule->weight;
	}
}

/* The category that leads; margin is its lead over the second. */
static size_t
choose_role(const struct decider *decider, unsigned *margin)
{
	size_t best = FRAMEWORK_NONE;
	unsigned best_score = 0, second = 0;

	for (size_t i = 0; i < decider->count; i++) {
		size_t role = role_of(decider, fired_rule(decider, i));
		unsigned score = decider->scores[role];

		if (role == best)
			continue;
		if (score > best_score) {
			second = best_score;
			best_score = score;
			best = role;
		} else if (score > second) {
			second = score;
		}
	}
	*margin = best_score - second;
	return best;
}

/* The function that leads in the category; alone is whether no other has its score. */
static size_t
choose_function(const struct decider *decider, size_t role, bool *alone)
{
	size_t best = FRAMEWORK_NONE, best_start = 0;

	*alone = true;
	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = fired_rule(decider, i);
		unsigned score = decider->scores[rule->function];
		unsigned best_score = best == FRAMEWORK_NONE ? 0 : decider->scores[best];

		if (role_of(decider, rule) != role || score < best_score)
			continue;
		if (score > best_score)
			*alone = true;
		else if (rule->function != best)
			*alone = false;
		if (score > best_score || decider->spans[i].start < best_start) {
			best = rule->function;
			best_start = decider->spans[i].start;
		}
	}
	return best;
}

/* Where the heaviest rule fired (of the function, or of any when it is
 * FRAMEWORK_NONE); among equals the first in the text. */
static size_t
heaviest(const struct decider *decider, size_t function)
{
	size_t best = decider->count;

	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = fired_rule(decider, i);

		if (function != FRAMEWORK_NONE && rule->function != function)
			continue;
		if (best == decider->count || rule->weight > fired_rule(decider, best)->weight
		    || (rule->weight == fired_rule(decider, best)->weight
		        && decider->spans[i].start < decider->spans[best].start))
			best = i;
	}
	return best;
}

static enum confidence
confidence_of(unsigned weight, unsigned margin, bool alone)
{
	if (weight >= WEIGHT_TERM && margin >= DECIDE_MARGIN_HIGH && alone)
		return CONFIDENCE_HIGH;
	return weight >= WEIGHT_PHRASE ? CONFIDENCE_MEDIUM : CONFIDENCE_LOW;
}

static void
choose(struct decider *decider, struct field original, struct decision *decision)
{
	unsigned margin;
	bool alone = true;
	size_t role, shown;

	add_up(decider);
	role = choose_role(decider, &margin);
	decision->mapping = margin >= DECIDE_MARGIN ? MAPPING_MAPPED : MAPPING_AMBIGUOUS;
	if (decision->mapping == MAPPING_MAPPED) {
		decision->role = role;
		decision->function = choose_function(decider, role, &alone);
	}
	shown = heaviest(decider, decision->function);
	if (decision->mapping == MAPPING_MAPPED)
		decision->confidence =
		    confidence_of(fired_rule(decider, shown)->weight, margin, alone);

	uint32_t start = decider->text.origin[decider->spans[shown].start];
	uint32_t end = decider->text.origin[decider->spans[shown].end];
	decision->evidence = (struct field){ original.data + start, end - start };
}

bool
decide(
    struct decider *decider, struct field original, struct decision *decision, struct fault *fault)
{
	*decision = (struct decision){ .mapping = MAPPING_UNMAPPED,
		.role = FRAMEWORK_NONE,
		.function = FRAMEWORK_NONE,
		.fired = decider->fired };
	decider->count = 0;
	if (original.length == 0)
		return true;
	if (original.length > DECIDE_TEXT_MAX) {
		decision->mapping = MAPPING_RULE_ERROR;
		decision->too_long = true;
		return true;
	}
	if (!rules_normalise(&decider->text, original, fault))
		return false;
	if (!try_rules(decider, (struct field){ decider->text.data, decider->text.length }))
		decision->mapping = MAPPING_RULE_ERROR;
	else if (decider->count != 0)
		choose(decider, original, decision);
	decision->count = decider->count;
	return true;
}

const char *
mapping_name(enum mapping mapping)
{
	static const char *const names[MAPPINGS] = { "mapped", "ambiguous", "unmapped",
		"rule_error" };

	return names[mapping];
}

const char *
confidence_name(enum confidence confidence)
{
	static const char *const names[] = { "", "low", "medium", "high" };

	return names[confidence];
}
