/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules: loads the rules, and finds one in a text.
 */
#include "rules.h"

#include "../../lib/memory.h"

#include "loading.h"

#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* All columns are there, and no other: a mistyped one would be ignored. */
static bool
find_columns(struct loading *loading)
{
	const struct table *table = loading->rules->table;

	for (size_t i = 0; i < RULE_COLUMNS; i++)
		if (!table_require(table, loading_columns[i], &loading->columns[i], loading->fault))
			return false;
	if (table_columns(table) != RULE_COLUMNS)
		return fault_at(loading->fault, table_path(table), 1, 0,
		    "a column stands here that rules do not have: they have rule_id, function, "
		    "pattern, requires, excludes, weight, provenance, positive, negative");
	return true;
}

static bool
read_rules(struct loading *loading)
{
	struct rules *rules = loading->rules;
	bool good = true;

	if (!find_columns(loading)
	    || !table_index(rules->table, loading->columns[RULE_ID], loading->fault))
		return false;
	rules->count = table_rows(rules->table);
	if (rules->count == 0 || rules->count > RULES_MAX) {
		rules->count = 0;
		return fault_at(loading->fault, table_path(rules->table), 0, 0,
		    "a file of rules has 1 to %d rules", RULES_MAX);
	}
	rules->rules = xcalloc(rules->count, sizeof *rules->rules);
	rules->trigger = trigger_new(SIGNS * rules_words(rules) * 64);
	for (size_t row = 0; good && row < rules->count; row++) {
		loading->row = row;
		good = loading_rule(loading);
	}
	if (good)
		trigger_build(rules->trigger);
	return good;
}

bool
rules_load(
    struct rules *rules, const char *path, const struct framework *framework, struct fault *fault)
{
	struct loading loading = { .rules = rules, .fault = fault };
	bool good;

	*rules = (struct rules){ .framework = framework, .table = table_load(path, fault) };
	if (rules->table == NULL)
		return false;
	good = read_rules(&loading);
	text_release(&loading.text);
	if (!good)
		rules_release(rules);
	return good;
}

void
rules_release(struct rules *rules)
{
	for (size_t i = 0; i < rules->count; i++) {
		pattern_free(rules->rules[i].pattern);
		pattern_free(rules->rules[i].requires);
		pattern_free(rules->rules[i].excludes);
	}
	free(rules->rules);
	trigger_free(rules->trigger);
	if (rules->table != NULL)
		table_free(rules->table);
	*rules = (struct rules){ 0 };
}

bool
rules_example(struct field *rest, struct field *example)
{
	const char *bar;

	if (rest->data == NULL)
		return false;
	bar = rest->length == 0 ? NULL : memchr(rest->data, '|', rest->length);
	if (bar == NULL) {
		*example = field_trim(*rest);
		*rest = (struct field){ 0 };
		return true;
	}
	*example = field_trim((struct field){ rest->data, (size_t)(bar - rest->data) });
	*rest = (struct field){ bar + 1, rest->length - (size_t)(bar + 1 - rest->data) };
	return true;
}

/* Where the first blank after a blank stands, or the text's length. */
static size_t
second_blank(const struct text *text)
{
	const char *data = text->data;
	size_t at = 1;

#ifdef __SSE2__
	const __m128i blanks = _mm_set1_epi8(' ');

	for (; at + 16 <= text->length; at += 16) {
		const __m128i here = _mm_loadu_si128((const __m128i *)(const void *)(data + at));
		const __m128i before =
		    _mm_loadu_si128((const __m128i *)(const void *)(data + at - 1));

		if (_mm_movemask_epi8(
		        _mm_and_si128(_mm_cmpeq_epi8(here, blanks), _mm_cmpeq_epi8(before, blanks)))
		    != 0)
			break;
	}
#endif
	while (at < text->length && (data[at] != ' ' || data[at - 1] != ' '))
		at++;
	return at;
}

bool
rules_normalise(struct text *text, struct field original, struct fault *fault)
{
	size_t out;

	if (!text_normalise(text, original, fault))
		return false;
	if (text->length == 0)
		return true;
	out = second_blank(text);
	for (size_t i = out; i < text->length; i++) {
		if (text->data[i] == ' ' && text->data[out - 1] == ' ')
			continue;
		text->data[out] = text->data[i];
		text->origin[out++] = text->origin[i];
	}
	text->origin[out] = text->origin[text->length];
	text->length = out;
	return true;
}

size_t
rules_words(const struct rules *rules)
{
	return (rules->count + 63) / 64;
}

size_t
rules_sign(const struct rules *rules, enum rule_sign sign, size_t rule)
{
	return (size_t)sign * rules_words(rules) * 64 + rule;
}

enum pattern_result
rule_find(const struct rule *rule, struct field text, struct scope scope, struct pattern_span *span)
{
	enum pattern_result found =
	    pattern_find_within(rule->pattern, text, scope.begins.first, scope.begins.last, span);

	if (found == PATTERN_YES && rule->requires != NULL)
		found = pattern_find(rule->requires, text, 0, NULL);
	if (found == PATTERN_YES && rule->excludes != NULL && scope.excludable) {
		found = pattern_find(rule->excludes, text, 0, NULL);
		if (found != PATTERN_LIMIT)
			found = found == PATTERN_YES ? PATTERN_NO : PATTERN_YES;
	}
	return found;
}
