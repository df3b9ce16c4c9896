/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cursor: reads on, and says where it cannot.
 */
#include "cursor.h"

#include "dialect.h"

#include <ctype.h>
#include <string.h>

bool
cursor_fault(const struct cursor *cursor, size_t at, const char *what)
{
	return fault_set(cursor->fault, "byte %zu: %s", at + 1, what);
}

bool
cursor_at_end(const struct cursor *cursor)
{
	return cursor->at >= cursor->pattern.length;
}

char
cursor_peek(const struct cursor *cursor)
{
	return cursor_at_end(cursor) ? '\0' : cursor->pattern.data[cursor->at];
}

bool
cursor_take(struct cursor *cursor, const char *text)
{
	size_t length = strlen(text);

	if (cursor->pattern.length - cursor->at < length
	    || memcmp(cursor->pattern.data + cursor->at, text, length) != 0)
		return false;
	cursor->at += length;
	return true;
}

void
cursor_character(struct cursor *cursor)
{
	do
		cursor->at++;
	while (((unsigned char)cursor_peek(cursor) & 0xC0) == 0x80);
}

static bool
parse_number(struct cursor *cursor, size_t *number)
{
	size_t start = cursor->at;

	for (*number = 0; isdigit((unsigned char)cursor_peek(cursor)); cursor->at++)
		if (*number <= DIALECT_REPEAT_MAX)
			*number = *number * 10 + (size_t)(cursor_peek(cursor) - '0');
	return cursor->at > start;
}

bool
cursor_quantifier(struct cursor *cursor, size_t *minimum, size_t *maximum)
{
	size_t start = cursor->at;

	*minimum = *maximum = 1;
	if (cursor_peek(cursor) == '*' || cursor_peek(cursor) == '+')
		return cursor_fault(cursor, start,
		    "a gap without a bound is not allowed: write {0,40} or {1,40} for * or +");
	if (cursor_take(cursor, "?")) {
		*minimum = 0;
	} else if (cursor_take(cursor, "{")) {
		if (!parse_number(cursor, minimum))
			return cursor_fault(
			    cursor, start, "a quantifier is {n} or {n,m}; write \\{ for a brace");
		*maximum = *minimum;
		if (cursor_take(cursor, ",") && !parse_number(cursor, maximum))
			return cursor_fault(cursor, start,
			    "a gap without a bound is not allowed: write {n,m} for {n,}");
		if (!cursor_take(cursor, "}") || *minimum > *maximum)
			return cursor_fault(
			    cursor, start, "a quantifier is {n} or {n,m} with n not above m");
		if (*maximum > DIALECT_REPEAT_MAX)
			return cursor_fault(cursor, start, "a quantifier goes no higher than 100");
	} else {
		return true;
	}
	(void)cursor_take(cursor, "?");
	return true;
}

bool
cursor_escape(struct cursor *cursor, const char *letters)
{
	char escaped = cursor_peek(cursor);

	if (escaped == '\0'
	    || (!ispunct((unsigned char)escaped) && strchr(letters, escaped) == NULL))
		return cursor_fault(cursor, cursor->at - 1,
		    "escapes are \\b \\B (not in a class) \\d \\D \\w \\W \\s \\S and punctuation");
	cursor->at++;
	return true;
}
