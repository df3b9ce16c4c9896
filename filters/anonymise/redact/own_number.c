/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_number: the row's own numbers in its texts. */
#include "own_number.h"

#include <stdlib.h>

/* Shorter ones are everywhere: a year has four digits. */
#define DIGITS_MIN 5
#define MIXED_MIN  4
/* Longer ones are texts; it bounds the time for each place of a text. */
#define LENGTH_MAX 128 /* a digest in hexadecimal may be someone's number */
#define MARKS_MAX  3

void
own_numbers_clear(struct own_numbers *numbers)
{
	buffer_clear(&numbers->all);
	numbers->count = 0;
	memset(numbers->first, 0, sizeof numbers->first);
}

void
own_numbers_release(struct own_numbers *numbers)
{
	if (numbers->all.data != NULL)
		explicit_bzero(numbers->all.data, numbers->all.capacity);
	buffer_release(&numbers->all);
	free(numbers->list);
	*numbers = (struct own_numbers){ 0 };
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return ((c | ' ') >= 'a' && (c | ' ') <= 'z') || (unsigned char)c >= 0x80;
}

static bool
is_mark(char c)
{
	return c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' || c == '(' || c == ')';
}

void
own_numbers_add(struct own_numbers *numbers, struct field value)
{
	size_t start = numbers->all.length;
	size_t digits = 0;
	size_t length = 0;
	size_t run = 0;
	size_t longest = 0;

	for (size_t i = 0; i < value.length; i++)
		digits += is_digit(value.data[i]);
	if (digits == 0)
		return;
	for (size_t i = 0; i < value.length; i++)
		if (is_digit(value.data[i]) || is_letter(value.data[i])) {
			buffer_append(&numbers->all, &value.data[i], 1);
			length++;
			run = is_digit(value.data[i]) ? run + 1 : 0;
			longest = run > longest ? run : longest;
		}
	if (length < (digits == length ? DIGITS_MIN : MIXED_MIN) || length > LENGTH_MAX) {
		numbers->all.length = start;
		return;
	}
	if (numbers->count == numbers->capacity) {
		numbers->capacity = numbers->capacity ? 2 * numbers->capacity : 8;
		numbers->list =
		    xreallocarray(numbers->list, numbers->capacity, sizeof *numbers->list);
	}
	numbers->list[numbers->count++] = (struct own_number){ start, length, longest };
	numbers->first[(unsigned char)numbers->all.data[start] >> 6] |= UINT64_C(1)
	    << ((unsigned char)numbers->all.data[start] & 63);
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | ' ') : c;
}

/* Where the number that begins at a place ends, or 0. */
static size_t
end_at(struct field text, size_t at, struct field number)
{
	size_t marks = 0;
	size_t done = 0;

	for (; done < number.length; at++) {
		if (at >= text.length)
			return 0;
		if (small(text.data[at]) == number.data[done]) {
			done++;
			marks = 0;
		} else if (!is_mark(text.data[at]) || ++marks > MARKS_MAX)
			return 0;
	}
	return at < text.length && (is_digit(text.data[at]) || is_letter(text.data[at])) ? 0 : at;
}

void
own_numbers_find(const struct own_numbers *numbers, const struct scan *scan, struct spans *spans)
{
	struct field text = scan->text;
	bool inside = false;
	bool possible = false;

	for (size_t i = 0; i < numbers->count; i++)
		possible |= scan->digits >= numbers->list[i].run;
	if (!possible)
		return;
	for (size_t at = 0; at < text.length; at++) {
		unsigned char first = (unsigned char)small(text.data[at]);
		bool of_token = is_digit(text.data[at]) || is_letter(text.data[at]);

		if (of_token && !inside && (numbers->first[first >> 6] >> (first & 63) & 1) != 0)
			for (size_t i = 0; i < numbers->count; i++) {
				struct field number = { numbers->all.data + numbers->list[i].start,
					numbers->list[i].length };
				size_t end = end_at(text, at, number);

				if (end != 0)
					spans_add(spans, at, end, ENTITY_OWN);
			}
		inside = of_token;
	}
}
