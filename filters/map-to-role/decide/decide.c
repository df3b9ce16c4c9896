/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decide: match, add up, choose.
 */
#include "decide.h"

#include "../../lib/memory.h"

#include <stdlib.h>

struct decider {
	const struct rules *rules;
	const struct languages *languages; /* NULL: every text is in the rules' language */
	struct match *match;
	size_t limit;
	struct text text;
	/* of the text at hand */
	struct find *finds; /* in the normalised text, until the decision is made */
	size_t count;
	unsigned *scores; /* by row of the framework: functions and categories */
	struct candidate *candidates;
	size_t candidate_count;
};

struct decider *
decider_new(const struct rules *rules, bool every_rule, size_t limit)
{
	struct decider *decider = xcalloc(1, sizeof *decider);

	decider->rules = rules;
	decider->match = match_new(rules, every_rule);
	decider->limit = limit;
	decider->finds = xcalloc(rules->count, sizeof *decider->finds);
	decider->scores = xcalloc(rules->framework->count, sizeof *decider->scores);
	decider->candidates = xcalloc(rules->framework->count, sizeof *decider->candidates);
	return decider;
}

void
decider_speak(struct decider *decider, const struct languages *languages)
{
	decider->languages = languages;
}

void
decider_free(struct decider *decider)
{
	if (decider == NULL)
		return;
	text_release(&decider->text);
	match_free(decider->match);
	free(decider->finds);
	free(decider->scores);
	free(decider->candidates);
	free(decider);
}

static const struct rule *
rule_of(const struct decider *decider, const struct find *find)
{
	return &decider->rules->rules[find->rule];
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
	const struct find *find = &decider->finds[i];
	const struct rule *rule = rule_of(decider, find);

	for (size_t j = 0; j < decider->count; j++) {
		const struct find *other_find = &decider->finds[j];
		const struct rule *other = rule_of(decider, other_find);

		if (j != i && other->function == rule->function
		    && (other->weight > rule->weight || (other->weight == rule->weight && j < i))
		    && other_find->start < find->end && find->start < other_find->end)
			return true;
	}
	return false;
}

static void
add_up(struct decider *decider)
{
	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = rule_of(decider, &decider->finds[i]);

		decider->scores[rule->function] = 0;
		decider->scores[role_of(decider, rule)] = 0;
	}
	for (size_t i = 0; i < decider->count; i++) {
		const struct rule *rule = rule_of(decider, &decider->finds[i]);

		if (is_covered(decider, i))
			continue;
		decider->scores[rule->function] += rule->weight;
		decider->scores[role_of(decider, rule)] += rule->weight;
	}
}

/* The function that leads in the category; alone is whether no other has its score. */
static size_t
choose_function(const struct decider *decider, size_t role, bool *alone)
{
	size_t best = FRAMEWORK_NONE, best_start = 0;

	*alone = true;
	for (size_t i = 0; i < decider->count; i++) {
		const struct find *find = &decider->finds[i];
		const struct rule *rule = rule_of(decider, find);
		unsigned score = decider->scores[rule->function];
		unsigned best_score = best == FRAMEWORK_NONE ? 0 : decider->scores[best];

		if (role_of(decider, rule) != role || score < best_score)
			continue;
		if (score > best_score)
			*alone = true;
		else if (rule->function != best)
			*alone = false;
		if (score > best_score || find->start < best_start) {
			best = rule->function;
			best_start = find->start;
		}
	}
	return best;
}

/* Where the function's heaviest rule fired; among equals the first in the text. */
static const struct find *
heaviest(const struct decider *decider, size_t function)
{
	const struct find *best = NULL;

	for (size_t i = 0; i < decider->count; i++) {
		const struct find *find = &decider->finds[i];
		unsigned weight = rule_of(decider, find)->weight;

		if (rule_of(decider, find)->function == function
		    && (best == NULL || weight > rule_of(decider, best)->weight
		        || (weight == rule_of(decider, best)->weight && find->start < best->start)))
			best = find;
	}
	return best;
}

