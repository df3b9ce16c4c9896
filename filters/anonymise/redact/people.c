/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people: the words of a text as they may name people. */
#include "people.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <strings.h>

#define NO_NAME                                                                                    \
	(LEXICON_FUNCTION | LEXICON_TITLE | LEXICON_NOUN | LEXICON_ROLE | LEXICON_KIN              \
	    | LEXICON_CALLED | LEXICON_ORGANISATION | LEXICON_PLACE | LEXICON_MONTH)

void
people_begin(struct people *people, const struct scan *scan, struct spans *spans)
{
	if (people->capacity < scan->count) {
		people->capacity = 2 * scan->count;
		people->marks = xreallocarray(people->marks, people->capacity, 1);
	}
	if (scan->count != 0) /* there may be no room yet */
		memset(people->marks, 0, scan->count);
	people->scan = scan;
	people->spans = spans;
	people->counted = false;
}

void
people_release(struct people *people)
{
	free(people->marks);
	*people = (struct people){ 0 };
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct people_gap
people_gap(const struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	size_t at = scan->words[index].end;
	size_t end = index + 1 < scan->count ? scan->words[index + 1].start : scan->text.length;
	const char *data = scan->text.data;
	struct people_gap gap = { 0 };

	if (at + 1 < end && data[at] == '\'' && (data[at + 1] | ' ') == 's') {
		gap.possessive = true;
		at += 2;
	} else if (at < end && data[at] == '\'' && (data[at - 1] | ' ') == 's') {
		gap.possessive = true;
		at++;
	}
	for (; at < end && gap.marks < 4 && gap.blanks < 16; at++)
		if (is_blank(data[at]))
			gap.blanks++;
		else {
			if (gap.marks++ == 0)
				gap.mark = data[at];
		}
	return gap;
}

bool
people_adjoins(const struct people *people, size_t index)
{
	struct people_gap gap;

	if (index + 1 >= people->scan->count)
		return false;
	gap = people_gap(people, index);
	return !gap.possessive && gap.marks == 0 && gap.blanks > 0 && gap.blanks < 10;
}

bool
people_joined(const struct people *people, size_t index, bool slash)
{
	const struct scan_word *words = people->scan->words;
	char mark;

	if (index + 1 >= people->scan->count || words[index + 1].start - words[index].end != 1)
		return false;
	mark = people->scan->text.data[words[index].end];
	return mark == '-' || mark == '`' || (slash && mark == '/');
}

struct field
people_word(const struct people *people, size_t index)
{
	const struct scan_word *word = &people->scan->words[index];

	return (struct field){ people->scan->text.data + word->start, word->end - word->start };
}

bool
people_is(const struct people *people, size_t index, const char *const *list, size_t count)
{
	struct field word = people_word(people, index);

	for (size_t i = 0; i < count; i++)
		if ((list[i][0] == (word.data[0] | ' ')) && strlen(list[i]) == word.length
		    && strncasecmp(list[i], word.data, word.length) == 0)
			return true;
	return false;
}

bool
people_capital(const struct people *people, size_t index)
{
	enum scan_writing writing = people->scan->words[index].writing;

	return writing == SCAN_CAPITALISED || writing == SCAN_CAPITALS || writing == SCAN_CASELESS;
}

/* O'Neill, D'Souza, McDonald: the writing alone says so. */
static bool
is_built_as_a_name(struct field word)
{
	const char *data = word.data;

	if (word.length < 4)
		return false;
	return ((data[0] == 'O' || data[0] == 'D') && data[1] == '\'' && data[2] >= 'A'
	           && data[2] <= 'Z')
	    || (data[0] == 'M' && data[1] == 'c' && data[2] >= 'A' && data[2] <= 'Z');
}

static bool
is_one_letter(struct field word)
{
	size_t bytes = 0;

	if (word.length > 4)
		return false;
	text_kind(word, 0, &bytes);
	return bytes == word.length;
}

enum people_worth
people_worth(const struct people *people, size_t index)
{
	const struct scan_word *word = &people->scan->words[index];
	uint32_t classes = word->classes;
	struct field letters = people_word(people, index);

	if ((people->marks[index] & PEOPLE_KEPT) != 0 || (classes & LEXICON_MASK) != 0)
		return PEOPLE_NONE;
	if (is_one_letter(letters) && word->writing != SCAN_CASELESS)
		return PEOPLE_INITIAL;
	if ((classes & (LEXICON_GIVEN | LEXICON_SURNAME)) != 0) {
		if ((classes & LEXICON_COMMON) == 0)
			return PEOPLE_LISTED;
		return (classes & LEXICON_FUNCTION) != 0 ? PEOPLE_NONE : PEOPLE_GUARDED;
	}
	if ((classes & NO_NAME) != 0)
		return PEOPLE_NONE;
	if ((classes & LEXICON_COMMON) != 0)
		return PEOPLE_COMMON;
	if (word->writing == SCAN_CAPITALISED && is_built_as_a_name(letters))
		return PEOPLE_LISTED;
	return PEOPLE_UNKNOWN;
}

bool
people_sentence(const struct people *people, size_t index)
{
	const char *data = people->scan->text.data;
	size_t at = people->scan->words[index].start;

	while (at > 0
	    && (is_blank(data[at - 1]) || data[at - 1] == '"' || data[at - 1] == '('
	        || data[at - 1] == '\'')) {
		if (data[at - 1] == '\n')
			return true;
		at--;
	}
	if (at == 0)
		return true;
	switch (data[at - 1]) {
	case '.':
		/* the full stop of Dr. or J. */
		return index == 0 || people->scan->words[index - 1].end + 1 != at
		    || ((people->scan->words[index - 1].classes & (LEXICON_TITLE | LEXICON_NOUN))
		            == 0
		        && people_worth(people, index - 1) != PEOPLE_INITIAL);
	case '!':
	case '?':
	case ':':
	case ';':
		return true;
	case '-':
		return at > 1 && is_blank(data[at - 2]);
	default:
		return false;
	}
}

bool
people_capitals_tell(struct people *people)
{
	const struct scan *scan = people->scan;
	size_t all = 0;
	size_t small = 0;

	if (people->counted)
		return people->capitals_tell;
	/* counted by words that are never names: so taking names out changes nothing */
	for (size_t i = 0; i < scan->count; i++) {
		const struct scan_word *word = &scan->words[i];

		if ((word->classes & LEXICON_FUNCTION) == 0 || word->end - word->start < 2)
			continue;
		if (word->writing == SCAN_SMALL) {
			all++;
			small++;
		} else if (!people_sentence(people, i))
			all++;
	}
	people->counted = true;
	people->capitals_tell = 2 * small >= all;
	return people->capitals_tell;
}

void
people_take(struct people *people, size_t first, size_t last)
{
	const struct scan_word *words = people->scan->words;

	for (size_t i = first; i <= last; i++)
		people->marks[i] |= PEOPLE_TAKEN;
	spans_add(people->spans, words[first].start, words[last].end, ENTITY_NAME);
}
