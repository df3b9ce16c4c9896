/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dialect: a recursive-descent reading of a rule's pattern.
 */
#include "dialect.h"

#include <ctype.h>
#include <string.h>

struct parser {
	struct field pattern;
	size_t at;
	unsigned depth;
	struct fault *fault;
};

/* A class of no more characters is read as an alternation of them. */
#define CLASS_MEMBERS_MAX ((size_t)4)

static bool parse_alternation(struct parser *parser, struct part *part);

static bool
parser_fault(const struct parser *parser, size_t at, const char *what)
{
	return fault_set(parser->fault, "byte %zu: %s", at + 1, what);
}

static bool
at_end(const struct parser *parser)
{
	return parser->at >= parser->pattern.length;
}

static char
peek(const struct parser *parser)
{
	return at_end(parser) ? '\0' : parser->pattern.data[parser->at];
}

static bool
take(struct parser *parser, const char *text)
{
	size_t length = strlen(text);

	if (parser->pattern.length - parser->at < length
	    || memcmp(parser->pattern.data + parser->at, text, length) != 0)
		return false;
	parser->at += length;
	return true;
}

/* A whole character of UTF-8. */
static void
take_character(struct parser *parser)
{
	do
		parser->at++;
	while (((unsigned char)peek(parser) & 0xC0) == 0x80);
}

static bool
parse_number(struct parser *parser, size_t *number)
{
	size_t start = parser->at;

	for (*number = 0; isdigit((unsigned char)peek(parser)); parser->at++)
		if (*number <= DIALECT_REPEAT_MAX)
			*number = *number * 10 + (size_t)(peek(parser) - '0');
	return parser->at > start;
}

/* An optional quantifier; without one both bounds are 1. */
static bool
parse_quantifier(struct parser *parser, size_t *minimum, size_t *maximum)
{
	size_t start = parser->at;

	*minimum = *maximum = 1;
	if (peek(parser) == '*' || peek(parser) == '+')
		return parser_fault(parser, start,
		    "a gap without a bound is not allowed: write {0,40} or {1,40} for * or +");
	if (take(parser, "?")) {
		*minimum = 0;
	} else if (take(parser, "{")) {
		if (!parse_number(parser, minimum))
			return parser_fault(
			    parser, start, "a quantifier is {n} or {n,m}; write \\{ for a brace");
		*maximum = *minimum;
		if (take(parser, ",") && !parse_number(parser, maximum))
			return parser_fault(parser, start,
			    "a gap without a bound is not allowed: write {n,m} for {n,}");
		if (!take(parser, "}") || *minimum > *maximum)
			return parser_fault(
			    parser, start, "a quantifier is {n} or {n,m} with n not above m");
		if (*maximum > DIALECT_REPEAT_MAX)
			return parser_fault(parser, start, "a quantifier goes no higher than 100");
	} else {
		return true;
	}
	(void)take(parser, "?");
	return true;
}

/* What stands after a backslash: punctuation, or one of letters. */
static bool
take_escaped(struct parser *parser, const char *letters)
{
	char escaped = peek(parser);

	if (escaped == '\0'
	    || (!ispunct((unsigned char)escaped) && strchr(letters, escaped) == NULL))
		return parser_fault(parser, parser->at - 1,
		    "escapes are \\b \\B (not in a class) \\d \\D \\w \\W \\s \\S and punctuation");
	parser->at++;
	return true;
}

/* One member of a class (first: where they begin), added to the members if it is a plain character;
 * else *few is false. */
static bool
parse_member(struct parser *parser, size_t first, struct literals *members, bool *few)
{
	size_t start = parser->at;

	if (peek(parser) == '[')
		return parser_fault(parser, start,
		    "a bracket inside a class is written \\[, and named classes are not known");
	if (take(parser, "\\")) {
		if (!take_escaped(parser, "dDwWsS"))
			return false;
		start++;
		*few = *few && ispunct((unsigned char)parser->pattern.data[start]);
	} else {
		take_character(parser);
		/* the hyphen makes a range, but for one at an end */
		*few = *few
		    && (parser->pattern.data[start] != '-' || start == first
		        || peek(parser) == ']');
	}
	if (*few)
		literals_add(members, parser->pattern.data + start, parser->at - start);
	return true;
}

