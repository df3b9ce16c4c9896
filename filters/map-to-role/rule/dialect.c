/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dialect: a recursive-descent reading of a rule's pattern.
 *
 * Each part says how many characters it takes at least, and literals of which
 * every match of that part holds one: an alternation holds one of each branch's,
 * a sequence holds those of any of its parts, so the best part is taken.
 */
#include "dialect.h"

#include <ctype.h>

struct parser {
	struct field pattern;
	size_t at;
	unsigned depth;
	struct fault *fault;
};

struct part {
	size_t minimum; /* characters that a match takes at least */
	struct literals literals;
};

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

static bool
parse_class(struct parser *parser)
{
	size_t start = parser->at;

	parser->at++;
	(void)take(parser, "^");
	if (peek(parser) == ']')
		return parser_fault(
		    parser, start, "a class must not be empty: write \\] for a bracket");
	while (!at_end(parser) && peek(parser) != ']') {
		if (peek(parser) == '[')
			return parser_fault(parser, parser->at,
			    "a bracket inside a class is written \\[, and named classes are not "
			    "known");
		if (!take(parser, "\\"))
			parser->at++;
		else if (!take_escaped(parser, "dDwWsS"))
			return false;
	}
	if (at_end(parser))
		return parser_fault(parser, start, "the class is not closed");
	parser->at++;
	return true;
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
parse_group(struct parser *parser, struct sequence *sequence)
{
	struct part inside = { 0 };
	size_t start = parser->at, minimum, maximum;
	bool consumes, good;

	if (!group_kind(parser, &consumes))
		return false;
	if (++parser->depth > DIALECT_DEPTH_MAX)
		return parser_fault(parser, start, "groups are nested too deep");
	good = parse_alternation(parser, &inside);
	parser->depth--;
	if (good && !take(parser, ")"))
		good = parser_fault(parser, start, "the group is not closed");
	if (good && (good = parse_quantifier(parser, &minimum, &maximum)) && consumes) {
		sequence_break(sequence);
		sequence->minimum += inside.minimum * minimum;
		/* Only whether it is 0 matters, and it must not wrap around. */
		if (sequence->minimum > DIALECT_PATTERN_MAX)
			sequence->minimum = DIALECT_PATTERN_MAX;
		if (minimum != 0)
			sequence_offer(sequence, &inside.literals);
	}
	literals_release(&inside.literals);
	return good;
}

/* A character, an escaped one, a class or the dot: length bytes at start.
 * plain: it stands for itself, so that it belongs to a run. */
static bool
parse_single(struct parser *parser, struct sequence *sequence)
{
	size_t start = parser->at, minimum, maximum;
	bool plain = true;
	char c = peek(parser);

	if (c == '[') {
		plain = false;
		if (!parse_class(parser))
			return false;
	} else if (take(parser, "\\")) {
		if (!take_escaped(parser, "bBdDwWsS"))
			return false;
		start++;
		if (parser->pattern.data[start] == 'b' || parser->pattern.data[start] == 'B')
			return true;
		plain = ispunct((unsigned char)parser->pattern.data[start]) != 0;
	} else {
		plain = c != '.';
		/* The further bytes of a character of UTF-8 belong to it. */
		do
			parser->at++;
		while (((unsigned char)peek(parser) & 0xC0) == 0x80);
	}
	size_t length = parser->at - start;
	if (!parse_quantifier(parser, &minimum, &maximum))
		return false;
	sequence->minimum += minimum;
	if (!plain || minimum == 0)
		sequence_break(sequence);
	else
		buffer_append(&sequence->run, parser->pattern.data + start, length);
	if (maximum > 1)
		sequence_break(sequence);
	return true;
}

static bool
parse_sequence(struct parser *parser, struct part *part)
{
	struct sequence sequence = { 0 };
	bool good = true;

	while (good && !at_end(parser) && peek(parser) != '|' && peek(parser) != ')') {
		char c = peek(parser);

		if (c == '(')
			good = parse_group(parser, &sequence);
		else if (c == '^' || c == '$')
			parser->at++;
		else if (strchr("*+?{", c) != NULL)
			good = parser_fault(
			    parser, parser->at, "nothing stands before this quantifier");
		else
			good = parse_single(parser, &sequence);
	}
	sequence_break(&sequence);
	buffer_release(&sequence.run);
	part->minimum = sequence.minimum;
	part->literals = sequence.best;
	return good;
}

/* Adds a branch to the alternation: one branch without literals leaves none. */
static void
join_branch(struct part *whole, struct part *branch, bool *known)
{
	if (branch->minimum < whole->minimum)
		whole->minimum = branch->minimum;
	*known = *known && branch->literals.count != 0;
	for (size_t i = 0; *known && i < branch->literals.count; i++)
		literals_add(
		    &whole->literals, branch->literals.texts[i], strlen(branch->literals.texts[i]));
	literals_release(&branch->literals);
}

static bool
parse_alternation(struct parser *parser, struct part *part)
{
	bool known = true, good;

	*part = (struct part){ .minimum = SIZE_MAX };
	do {
		struct part branch = { 0 };

		good = parse_sequence(parser, &branch);
		join_branch(part, &branch, &known);
	} while (good && take(parser, "|"));
	if (!known)
		literals_release(&part->literals);
	return good;
}

bool
dialect_read(struct field pattern, struct literals *literals, struct fault *fault)
{
	struct parser parser = { .pattern = pattern, .fault = fault };
	struct part whole = { 0 };
	bool good;

	*literals = (struct literals){ 0 };
	if (pattern.length > DIALECT_PATTERN_MAX)
		return fault_set(fault, "longer than %d bytes", DIALECT_PATTERN_MAX);
	good = parse_alternation(&parser, &whole);
	if (good && !at_end(&parser))
		good = parser_fault(&parser, parser.at, "a bracket is closed that nobody opened");
	if (good && whole.minimum == 0)
		good =
		    fault_set(fault, "it can match the empty text, so it would fit every record");
	if (good)
		*literals = whole.literals;
	else
		literals_release(&whole.literals);
	return good;
}
