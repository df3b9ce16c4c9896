/* SPDX-License-Identifier: GPL-3.0-or-later */
/* titled: names that follow a title. */
#include "titled.h"

#include <strings.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Before these words "miss" is what somebody does, not who somebody is. */
static const char *const missing[] = { "always", "can", "can't", "could", "d", "did", "didn't",
	"do", "don't", "dont", "hit", "i", "i'd", "i'll", "ll", "might", "must", "near", "never",
	"not", "often", "really", "sometimes", "still", "they", "to", "we", "who", "will", "would",
	"you" };
static const char *const abbreviated[] = { "dr", "drs", "messrs", "mr", "mrs", "ms", "mx", "prof",
	"rev", "revd" };
static const char *const several[] = { "drs", "messrs" };
static const char *const miss[] = { "miss" };

struct title {
	bool only;        /* a title and nothing else: mr */
	bool mostly;      /* dr, prof */
	bool abbreviated; /* a full stop may follow */
	bool miss;
	enum scan_writing writing;
};

/* A word that a title may stand before, in capitals or in small letters, where the
 * writing says nothing. */
static bool
may_be_plain(const struct people *people, const struct title *title, size_t index)
{
	enum people_worth worth = people_worth(people, index);

	if (title->only)
		return worth >= PEOPLE_COMMON && worth != PEOPLE_INITIAL;
	if (worth == PEOPLE_GUARDED)
		return people_firm(people, index);
	return worth == PEOPLE_LISTED
	    || (worth == PEOPLE_UNKNOWN && (title->mostly || title->miss));
}

static bool
may_be_name(struct people *people, const struct title *title, size_t index, bool stopped)
{
	const struct scan_word *word = &people->scan->words[index];

	switch (word->writing) {
	case SCAN_SMALL:
	case SCAN_MIXED:
		return may_be_plain(people, title, index);
	case SCAN_CAPITALS:
		if (title->writing != SCAN_CAPITALS
		    && people_worth(people, index) == PEOPLE_UNKNOWN)
			return true;
		return may_be_plain(people, title, index);
	case SCAN_CAPITALISED:
	case SCAN_CASELESS:
		break;
	}
	switch (people_worth(people, index)) {
	case PEOPLE_LISTED:
	case PEOPLE_UNKNOWN:
		return true;
	case PEOPLE_GUARDED:
		return title->only || title->mostly || people_capitals_tell(people);
	case PEOPLE_COMMON:
		return title->only || (!stopped && people_capitals_tell(people));
	case PEOPLE_INITIAL:
		return (word->classes & LEXICON_FUNCTION) == 0;
	case PEOPLE_NONE:
		break;
	}
	return false;
}

/* An initial alone, or a particle that is the name: Mr Le. */
static bool
may_be_initial(struct people *people, const struct title *title, size_t index)
{
	return may_be_name(people, title, index, true)
	    || (title->only && people_capital(people, index)
	        && (people->scan->words[index].classes & LEXICON_PARTICLE) != 0);
}

/* The last word of the name that begins at index, or scan->count where none does. */
static size_t
name_at(struct people *people, const struct title *title, size_t index, bool stopped)
{
	size_t first = people_skip_initials(people, index);

	/* "Mr Le said", "Dr J explains" */
	if (first != index && first < people->scan->count
	    && people->scan->words[first].writing == SCAN_SMALL
	    && people_worth(people, first) != PEOPLE_LISTED
	    && (people_capital(people, index) || people_worth(people, first) != PEOPLE_UNKNOWN))
		return may_be_initial(people, title, index) ? index : people->scan->count;
	if (first < people->scan->count && may_be_name(people, title, first, stopped))
		return people_extend(people, first);
	return first != index && may_be_initial(people, title, index) ? index : people->scan->count;
}

/* "Drs Ashby and Cole", "Drs Ashby, Elm and Cole" */
static size_t
name_list(struct people *people, const struct title *title, size_t last)
{
	static const char *const and[] = { "and" };
	size_t count = people->scan->count;

	while (last + 1 < count) {
		struct people_gap gap = people_gap(people, last);
		size_t next = last + 1;
		size_t end;

		if (gap.possessive || gap.marks > 1
		    || (gap.marks == 1 && gap.mark != ',' && gap.mark != '&'))
			break;
		if (people_is(people, next, and, COUNT(and)) && people_adjoins(people, next))
			next++;
		else if (gap.marks == 0)
			break;
		end = people_capital(people, next) ? name_at(people, title, next, true) : count;
		if (end == count)
			break;
		last = end;
	}
	return last;
}

void
titled_find(struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	uint32_t classes = scan->words[index].classes;
	struct title title = { .only = (classes & (LEXICON_TITLE | LEXICON_NOUN)) == LEXICON_TITLE,
		.mostly =
		    (classes & (LEXICON_TITLE | LEXICON_NOUN)) == (LEXICON_TITLE | LEXICON_NOUN),
		.writing = scan->words[index].writing };
	size_t at = index + 1;
	struct people_gap gap;
	size_t last;

	if (at >= scan->count)
		return;
	/* in small letters "the nurse" and "my doctor" come by the dozen */
	if (!title.only && !title.mostly && scan->words[at].writing == SCAN_SMALL
	    && people_worth(people, at) < PEOPLE_UNKNOWN
	    && (scan->words[at].classes & (LEXICON_ROLE | LEXICON_CALLED | LEXICON_PARTICLE)) == 0)
		return;
	gap = people_gap(people, index);
	title.abbreviated = people_is(people, index, abbreviated, COUNT(abbreviated));
	if (gap.possessive || gap.blanks > 9 || gap.marks > 1
	    || (gap.marks == 1 && (gap.mark != '.' || !title.abbreviated)))
		return;
	title.miss = people_is(people, index, miss, COUNT(miss));
	if (title.miss && index > 0 && people_is(people, index - 1, missing, COUNT(missing)))
		return;
	for (size_t n = 0; !title.only && n < 4
	     && (scan->words[at].classes & (LEXICON_ROLE | LEXICON_CALLED)) != 0
	     && people_adjoins(people, at);
	     n++)
		at++;
	last = name_at(people, &title, at, gap.marks != 0);
	if (last == scan->count)
		return;
	if (people_is(people, index, several, COUNT(several)))
		last = name_list(people, &title, last);
	people_take(people, at, last);
}

void
titled_find_within(struct people *people, size_t index)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "mx", "dr", "prof", "miss",
		"nurse", "doctor", "sister", "professor", "mister" };
	const struct scan_word *word = &people->scan->words[index];
	struct field letters = people_word(people, index);

	for (size_t i = 0; i < COUNT(titles); i++) {
		size_t length = strlen(titles[i]);
		size_t last;

		if (letters.length < length + 2 || strncasecmp(letters.data, titles[i], length) != 0
		    || letters.data[length - 1] < 'a' || letters.data[length] < 'A'
		    || letters.data[length] > 'Z'
		    || (letters.data[length + 1] < 'a' && letters.data[length + 1] != '\''))
			continue;
		last = people_extend(people, index);
		for (size_t j = index; j <= last; j++)
			people->marks[j] |= PEOPLE_TAKEN;
		spans_add(people->spans, word->start + length, people->scan->words[last].end,
		    ENTITY_NAME);
		return;
	}
}
