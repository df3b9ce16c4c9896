/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own: the identifiers of the row itself in its texts. */
#include "own.h"

#include "../../lib/ascii.h"
#include "../../lib/memory.h"
#include "latin.h"
#include "own_number.h"
#include "own_words.h"
#include "people.h"

#include <stdlib.h>

struct own {
	const struct field *values; /* borrowed */
	size_t value_count;
	bool words_ready; /* they are those of the values */
	bool numbers_ready;
	struct own_words words;
	struct own_numbers numbers;
	struct buffer reduced;
	struct text folded;
	struct people people;
};

/* Marks of words beside those of people. */
#define FOUND   4 /* an own word */
#define GUARDED 8 /* one that is an everyday word too */

struct own *
own_new(void)
{
	return xcalloc(1, sizeof(struct own));
}

void
own_free(struct own *own)
{
	if (own == NULL)
		return;
	own_words_release(&own->words);
	own_numbers_release(&own->numbers);
	if (own->reduced.data != NULL)
		explicit_bzero(own->reduced.data, own->reduced.capacity);
	buffer_release(&own->reduced);
	if (own->folded.data != NULL)
		explicit_bzero(own->folded.data, own->folded.capacity);
	text_release(&own->folded);
	people_release(&own->people);
	free(own);
}

void
own_set(struct own *own, const struct field *values, size_t count)
{
	own->values = values;
	own->value_count = count;
	own->words_ready = false;
	own->numbers_ready = false;
}

static struct field
reduce(struct own *own, struct field value)
{
	buffer_clear(&own->reduced);
	latin_reduce(&own->reduced, value, true, &own->folded);
	return (struct field){ own->reduced.data, own->reduced.length };
}

static void
prepare_words(struct own *own)
{
	own_words_clear(&own->words);
	for (size_t i = 0; i < own->value_count; i++) {
		struct field value = own->values[i];
		const char *at;

		if (value.length == 0)
			continue;
		value = reduce(own, value);
		/* of an email address the part that is somebody's */
		at = memchr(value.data, '@', value.length);
		if (at != NULL)
			value.length = (size_t)(at - value.data);
		own_words_add(&own->words, value);
	}
	own->words_ready = true;
}

static void
prepare_numbers(struct own *own)
{
	own_numbers_clear(&own->numbers);
	for (size_t i = 0; i < own->value_count; i++)
		if (own->values[i].length != 0)
			own_numbers_add(&own->numbers, reduce(own, own->values[i]));
	own->numbers_ready = true;
}

/* A title that runs into a name: MrsAshby; its length or 0. */
static size_t
title_length(struct field word)
{
	size_t at = 1;

	if (word.length < 4 || (word.data[0] | ' ') < 'd' || (word.data[0] | ' ') > 's')
		return 0;
	while (at < word.length && at < 10 && word.data[at] >= 'a' && word.data[at] <= 'z')
		at++;
	return at > 1 && at + 1 < word.length && word.data[at] >= 'A' && word.data[at] <= 'Z' ? at
	                                                                                      : 0;
}

/* RX12345: letters of a number. */
static bool
touches_digit(const struct scan *scan, const struct scan_word *word)
{
	return (word->start > 0 && ascii_is_digit(scan->text.data[word->start - 1]))
	    || (word->end < scan->text.length && ascii_is_digit(scan->text.data[word->end]));
}

/* Marks the word at index; false when it is none of the row's. */
static bool
mark(struct own *own, const struct lexicon *lexicon, size_t index)
{
	struct people *people = &own->people;
	const struct scan_word *word = &people->scan->words[index];
	struct field letters = people_word(people, index);
	uint32_t classes = word->classes;
	unsigned kinds = own_words_find(&own->words, letters);
	bool name = (classes & (LEXICON_GIVEN | LEXICON_SURNAME)) != 0;

	if (kinds == 0) {
		size_t title = title_length(letters);

		letters.data += title;
		letters.length -= title;
		if (title == 0 || own_words_find(&own->words, letters) == 0
		    || (lexicon_find(lexicon, (struct field){ letters.data - title, title })
		           & (LEXICON_TITLE | LEXICON_NOUN))
		        == 0)
			return false;
		spans_add(people->spans, word->start + title, word->end, ENTITY_OWN);
		return false;
	}
	if (touches_digit(people->scan, word))
		return false;
	if (!name
	    && (classes
	           & (LEXICON_FUNCTION | LEXICON_TITLE | LEXICON_NOUN | LEXICON_ROLE | LEXICON_KIN
	               | LEXICON_CALLED | LEXICON_MASK))
	        != 0)
		return false;
	if ((kinds & OWN_WORD) == 0 && (classes & (LEXICON_FUNCTION | LEXICON_COMMON)) != 0)
		return false;
	if (letters.length == 2 && (classes & LEXICON_FUNCTION) == 0)
		people->marks[index] |= people_capital(people, index) ? FOUND : GUARDED;
	else if ((classes
	             & (LEXICON_COMMON | LEXICON_FUNCTION | LEXICON_MONTH | LEXICON_PLACE
	                 | LEXICON_ORGANISATION | LEXICON_ROLE | LEXICON_KIN | LEXICON_NOUN
	                 | LEXICON_TITLE | LEXICON_CALLED))
	    != 0)
		people->marks[index] |= GUARDED;
	else
		people->marks[index] |= FOUND;
	return true;
}