static enum confidence
confidence_of(unsigned weight, unsigned lead, bool alone)
{
	if (weight >= WEIGHT_TERM && lead >= DECIDE_MARGIN_HIGH && alone)
		return CONFIDENCE_HIGH;
	return weight >= WEIGHT_PHRASE ? CONFIDENCE_MEDIUM : CONFIDENCE_LOW;
}

/* The highest score first; equals in the framework's order. */
static int
compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return (a->role > b->role) - (a->role < b->role);
}

static void
list_candidates(struct decider *decider)
{
	decider->candidate_count = 0;
	for (size_t i = 0; i < decider->count; i++) {
		size_t role = role_of(decider, rule_of(decider, &decider->finds[i]));
		size_t j = 0;

		while (j < decider->candidate_count && decider->candidates[j].role != role)
			j++;
		if (j == decider->candidate_count)
			decider->candidates[decider->candidate_count++] =
			    (struct candidate){ .role = role, .score = decider->scores[role] };
	}
	qsort(decider->candidates, decider->candidate_count, sizeof decider->candidates[0],
	    compare_candidates);
}

/* What a category's lead over the best of the others is; 0 where it does not lead. */
static unsigned
lead_of(const struct decider *decider, size_t i)
{
	const struct candidate *candidates = decider->candidates;

	if (i != 0)
		return 0;
	return candidates[0].score - (decider->candidate_count > 1 ? candidates[1].score : 0);
}

static void
fill_candidates(struct decider *decider)
{
	for (size_t i = 0; i < decider->candidate_count; i++) {
		struct candidate *candidate = &decider->candidates[i];
		bool alone;
		const struct find *shown;

		candidate->function = choose_function(decider, candidate->role, &alone);
		shown = heaviest(decider, candidate->function);
		candidate->evidence = *shown;
		candidate->confidence =
		    confidence_of(rule_of(decider, shown)->weight, lead_of(decider, i), alone);
	}
}

/* From the normalised text to the original.  A character that became several, such as a
 * ligature, is found as a whole where a part of it was. */
static void
place(const struct decider *decider, struct find *find)
{
	const struct text *text = &decider->text;
	size_t end = find->end;

	while (end < text->length && text->origin[end] == text->origin[end - 1])
		end++;
	find->start = text->origin[find->start];
	find->end = text->origin[end];
}

static void
choose(struct decider *decider, struct decision *decision)
{
	const struct candidate *first = decider->candidates;

	add_up(decider);
	list_candidates(decider);
	fill_candidates(decider);
	decision->score = first->score;
	decision->margin = lead_of(decider, 0);
	decision->mapping = decision->margin >= DECIDE_MARGIN ? MAPPING_MAPPED : MAPPING_AMBIGUOUS;
	if (decision->mapping == MAPPING_MAPPED) {
		decision->role = first->role;
		decision->function = first->function;
		decision->confidence = first->confidence;
	}
	decision->candidate_count = decider->candidate_count;
	for (size_t i = 0; i < decider->count; i++)
		place(decider, &decider->finds[i]);
	for (size_t i = 0; i < decider->candidate_count; i++)
		place(decider, &decider->candidates[i].evidence);
}

/* Matches the normalised text and makes the decision. */
static void
read_text(struct decider *decider, struct field text, struct decision *decision)
{
	if (decider->languages != NULL && languages_foreign(decider->languages, text))
		decision->mapping = MAPPING_OTHER_LANGUAGE;
	else if (!match_run(decider->match, text, decider->finds, &decider->count))
		decision->mapping = MAPPING_RULE_ERROR;
	else if (decider->count != 0)
		choose(decider, decision);
}

bool
decide(
    struct decider *decider, struct field original, struct decision *decision, struct fault *fault)
{
	*decision = (struct decision){ .mapping = MAPPING_UNMAPPED,
		.role = FRAMEWORK_NONE,
		.function = FRAMEWORK_NONE,
		.finds = decider->finds,
		.candidates = decider->candidates,
		.cut = original.length > decider->limit,
		.empty = original.length == 0 };
	decider->count = 0;
	if (decision->empty)
		return true;
	if (!rules_normalise(&decider->text, text_cut(original, decider->limit), fault))
		return false;
	read_text(decider, (struct field){ decider->text.data, decider->text.length }, decision);
	decision->find_count = decider->count;
	return true;
}
