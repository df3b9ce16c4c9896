/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listed: names that a list knows. */
#include "listed.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* What a guarded name stands behind where it is a person's. */
static const char *const before_people[] = { "and", "as", "ask", "asked", "by", "dear",
	"especially", "for", "from", "hello", "hi", "mention", "met", "named", "particularly",
	"phoned", "rang", "saw", "seeing", "told", "to", "thank", "thanks", "with", "you" };
/* What people do. */
static const char *const of_people[] = { "also", "and", "always", "asked", "called", "came",
	"cared", "did", "explained", "felt", "gave", "got", "had", "has", "helped", "helps", "is",
	"kept", "knew", "listened", "listens", "made", "phoned", "rang", "really", "said", "saw",
	"says", "spoke", "took", "told", "visited", "was", "went", "who" };
/* The same, of nothing but people, so that they do where a sentence begins. */
static const char *const of_people_alone[] = { "asked", "explained", "helped", "helps", "listened",
	"listens", "phoned", "rang", "said", "says", "spoke", "told", "visited" };
static const char *const is_or_has[] = { "had", "has", "is", "was" };
/* Given names that are things, of which the same is said. */
static const char *const things[] = { "art", "bill", "charity", "chase", "comfort", "dawn", "eve",
	"faith", "favour", "gift", "grace", "hope", "innocent", "joy", "liberty", "mark", "melody",
	"memory", "mercy", "patience", "peace", "praise", "rain", "ray", "said", "sky", "star",
	"storm", "success", "summer", "sunny", "trinity", "unity", "verity", "will", "winter" };
static const char *const verbs[] = { "can", "may", "will" };

static bool
is_verb(const struct people *people, size_t index)
{
	return people_is(people, index, verbs, COUNT(verbs));
}

static bool
ends_as_adverb(struct field word)
{
	return word.length > 3 && word.data[word.length - 1] == 'y'
	    && word.data[word.length - 2] == 'l';
}

/* Whether the word before a listed name is of it too. */
static bool
leads_to(struct people *people, size_t index)
{
	const struct scan_word *word = &people->scan->words[index];
	const struct scan_word *next = &people->scan->words[index + 1];
	enum people_worth worth = people_worth(people, index);
	bool surname = (next->classes & LEXICON_SURNAME) != 0;

	if ((people->marks[index] & PEOPLE_TAKEN) != 0)
		return false;
	if (worth == PEOPLE_LISTED)
		return true;
	if (worth == PEOPLE_GUARDED && (word->classes & LEXICON_GIVEN) != 0 && surname) {
		if (word->writing == SCAN_CAPITALISED)
			return next->writing == SCAN_CAPITALISED;
		/* WILL SARAH, will ahmed */
		return word->writing == next->writing && !is_verb(people, index)
		    && (next->classes & LEXICON_GIVEN) == 0;
	}
	return worth == PEOPLE_UNKNOWN && surname && word->writing == SCAN_CAPITALISED
	    && next->writing == SCAN_CAPITALISED && people_capitals_tell(people)
	    && !(people_sentence(people, index) && ends_as_adverb(people_word(people, index)));
}

/* J. Smith, J Smith; but neither "I Smith" nor "A Smith" */
static bool
is_leading_initial(const struct people *people, size_t index)
{
	struct people_gap gap = people_gap(people, index);
	struct field word = people_word(people, index);

	if (people_worth(people, index) != PEOPLE_INITIAL || !people_capital(people, index)
	    || gap.possessive || gap.blanks > 2 || gap.marks > 1)
		return false;
	return gap.marks == 1 ? gap.mark == '.'
	                      : gap.blanks > 0 && !field_is(word, "I") && !field_is(word, "A");
}

static size_t
first_of(struct people *people, size_t index)
{
	size_t first = index;

	while (first > 0 && index - first < 4 && (people->marks[first - 1] & PEOPLE_TAKEN) == 0) {
		enum people_worth worth = people_worth(people, first - 1);

		if (people_joined(people, first - 1, false)
		        ? worth >= PEOPLE_GUARDED
		            || (worth == PEOPLE_UNKNOWN && people_capital(people, first - 1))
		        : (people_adjoins(people, first - 1) && leads_to(people, first - 1))
		            || is_leading_initial(people, first - 1))
			first--;
		else
			break;
	}
	return first;
}

