/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * match: tries the rules that the trigger does not rule out.
 */
#include "match.h"

#include "../../lib/memory.h"
#include "../../lib/text_ascii.h"

#include <stdlib.h>

struct match {
	const struct rules *rules;
	bool every_rule;
	/* as the trigger sets them: rules_words() for each sign */
	uint64_t *signs;
	struct sighting *sightings;
	/* of the text at hand */
	struct field text;
	struct find *finds;
	size_t count;
};

struct match *
match_new(const struct rules *rules, bool every_rule)
{
	struct match *match = xcalloc(1, sizeof *match);
	const size_t words = trigger_words(rules->trigger);

	match->rules = rules;
	match->every_rule = every_rule;
	match->signs = xcalloc(words, sizeof *match->signs);
	match->sightings = xcalloc(words * 64, sizeof *match->sightings);
	for (size_t i = 0; i < words * 64; i++)
		match->sightings[i] = SIGHTING_ANYWHERE;
	return match;
}

void
match_free(struct match *match)
{
	if (match == NULL)
		return;
	free(match->signs);
	free(match->sightings);
	free(match);
}

static bool
try_rule(struct match *match, size_t rule, struct scope scope)
{
	struct pattern_span span = { 0 };

	switch (rule_find(&match->rules->rules[rule], match->text, scope, &span)) {
	case PATTERN_YES:
		match->finds[match->count++] =
		    (struct find){ .rule = rule, .start = span.start, .end = span.end };
		return true;
	case PATTERN_NO:
		return true;
	case PATTERN_LIMIT:
		break;
	}
	match->finds[0] = (struct find){ .rule = rule };
	match->count = 1;
	return false;
}

static bool
try_all(struct match *match)
{
	for (size_t rule = 0; rule < match->rules->count; rule++)
		if (!try_rule(match, rule, SCOPE_ANYWHERE))
			return false;
	return true;
}

/* Where the rule may fire.  Distances before a literal are those of ASCII: other characters
 * take more bytes. */
static struct scope
scope_of(const struct match *match, size_t rule, bool ascii)
{
	const size_t excludes = rules_sign(match->rules, SIGN_EXCLUDES, rule);
	struct scope scope = SCOPE_ANYWHERE;

	scope.excludable = (match->signs[excludes / 64] >> (excludes % 64) & 1) != 0;
	if (ascii)
		scope.begins = match->sightings[rules_sign(match->rules, SIGN_PATTERN, rule)];
	return scope;
}

static bool
try_triggered(struct match *match)
{
	const size_t words = rules_words(match->rules);
	const uint64_t *pattern = match->signs + SIGN_PATTERN * words;
	const uint64_t *too = match->signs + SIGN_PATTERN_TOO * words;
	const uint64_t *required = match->signs + SIGN_REQUIRES * words;
	const bool ascii =
	    text_ascii_length(match->text.data, match->text.length) == match->text.length;

	trigger_scan(match->rules->trigger, match->text, match->signs, match->sightings);
	for (size_t i = 0; i < words; i++) {
		for (uint64_t bits = pattern[i] & too[i] & required[i]; bits != 0;
		     bits &= bits - 1) {
			const size_t rule = i * 64 + (size_t)__builtin_ctzll(bits);

			if (!try_rule(match, rule, scope_of(match, rule, ascii)))
				return false;
		}
	}
	return true;
}

bool
match_run(struct match *match, struct field text, struct find *finds, size_t *count)
{
	bool good;

	match->text = text;
	match->finds = finds;
	match->count = 0;
	good = match->every_rule ? try_all(match) : try_triggered(match);
	*count = match->count;
	return good;
}
