/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the rules of map-to-role.  The first line of the input is a pattern and the
 * rest a text: a pattern that is accepted compiles or is refused with words, and
 * where it matches, one of its literals stands in the text, and tells where the match
 * may begin.  Then the whole input is a file of rules, and leaving out rules by trigger
 * changes no decision.
 */
#include "../../filters/lib/memory.h"
#include "../../filters/lib/text_ascii.h"
#include "../../filters/map-to-role/decide/decide.h"
#include "../../filters/map-to-role/rule/audit.h"
#include "../../filters/map-to-role/rule/dialect.h"

#include "fuzz_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char framework_text[] =
    "code,category,item,ordinal,label\nA,A,,0,a\nA.i,A,i,1,b\nA.ii,A,ii,2,c\n"
    "B,B,,0,d\nB.i,B,i,1,e\n";

static bool
holds_one(struct field text, const struct literals *literals)
{
	for (size_t i = 0; i < literals->count; i++)
		if (memmem(text.data, text.length, literals->texts[i], strlen(literals->texts[i])))
			return true;
	return literals->count == 0;
}

/* Where a find begins at first and at last, told by the literals that stand in the text. */
static struct sighting
sighting_of(struct field text, const struct literals *literals)
{
	struct sighting sighting = { SIZE_MAX, 0 };

	for (size_t i = 0; i < literals->count; i++) {
		const size_t length = strlen(literals->texts[i]), before = literals->before[i];

		for (size_t at = 0; at + length <= text.length; at++) {
			if (memcmp(text.data + at, literals->texts[i], length) != 0)
				continue;
			if (at < before || at - before < sighting.first)
				sighting.first = at < before ? 0 : at - before;
			if (at > sighting.last)
				sighting.last = at;
		}
	}
	return literals->count == 0 ? SIGHTING_ANYWHERE : sighting;
}

/* Looking there alone finds the same. */
static void
try_within(const struct pattern *pattern, struct field text, const struct literals *literals,
    enum pattern_result found, struct pattern_span span)
{
	struct sighting there = sighting_of(text, literals);
	enum pattern_result again = PATTERN_NO;
	struct pattern_span other = { 0 };

	if (there.first <= there.last)
		again = pattern_find_within(pattern, text, there.first, there.last, &other);
	if (found != PATTERN_LIMIT && again != PATTERN_LIMIT
	    && (found != again || span.start != other.start || span.end != other.end))
		abort();
}

static void
try_pattern(struct field pattern, struct field text)
{
	struct needs needs;
	struct fault fault = { 0 };
	struct pattern *compiled;
	struct pattern_span span = { 0 };
	enum pattern_result found = PATTERN_NO;

	if (!dialect_read(pattern, &needs, &fault))
		return;
	compiled = pattern_new(pattern, PATTERN_LIMITED, &fault);
	if (compiled != NULL)
		found = pattern_find(compiled, text, 0, &span);
	if (found == PATTERN_YES) {
		struct field words = { text.data + span.start, span.end - span.start };

		if (words.length == 0 || !holds_one(words, &needs.sets[0])
		    || !holds_one(words, &needs.sets[1]))
			abort();
	}
	if (compiled != NULL && text_ascii_length(text.data, text.length) == text.length)
		for (size_t i = 0; i < SEQUENCE_NEEDS; i++)
			try_within(compiled, text, &needs.sets[i], found, span);
	pattern_free(compiled);
	needs_release(&needs);
}

static void
compare(const struct rules *rules, struct field text)
{
	struct decider *some = decider_new(rules, false, 1 << 16);
	struct decider *all = decider_new(rules, true, 1 << 16);
	struct decision a, b;
	struct fault fault = { 0 };

	if (!decide(some, text, &a, &fault) || !decide(all, text, &b, &fault))
		abort();
	/* A rule that the trigger leaves out cannot hit a limit any more. */
	if (b.mapping != MAPPING_RULE_ERROR
	    && (a.mapping != b.mapping || a.role != b.role || a.function != b.function
	        || a.confidence != b.confidence || a.score != b.score || a.margin != b.margin
	        || a.find_count != b.find_count
	        || memcmp(a.finds, b.finds, a.find_count * sizeof a.finds[0]) != 0))
		abort();
	decider_free(some);
	decider_free(all);
}

static void
try_rules(const uint8_t *data, size_t size, struct field text)
{
	struct framework framework;
	struct rules rules;
	struct fault fault = { 0 };
	char roles_path[64], rules_path[64];
	int roles = fuzz_file(framework_text, sizeof framework_text - 1, roles_path);
	int file = fuzz_file(data, size, rules_path);

	if (!framework_load(&framework, roles_path, &fault))
		abort();
	if (rules_load(&rules, rules_path, &framework, &fault)) {
		compare(&rules, text);
		(void)audit_rules(&rules, &fault);
		rules_release(&rules);
	} else if (fault.message[0] == '\0') {
		abort();
	}
	framework_release(&framework);
	close(roles);
	close(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	const char *end = size == 0 ? NULL : memchr(bytes, '\n', size);
	size_t first = end == NULL ? size : (size_t)(end - bytes);
	struct field pattern = { bytes, first };
	struct field text = { bytes + first, size - first };

	/* The reader has seen to both before any rule does. */
	if (size == 0 || text_invalid_at(bytes, size) != size || memchr(bytes, '\0', size) != NULL)
		return 0;
	try_pattern(pattern, text);
	try_rules(data, size, text);
	return 0;
}
