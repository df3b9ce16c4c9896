/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label_break: the one place that says which words of a label stay on one line. */
#include "label_break.h"

#include <string.h>

#define MONTH_LENGTH 3

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* The word that ends at the place, or that begins there. */
static struct field
word_before(struct field text, size_t at)
{
	size_t from = at;

	while (from > 0 && text.data[from - 1] != ' ')
		from--;
	return (struct field){ text.data + from, at - from };
}

static struct field
word_behind(struct field text, size_t at)
{
	size_t end = at;

	while (end < text.length && text.data[end] != ' ')
		end++;
	return (struct field){ text.data + at, end - at };
}

/* "Mar", also behind a dash: "Feb–Mar". */
static bool
ends_with_month(struct field word)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *last = word.data + word.length - MONTH_LENGTH;

	if (word.length < MONTH_LENGTH
	    || (word.length > MONTH_LENGTH && last[-1] >= 'A' && last[-1] <= 'z'))
		return false;
	for (size_t i = 0; i < sizeof(months) - 1; i += MONTH_LENGTH)
		if (memcmp(last, months + i, MONTH_LENGTH) == 0)
			return true;
	return false;
}

/* "Q1", also behind a bracket. */
static bool
is_quarter(struct field word)
{
	size_t from = word.length != 0 && word.data[0] == '(' ? 1 : 0;

	return word.length >= from + 2 && word.data[from] == 'Q' && is_digit(word.data[from + 1]);
}

static bool
begins_with_digit(struct field word)
{
	size_t from = word.length != 0 && strchr("(-+", word.data[0]) != NULL ? 1 : 0;

	return word.length > from && is_digit(word.data[from]);
}

/* "16", "16)," and "16%," but no code such as "a1b". */
static bool
is_number(struct field word)
{
	if (!begins_with_digit(word))
		return false;
	for (size_t i = 0; i < word.length; i++)
		if (!is_digit(word.data[i]) && strchr("()-+.,;:%/", word.data[i]) == NULL)
			return false;
	return true;
}

static bool
joins(struct field word)
{
	return field_is(word, "of") || field_is(word, "to") || field_is(word, "or");
}

static bool
keeps_blank(struct field text, size_t at)
{
	struct field before = word_before(text, at);
	struct field behind = word_behind(text, at + 1);

	if (ends_with_month(before) || is_quarter(before))
		return begins_with_digit(behind);
	if (is_quarter(behind) || ends_with_month(behind))
		return begins_with_digit(before);
	if (behind.length != 0 && behind.data[0] == '%')
		return is_number(before);
	/* "9 of 16": both blanks, since the word between stands alone with either */
	if (joins(behind))
		return is_number(before)
		    && is_number(word_behind(
		        text, at + behind.length + (at + behind.length + 1 < text.length) + 1));
	return joins(before) && is_number(behind) && before.data > text.data + 1
	    && is_number(word_before(text, (size_t)(before.data - text.data) - 1));
}

bool
label_keeps(struct field text, size_t at)
{
	if (text.data[at] == ' ')
		return keeps_blank(text, at);
	/* "2025/26", "2025-03-05" */
	return at > 0 && at + 1 < text.length && is_digit(text.data[at - 1])
	    && is_digit(text.data[at + 1]);
}
