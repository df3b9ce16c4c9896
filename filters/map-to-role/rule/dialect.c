/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dialect: a recursive-descent reading of a rule's pattern.
 */
#include "dialect.h"

#include "cursor.h"

#include <ctype.h>
#include <string.h>

/* A class of no more characters is read as an alternation of them. */
#define CLASS_MEMBERS_MAX ((size_t)4)

static bool parse_alternation(struct cursor *cursor, struct part *part);

/* One member of a class (first: where they begin), added to the members if it is a plain character;
 * else *few is false. */
static bool
parse_member(struct cursor *cursor, size_t first, struct literals *members, bool *few)
{
	size_t start = cursor->at;

	if (cursor_peek(cursor) == '[')
		return cursor_fault(cursor, start,
		    "a bracket inside a class is written \\[, and named classes are not known");
	if (cursor_take(cursor, "\\")) {
		if (!cursor_escape(cursor, "dDwWsS"))
			return false;
		start++;
		*few = *few && ispunct((unsigned char)cursor->pattern.data[start]);
	} else {
		cursor_character(cursor);
		/* the hyphen makes a range, but for one at an end */
		*few = *few
		    && (cursor->pattern.data[start] != '-' || start == first
		        || cursor_peek(cursor) == ']');
	}
	if (*few)
		literals_add(members, cursor->pattern.data + start, cursor->at - start, 0);
	return true;
}

/* A class of a few characters is as good as an alternation of them. */
static bool
parse_class(struct cursor *cursor, struct part *part)
{
	size_t start = cursor->at++, first;
	struct literals members = { 0 };
	bool few = !cursor_take(cursor, "^"), good = true;

	first = cursor->at;
	if (cursor_peek(cursor) == ']')
		return cursor_fault(
		    cursor, start, "a class must not be empty: write \\] for a bracket");
	while (good && !cursor_at_end(cursor) && cursor_peek(cursor) != ']')
		good = parse_member(cursor, first, &members, &few);
	if (good && !cursor_take(cursor, "]"))
		good = cursor_fault(cursor, start, "the class is not closed");
	if (good && few && members.count <= CLASS_MEMBERS_MAX) {
		*part = part_exact(members, 1);
		return true;
	}
	literals_release(&members);
	*part = part_unknown(1, 1);
	return good;
}

static bool
group_kind(struct cursor *cursor, bool *consumes)
{
	size_t start = cursor->at;

	*consumes = cursor_take(cursor, "(?:");
	if (*consumes || cursor_take(cursor, "(?=") || cursor_take(cursor, "(?!")
	    || cursor_take(cursor, "(?<=") || cursor_take(cursor, "(?<!"))
		return true;
	return cursor_fault(cursor, start,
	    "a group is (?:...), look-around is (?=...), (?!...), (?<=...) or (?<!...)");
}

static bool
parse_group(struct cursor *cursor, struct part *part)
{
	size_t start = cursor->at, minimum, maximum;
	bool consumes, good;

	if (!group_kind(cursor, &consumes))
		return false;
	if (++cursor->depth > DIALECT_DEPTH_MAX)
		return cursor_fault(cursor, start, "groups are nested too deep");
	good = parse_alternation(cursor, part);
	cursor->depth--;
	if (good && !cursor_take(cursor, ")"))
		good = cursor_fault(cursor, start, "the group is not closed");
	good = good && cursor_quantifier(cursor, &minimum, &maximum);
	if (good && consumes) {
		part_repeat(part, minimum, maximum);
	} else if (good) {
		part_release(part);
		*part = part_exact(literals_of("", 0), 0);
	}
	return good;
}

/* A character, an escaped one, a class or the dot. */
static bool
parse_single(struct cursor *cursor, struct part *part)
{
	size_t start = cursor->at, minimum, maximum;
	char c = cursor_peek(cursor);

	if (c == '[') {
		if (!parse_class(cursor, part))
			return false;
	} else if (cursor_take(cursor, "\\")) {
		if (!cursor_escape(cursor, "bBdDwWsS"))
			return false;
		c = cursor->pattern.data[++start];
		if (c == 'b' || c == 'B') {
			*part = part_exact(literals_of("", 0), 0);
			return true;
		}
		*part = ispunct((unsigned char)c) ? part_exact(literals_of(&c, 1), 1)
		                                  : part_unknown(1, 1);
	} else {
		cursor_character(cursor);
		*part = c == '.'
		    ? part_unknown(1, 1)
		    : part_exact(literals_of(cursor->pattern.data + start, cursor->at - start), 1);
	}
	if (!cursor_quantifier(cursor, &minimum, &maximum))
		return false;
	part_repeat(part, minimum, maximum);
	return true;
}

/* What stands next in a sequence; ^ and $ take nothing. */
static bool
parse_part(struct cursor *cursor, struct part *part)
{
	char c = cursor_peek(cursor);

	if (c == '(')
		return parse_group(cursor, part);
	if (strchr("*+?{", c) != NULL)
		return cursor_fault(cursor, cursor->at, "nothing stands before this quantifier");
	if (c != '^' && c != '$')
		return parse_single(cursor, part);
	cursor->at++;
	*part = part_exact(literals_of("", 0), 0);
	return true;
}

static bool
parse_sequence(struct cursor *cursor, struct part *whole)
{
	struct sequence sequence;
	bool good = true;

	sequence_begin(&sequence);
	while (good && !cursor_at_end(cursor) && cursor_peek(cursor) != '|'
	    && cursor_peek(cursor) != ')') {
		struct part part = { 0 };

		good = parse_part(cursor, &part);
		if (good)
			sequence_add(&sequence, &part);
		part_release(&part);
	}
	*whole = sequence_end(&sequence);
	return good;
}

static bool
parse_alternation(struct cursor *cursor, struct part *part)
{
	struct alternation alternation = { 0 };
	bool good;

	do {
		struct part branch;

		good = parse_sequence(cursor, &branch);
		alternation_add(&alternation, &branch);
	} while (good && cursor_take(cursor, "|"));
	*part = alternation_end(&alternation);
	return good;
}

bool
dialect_read(struct field pattern, struct needs *needs, struct fault *fault)
{
	struct cursor cursor = { .pattern = pattern, .fault = fault };
	struct part whole = { 0 };
	bool good;

	*needs = (struct needs){ 0 };
	if (pattern.length > DIALECT_PATTERN_MAX)
		return fault_set(fault, "longer than %d bytes", DIALECT_PATTERN_MAX);
	good = parse_alternation(&cursor, &whole);
	if (good && !cursor_at_end(&cursor))
		good = cursor_fault(&cursor, cursor.at, "a bracket is closed that nobody opened");
	if (good && whole.minimum == 0)
		good =
		    fault_set(fault, "it can match the empty text, so it would fit every record");
	if (good) {
		*needs = whole.needs;
		whole.needs = (struct needs){ 0 };
	}
	part_release(&whole);
	return good;
}