/* Words that stand together as those of one name do: blanks, a hyphen. */
static bool
stand_together(const struct people *people, size_t index)
{
	struct people_gap gap;

	if (index + 1 >= people->scan->count)
		return false;
	gap = people_gap(people, index);
	return !gap.possessive && gap.blanks < 4
	    && (gap.marks == 0
	        || (gap.marks == 1
	            && (gap.mark == '-' || gap.mark == '\''
	                || (gap.mark == '.' && people_worth(people, index) == PEOPLE_INITIAL))));
}

static bool
is_verb(const struct people *people, size_t index)
{
	static const char *const verbs[] = { "can", "may", "will" };

	return people_is(people, index, verbs, sizeof verbs / sizeof *verbs);
}

/* Whether the neighbour of a guarded word makes a name of the two. */
static bool
is_beside(const struct people *people, size_t index, size_t neighbour)
{
	unsigned char mark = people->marks[neighbour];
	bool small = people->scan->words[index].writing == SCAN_SMALL;

	if ((mark & (FOUND | GUARDED)) == 0
	    || !stand_together(people, index < neighbour ? index : neighbour))
		return false;
	/* "they will may be" are none of Will May's */
	return !small
	    || (!is_verb(people, index) && ((mark & FOUND) != 0 || !is_verb(people, neighbour)));
}

/* Whether a guarded word is the name here. */
static bool
is_meant(struct people *people, size_t index)
{
	static const char *const of_people[] = { "asked", "came", "feels", "felt", "had", "has",
		"helped", "is", "said", "says", "told", "was", "wants", "went" };
	const struct scan_word *word = &people->scan->words[index];

	if ((index > 0 && is_beside(people, index, index - 1))
	    || (index + 1 < people->scan->count && is_beside(people, index, index + 1)))
		return true;
	if (word->writing != SCAN_CAPITALISED || !people_capitals_tell(people))
		return false;
	if (!people_sentence(people, index))
		return true;
	return (word->classes & LEXICON_MONTH) == 0
	    && (people_gap(people, index).possessive
	        || ((word->classes & LEXICON_GIVEN) != 0 && people_adjoins(people, index)
	            && people_is(
	                people, index + 1, of_people, sizeof of_people / sizeof *of_people)));
}

/* An initial of the row's beside one of its names. */
static bool
is_initial(const struct own *own, size_t index)
{
	const struct people *people = &own->people;
	struct field word = people_word(people, index);
	struct people_gap gap = people_gap(people, index);
	char small = (char)(word.data[0] | ' ');

	if (word.length != 1 || small < 'a' || small > 'z'
	    || !own_words_initial(&own->words, small))
		return false;
	return (small != 'a' && small != 'i') || gap.mark == '.'
	    || (word.data[0] == 'A' && !people_sentence(people, index));
}

/* Ashby-Cole, where Ashby is the row's */
static bool
is_joined(const struct people *people, size_t index)
{
	return people_joined(people, index, false)
	    && (people_worth(people, index + 1) == PEOPLE_LISTED
	        || (people_worth(people, index + 1) >= PEOPLE_UNKNOWN
	            && people_capital(people, index + 1)));
}

static void
take(struct own *own)
{
	struct people *people = &own->people;
	const struct scan_word *words = people->scan->words;
	size_t count = people->scan->count;

	for (size_t i = 0; i < count; i++) {
		size_t first = i;
		size_t last = i;

		if ((people->marks[i] & FOUND) == 0)
			continue;
		while (first > 0 && (people->marks[first - 1] & FOUND) == 0
		    && stand_together(people, first - 1) && is_initial(own, first - 1))
			first--;
		while (last + 1 < count
		    && ((stand_together(people, last)
		            && ((people->marks[last + 1] & FOUND) != 0
		                || is_initial(own, last + 1)))
		        || is_joined(people, last)))
			last++;
		spans_add(people->spans, words[first].start, words[last].end, ENTITY_OWN);
		i = last;
	}
}

static void
find_words(struct own *own, const struct scan *scan, const struct lexicon *lexicon)
{
	struct people *people = &own->people;
	bool any = false;
	bool guarded = false;

	for (size_t i = 0; i < scan->count; i++) {
		const struct scan_word *word = &scan->words[i];
		size_t length = word->end - word->start;
		char c = scan->text.data[word->start];

		if (!own_words_may_hold(&own->words, c, length) && (unsigned char)c < 0x80
		    && (word->classes != 0 || word->writing == SCAN_SMALL || length < 4))
			continue;
		if (mark(own, lexicon, i)) {
			any = true;
			guarded |= (people->marks[i] & GUARDED) != 0;
		}
	}
	if (!any)
		return;
	for (size_t i = 0; guarded && i < scan->count; i++)
		if ((people->marks[i] & GUARDED) != 0 && is_meant(people, i))
			people->marks[i] |= FOUND;
	take(own);
}

bool
own_find(
    struct own *own, const struct scan *scan, const struct lexicon *lexicon, struct spans *spans)
{
	if (scan->count != 0 && !own->words_ready)
		prepare_words(own);
	if (scan->count != 0 && own->words.count != 0) {
		own->people.lexicon = lexicon;
		people_begin(&own->people, scan, spans);
		find_words(own, scan, lexicon);
	}
	if (scan->digits != 0) {
		if (!own->numbers_ready)
			prepare_numbers(own);
		own_numbers_find(&own->numbers, scan, spans);
	}
	return true;
}