void
listed_find(struct people *people, size_t index)
{
	people_take(people, first_of(people, index), people_extend(people, index));
}

/* The word before, or the one behind, is of a name too: "Sarah and Will". */
static bool
is_paired(const struct people *people, size_t index)
{
	static const char *const and[] = { "and" };
	size_t count = people->scan->count;

	if (index >= 2 && people_is(people, index - 1, and, COUNT(and))
	    && people_adjoins(people, index - 1) && people_adjoins(people, index - 2)
	    && people_worth(people, index - 2) == PEOPLE_LISTED)
		return true;
	return index + 2 < count && people_is(people, index + 1, and, COUNT(and))
	    && people_adjoins(people, index) && people_adjoins(people, index + 1)
	    && people_worth(people, index + 2) == PEOPLE_LISTED;
}

/* Will you, Will the */
static bool
goes_on_as_verb(const struct people *people, size_t index)
{
	return is_verb(people, index) && index + 1 < people->scan->count
	    && people->scan->words[index + 1].writing == SCAN_SMALL
	    && !people_is(people, index + 1, of_people, COUNT(of_people));
}

static bool
is_person(struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	const struct scan_word *word = &scan->words[index];
	bool sentence = people_sentence(people, index);

	if ((word->classes & LEXICON_GIVEN) == 0)
		return false;
	if (is_paired(people, index))
		return true;
	if ((word->classes & (LEXICON_MONTH | LEXICON_PLACE | LEXICON_KIN)) != 0)
		return false;
	if (sentence)
		return !is_verb(people, index) && index + 1 < scan->count
		    && people_adjoins(people, index) && scan->words[index + 1].writing == SCAN_SMALL
		    && (people_is(people, index + 1, of_people_alone, COUNT(of_people_alone))
		        || (people_is(people, index + 1, is_or_has, COUNT(is_or_has))
		            && !people_is(people, index, things, COUNT(things))));
	if (people_gap(people, index).possessive)
		return true;
	if (goes_on_as_verb(people, index))
		return false;
	if (index > 0 && people_adjoins(people, index - 1)
	    && scan->words[index - 1].writing == SCAN_SMALL
	    && people_is(people, index - 1, before_people, COUNT(before_people)))
		return true;
	return index + 1 < scan->count && people_adjoins(people, index)
	    && scan->words[index + 1].writing == SCAN_SMALL
	    && people_is(people, index + 1, of_people, COUNT(of_people));
}

/* Grace Young, J. White */
static bool
is_full_name(struct people *people, size_t index)
{
	const struct scan_word *word = &people->scan->words[index];
	const struct scan_word *next = word + 1;

	if (index + 1 >= people->scan->count || (word->classes & LEXICON_GIVEN) == 0
	    || !people_adjoins(people, index)
	    || (is_verb(people, index) && people_sentence(people, index)))
		return false;
	return next->writing == SCAN_CAPITALISED && (next->classes & LEXICON_SURNAME) != 0
	    && people_worth(people, index + 1) == PEOPLE_GUARDED;
}

void
listed_find_guarded(struct people *people, size_t index)
{
	size_t first = index;

	if (people->scan->words[index].writing != SCAN_CAPITALISED || !people_capitals_tell(people))
		return;
	while (first > 0 && index - first < 2 && is_leading_initial(people, first - 1)
	    && (people->marks[first - 1] & PEOPLE_TAKEN) == 0)
		first--;
	if (is_full_name(people, index))
		people_take(people, first, people_extend(people, index));
	else if (first < index && (people->scan->words[index].classes & LEXICON_SURNAME) != 0
	    && people_gap(people, index - 1).mark == '.')
		people_take(people, first, index);
	else if (is_person(people, index))
		people_take(people, index, index);
}

void
listed_find_genitive(struct people *people, size_t index)
{
	struct field word = people_word(people, index);

	if (word.length < 5 || (word.data[word.length - 1] | ' ') != 's')
		return;
	word.length--;
	if ((lexicon_find(people->lexicon, word) & (LEXICON_GIVEN | LEXICON_COMMON))
	    == LEXICON_GIVEN)
		people_take(people, index, index);
}
