/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kin: names beside a word that says who somebody is. */
#include "kin.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Whom one may call something. */
static const char *const somebody[] = { "boy", "child", "colleague", "girl", "guy", "he", "her",
	"his", "lad", "lady", "man", "member", "patient", "people", "person", "she", "someone",
	"somebody", "staff", "student", "woman", "gentleman", "i'm", "am", "i" };
static const char *const is_or_was[] = { "is", "was" };
static const char *const whose[] = { "a", "another", "her", "his", "my", "our", "the", "their",
	"your" };

/* A name may stand at index, and in which case the sentence has to go on as it does
 * behind a name (after a comma: my son, Jason, is). */
static bool
may_be_name(struct people *people, size_t trigger, size_t index, bool person)
{
	const struct scan_word *word = &people->scan->words[index];
	enum people_worth worth = people_worth(people, index);

	if (worth == PEOPLE_LISTED)
		return true;
	if (word->writing != SCAN_CAPITALISED && word->writing != SCAN_CASELESS)
		/* "my son called will" */
		return worth == PEOPLE_GUARDED && person && word->writing == SCAN_SMALL
		    && (word->classes & LEXICON_GIVEN) != 0
		    && (people->scan->words[trigger].classes & LEXICON_CALLED) != 0;
	if (worth != PEOPLE_UNKNOWN && worth != PEOPLE_GUARDED)
		return false;
	return people_capitals_tell(people)
	    && (worth == PEOPLE_GUARDED ? (word->classes & LEXICON_GIVEN) != 0 || person : person);
}

/* A comma, a bracket, a full stop or the end behind a word. */
static bool
is_closed(const struct people *people, size_t index)
{
	struct people_gap gap = people_gap(people, index);

	return index + 1 == people->scan->count || gap.mark == ',' || gap.mark == '.'
	    || gap.mark == ')' || gap.mark == '!' || gap.mark == ';' || gap.mark == '?';
}

static void
take(struct people *people, size_t trigger, size_t index, bool person, bool close)
{
	size_t first;
	size_t last;

	if (index >= people->scan->count || (people->marks[index] & PEOPLE_TAKEN) != 0)
		return;
	first = people_skip_initials(people, index);
	if (first == people->scan->count || !may_be_name(people, trigger, first, person))
		return;
	last = people_extend(people, first);
	if (close && people_worth(people, first) < PEOPLE_LISTED && !is_closed(people, last))
		return;
	people_take(people, index, last);
}

void
kin_find(struct people *people, size_t index)
{
	size_t next = index + 1;
	struct people_gap gap;
	bool close;

	if (next >= people->scan->count)
		return;
	if (people->scan->words[next].writing == SCAN_SMALL
	    && people_worth(people, next) != PEOPLE_LISTED)
		return;
	gap = people_gap(people, index);
	close = gap.marks != 0;
	if (gap.possessive || gap.blanks > 3 || gap.marks > 1
	    || (close && gap.mark != ',' && gap.mark != '(' && gap.mark != ':' && gap.mark != '-'))
		return;
	take(people, index, next, true, close);
}

void
kin_find_before(struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	size_t at = index;
	size_t last;
	size_t first;
	enum people_worth worth;

	for (size_t n = 0; n < 4; n++) {
		if (at == 0)
			return;
		if (people_is(people, at, whose, COUNT(whose)))
			break;
		if (!people_adjoins(people, at - 1))
			return;
		at--;
	}
	if (at == 0 || !people_is(people, at, whose, COUNT(whose)))
		return;
	last = at - 1;
	if (people_gap(people, last).mark != ',' || people_gap(people, last).marks != 1
	    || scan->words[last].writing != SCAN_CAPITALISED
	    || (people->marks[last] & PEOPLE_TAKEN) != 0 || !people_capitals_tell(people))
		return;
	worth = people_worth(people, last);
	if (worth != PEOPLE_UNKNOWN && worth != PEOPLE_GUARDED)
		return;
	first = last;
	while (first > 0 && people_adjoins(people, first - 1)
	    && people_worth(people, first - 1) >= PEOPLE_UNKNOWN
	    && scan->words[first - 1].writing == SCAN_CAPITALISED
	    && (people->marks[first - 1] & PEOPLE_TAKEN) == 0 && last - first < 3)
		first--;
	/* "Regrettably, my social worker" begins so too */
	if (worth == PEOPLE_UNKNOWN && first == last && people_sentence(people, first)
	    && !(is_closed(people, index) && people_gap(people, index).mark == ','))
		return;
	people_take(people, first, last);
}

/* Of a somebody, not of a something, is said what it is called. */
static bool
is_somebody(const struct people *people, size_t index)
{
	for (size_t n = 1; n <= 4 && n <= index; n++)
		if ((people->scan->words[index - n].classes
		        & (LEXICON_KIN | LEXICON_ROLE | LEXICON_NOUN))
		        != 0
		    || people_is(people, index - n, somebody, COUNT(somebody)))
			return true;
	return false;
}

void
kin_find_called(struct people *people, size_t index)
{
	if (index + 1 < people->scan->count && people_adjoins(people, index))
		take(people, index, index + 1, is_somebody(people, index), false);
}

void
kin_find_name_is(struct people *people, size_t index)
{
	static const char *const name[] = { "name" };
	struct people_gap gap;
	size_t next = index + 1;

	if (next >= people->scan->count || !people_is(people, index, name, COUNT(name)))
		return;
	gap = people_gap(people, index);
	if (people_is(people, next, is_or_was, COUNT(is_or_was)) && gap.marks == 0
	    && people_adjoins(people, next))
		take(people, index, next + 1, true, false);
	else if ((gap.marks == 1 && gap.mark == ':' && gap.blanks < 4)
	    || (gap.possessive && gap.marks == 0))
		take(people, index, next, true, false);
}
