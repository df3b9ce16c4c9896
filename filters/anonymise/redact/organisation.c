/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation: what bears a person's name and is none. */
#include "organisation.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

#define STOPS                                                                                      \
	(LEXICON_FUNCTION | LEXICON_TITLE | LEXICON_NOUN | LEXICON_KIN | LEXICON_ROLE              \
	    | LEXICON_CALLED)

/* Words that stand before an organisation's, at most. */
#define WORDS 4

/* What somebody may have: Smith's Surgery is where Smith works. */
static const char *const personal[] = { "clinic", "department", "group", "home", "line", "park",
	"practice", "resource", "service", "station", "surgery", "team", "unit", "ward" };
/* What a name in small letters goes with. */
static const char *const buildings[] = { "centre", "clinic", "court", "hospice", "hospital",
	"house", "lodge", "unit", "ward" };

static bool
is_saint(const struct people *people, size_t index)
{
	static const char *const saints[] = { "st", "saint" };

	return people_is(people, index, saints, COUNT(saints));
}

/* How far left an organisation's name goes from the word at index, which is of it. */
static size_t
name_start(const struct people *people, size_t index, bool capitals)
{
	const struct scan *scan = people->scan;
	size_t start = index;

	for (size_t n = 0; start > 0 && n < WORDS; n++) {
		const struct scan_word *word = &scan->words[start - 1];
		struct people_gap gap = people_gap(people, start - 1);
		enum people_worth worth = people_worth(people, start - 1);

		if (is_saint(people, start - 1) && gap.marks <= 1)
			return start - 1;
		if ((people->marks[start - 1] & PEOPLE_TAKEN) != 0 || (word->classes & STOPS) != 0
		    || gap.blanks > 3 || (gap.marks != 0 && (gap.mark != '-' || gap.blanks != 0))
		    || !people_capital(people, start - 1)
		    || (capitals && (n >= 2 || worth == PEOPLE_COMMON || worth == PEOPLE_INITIAL)))
			break;
		start--;
	}
	return start;
}

void
organisation_mark(struct people *people, size_t index)
{
	const struct scan *scan = people->scan;
	const struct scan_word *word = &scan->words[index];
	struct people_gap gap;
	size_t start;

	if (index == 0 || (people->marks[index] & PEOPLE_TAKEN) != 0)
		return;
	gap = people_gap(people, index - 1);
	if (gap.marks > 1 || (gap.marks == 1 && gap.mark != '-') || gap.blanks > 3)
		return;
	if (scan->words[index - 1].writing == SCAN_SMALL) {
		/* victoria hospital */
		if (word->writing == SCAN_SMALL && !gap.possessive
		    && people_worth(people, index - 1) == PEOPLE_LISTED
		    && (people->marks[index - 1] & PEOPLE_TAKEN) == 0
		    && people_is(people, index, buildings, COUNT(buildings)))
			people->marks[index - 1] |= PEOPLE_KEPT;
		return;
	}
	start = name_start(people, index, word->writing == SCAN_CAPITALS);
	if (start == index)
		return;
	if (gap.possessive && !is_saint(people, start)
	    && (word->writing == SCAN_SMALL || people_is(people, index, personal, COUNT(personal))))
		return;
	for (size_t i = start; i < index; i++)
		people->marks[i] |= PEOPLE_KEPT;
	if (people_capital(people, index))
		people->marks[index] |= PEOPLE_KEPT;
}

void
organisation_mark_saint(struct people *people, size_t index)
{
	struct people_gap gap;

	if (index + 1 >= people->scan->count || !is_saint(people, index))
		return;
	gap = people_gap(people, index);
	if (!gap.possessive && gap.blanks <= 2 && (gap.marks == 0 || gap.mark == '.')
	    && gap.marks <= 1 && (people->marks[index + 1] & PEOPLE_TAKEN) == 0
	    && people_worth(people, index + 1) >= PEOPLE_UNKNOWN)
		people->marks[index + 1] |= PEOPLE_KEPT;
}