/* A class of a few characters is as good as an alternation of them. */
static bool
parse_class(struct parser *parser, struct part *part)
{
	size_t start = parser->at++, first;
	struct literals members = { 0 };
	bool few = !take(parser, "^"), good = true;

	first = parser->at;
	if (peek(parser) == ']')
		return parser_fault(
		    parser, start, "a class must not be empty: write \\] for a bracket");
	while (good && !at_end(parser) && peek(parser) != ']')
		good = parse_member(parser, first, &members, &few);
	if (good && !take(parser, "]"))
		good = parser_fault(parser, start, "the class is not closed");
	if (good && few && members.count <= CLASS_MEMBERS_MAX) {
		*part = part_exact(members, 1);
		return true;
	}
	literals_release(&members);
	*part = part_unknown(1);
	return good;
}

static bool
group_kind(struct parser *parser, bool *consumes)
{
	size_t start = parser->at;

	*consumes = take(parser, "(?:");
	if (*consumes || take(parser, "(?=") || take(parser, "(?!") || take(parser, "(?<=")
	    || take(parser, "(?<!"))
		return true;
	return parser_fault(parser, start,
	    "a group is (?:...), look-around is (?=...), (?!...), (?<=...) or (?<!...)");
}

static bool
parse_group(struct parser *parser, struct part *part)
{
	size_t start = parser->at, minimum, maximum;
	bool consumes, good;

	if (!group_kind(parser, &consumes))
		return false;
	if (++parser->depth > DIALECT_DEPTH_MAX)
		return parser_fault(parser, start, "groups are nested too deep");
	good = parse_alternation(parser, part);
	parser->depth--;
	if (good && !take(parser, ")"))
		good = parser_fault(parser, start, "the group is not closed");
	good = good && parse_quantifier(parser, &minimum, &maximum);
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
parse_single(struct parser *parser, struct part *part)
{
	size_t start = parser->at, minimum, maximum;
	char c = peek(parser);

	if (c == '[') {
		if (!parse_class(parser, part))
			return false;
	} else if (take(parser, "\\")) {
		if (!take_escaped(parser, "bBdDwWsS"))
			return false;
		c = parser->pattern.data[++start];
		if (c == 'b' || c == 'B') {
			*part = part_exact(literals_of("", 0), 0);
			return true;
		}
		*part =
		    ispunct((unsigned char)c) ? part_exact(literals_of(&c, 1), 1) : part_unknown(1);
	} else {
		take_character(parser);
		*part = c == '.'
		    ? part_unknown(1)
		    : part_exact(literals_of(parser->pattern.data + start, parser->at - start), 1);
	}
	if (!parse_quantifier(parser, &minimum, &maximum))
		return false;
	part_repeat(part, minimum, maximum);
	return true;
}

/* What stands next in a sequence; ^ and $ take nothing. */
static bool
parse_part(struct parser *parser, struct part *part)
{
	char c = peek(parser);

	if (c == '(')
		return parse_group(parser, part);
	if (strchr("*+?{", c) != NULL)
		return parser_fault(parser, parser->at, "nothing stands before this quantifier");
	if (c != '^' && c != '$')
		return parse_single(parser, part);
	parser->at++;
	*part = part_exact(literals_of("", 0), 0);
	return true;
}

static bool
parse_sequence(struct parser *parser, struct part *whole)
{
	struct sequence sequence;
	bool good = true;

	sequence_begin(&sequence);
	while (good && !at_end(parser) && peek(parser) != '|' && peek(parser) != ')') {
		struct part part = { 0 };

		good = parse_part(parser, &part);
		if (good)
			sequence_add(&sequence, &part);
		part_release(&part);
	}
	*whole = sequence_end(&sequence);
	return good;
}

static bool
parse_alternation(struct parser *parser, struct part *part)
{
	struct alternation alternation = { 0 };
	bool good;

	do {
		struct part branch;

		good = parse_sequence(parser, &branch);
		alternation_add(&alternation, &branch);
	} while (good && take(parser, "|"));
	*part = alternation_end(&alternation);
	return good;
}

bool
dialect_read(struct field pattern, struct needs *needs, struct fault *fault)
{
	struct parser parser = { .pattern = pattern, .fault = fault };
	struct part whole = { 0 };
	bool good;

	*needs = (struct needs){ 0 };
	if (pattern.length > DIALECT_PATTERN_MAX)
		return fault_set(fault, "longer than %d bytes", DIALECT_PATTERN_MAX);
	good = parse_alternation(&parser, &whole);
	if (good && !at_end(&parser))
		good = parser_fault(&parser, parser.at, "a bracket is closed that nobody opened");
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
