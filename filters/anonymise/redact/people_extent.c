/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people: where a name that begins somewhere ends. */
#include "people.h"

#include "../../lib/ascii.h"

size_t
people_skip_initials(const struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	size_t at = index;

	for (size_t n = 0; n < 4 && at + 1 < scan->count; n++) {
		struct people_gap gap = people_gap(people, at);

		/* "Mr J. I think" */
		if ((scan->words[at].classes & LEXICON_FUNCTION) != 0 && gap.mark != '.'
		    && (!people_capital(people, at + 1)
		        || people_worth(people, at + 1) < PEOPLE_UNKNOWN))
			break;
		if (people_worth(people, at) != PEOPLE_INITIAL || gap.possessive || gap.blanks > 2
		    || (gap.marks != 0 && (gap.marks != 1 || gap.mark != '.'))
		    || gap.marks + gap.blanks == 0)
			break;
		at++;
	}
	for (size_t n = 0; n < 3 && at + 1 < scan->count; n++) {
		if ((scan->words[at].classes & LEXICON_PARTICLE) == 0
		    || !(people_adjoins(people, at) || people_joined(people, at, false)))
			break;
		at++;
	}
	return at < scan->count ? at : scan->count;
}

/* Surnames that hardly any sentence goes on with behind a given name. */
static const char *const firm[] = { "bailey", "baker", "bell", "bishop", "black", "brown", "butler",
	"carter", "chapman", "cooper", "fisher", "fox", "gray", "green", "grey", "hall", "harper",
	"hill", "hunter", "king", "knight", "marsh", "mason", "miller", "moore", "palmer", "parker",
	"porter", "potter", "rose", "russell", "shaw", "stone", "turner", "walker", "webb", "wells",
	"west", "white", "wood", "woods", "wright", "young" };

bool
people_firm(const struct people *people, size_t index)
{
	return people_is(people, index, firm, sizeof firm / sizeof *firm);
}

/* Whether a word goes on with a name that stands right before it. */
static bool
goes_on(struct people *people, size_t last, size_t next)
{
	const struct scan_word *before = &people->scan->words[last];
	const struct scan_word *word = &people->scan->words[next];
	bool given = (before->classes & LEXICON_GIVEN) != 0;

	switch (people_worth(people, next)) {
	case PEOPLE_LISTED:
		return true;
	case PEOPLE_GUARDED:
		if (word->writing == SCAN_CAPITALISED && people_capitals_tell(people))
			return (word->classes & (LEXICON_MONTH | LEXICON_KIN)) == 0;
		return given && people_firm(people, next);
	case PEOPLE_UNKNOWN:
		if (word->writing == SCAN_CAPITALISED || word->writing == SCAN_CASELESS)
			return people_capitals_tell(people) || given;
		return given && word->writing == SCAN_CAPITALS && before->writing == SCAN_CAPITALS
		    && !people_capitals_tell(people) && (before->classes & LEXICON_COMMON) == 0;
	case PEOPLE_NONE:
	case PEOPLE_COMMON:
	case PEOPLE_INITIAL:
		break;
	}
	return false;
}

static bool
digit_follows(const struct people *people, size_t index)
{
	size_t end = people->scan->words[index].end;

	return end < people->scan->text.length && ascii_is_digit(people->scan->text.data[end]);
}

/* Ashby-Cole, Ashby/Cole */
static size_t
extend_joined(const struct people *people, size_t last)
{
	while (people_joined(people, last, true)) {
		const struct scan_word *next = &people->scan->words[last + 1];
		bool slash = people->scan->text.data[people->scan->words[last].end] == '/';
		enum people_worth worth = people_worth(people, last + 1);

		if ((next->classes
		        & (LEXICON_FUNCTION | LEXICON_TITLE | LEXICON_NOUN | LEXICON_ROLE))
		        != 0
		    || (slash && (!people_capital(people, last + 1) || worth < PEOPLE_UNKNOWN))
		    || (next->writing == SCAN_SMALL
		        && (worth < PEOPLE_UNKNOWN
		            || people->scan->words[last].writing != SCAN_SMALL)
		        && worth != PEOPLE_LISTED))
			break;
		last++;
	}
	return last;
}

/* "Sarah B.", but neither "Sarah I" nor "Sarah A" */
static bool
is_closing_initial(const struct people *people, size_t index)
{
	struct field word = people_word(people, index);

	return people_worth(people, index) == PEOPLE_INITIAL && people_capital(people, index)
	    && !field_is(word, "I")
	    && (!field_is(word, "A")
	        || (index + 1 < people->scan->count
	            && people_worth(people, index + 1) >= PEOPLE_UNKNOWN
	            && people_capital(people, index + 1)));
}

size_t
people_extend(struct people *people, size_t last)
{
	last = extend_joined(people, last);
	for (size_t n = 0; n < 3 && people_adjoins(people, last); n++) {
		size_t next = people_skip_initials(people, last + 1);

		if (next >= people->scan->count || (people->marks[next] & PEOPLE_KEPT) != 0)
			break;
		if (goes_on(people, last, next) && !digit_follows(people, next))
			last = extend_joined(people, next);
		else {
			if (is_closing_initial(people, last + 1)
			    && !digit_follows(people, last + 1))
				last++;
			break;
		}
	}
	return last;
}
