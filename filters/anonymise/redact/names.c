/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names: the names of people in a text. */
#include "names.h"

#include "../../lib/memory.h"
#include "kin.h"
#include "listed.h"
#include "organisation.h"
#include "people.h"
#include "titled.h"

#include <stdlib.h>

#define TITLES  (LEXICON_TITLE | LEXICON_NOUN)
#define BESIDES (LEXICON_KIN | LEXICON_ROLE | LEXICON_NOUN)
#define LISTS   (LEXICON_GIVEN | LEXICON_SURNAME)
#define KEPT    (LEXICON_ORGANISATION | LEXICON_KEEP | LEXICON_PARTICLE)

struct names {
	struct keep *keep;
	struct people people;
};

struct names *
names_new(const struct redact_lists *lists, struct lexicon *lexicon, struct fault *fault)
{
	struct names *names = xcalloc(1, sizeof *names);

	if (lists->names != NULL && !lexicon_load(lexicon, lists->names, fault)) {
		free(names);
		return NULL;
	}
	names->keep = keep_new(lists->keep, lexicon, fault);
	if (names->keep == NULL) {
		free(names);
		return NULL;
	}
	names->people.lexicon = lexicon;
	return names;
}

void
names_free(struct names *names)
{
	if (names == NULL)
		return;
	keep_free(names->keep);
	people_release(&names->people);
	free(names);
}

/* A capital behind a small letter, or an apostrophe: MrSmith, McDonald, O'Neill. */
static bool
has_inner_capital(struct field word)
{
	for (size_t i = 1; i < word.length; i++)
		if (word.data[i] >= 'A' && word.data[i] <= 'Z')
			return true;
	return false;
}

static void
find_titled(struct people *people)
{
	const struct scan *scan = people->scan;

	for (size_t i = 0; i < scan->count; i++) {
		const struct scan_word *word = &scan->words[i];

		if ((word->classes & TITLES) != 0 && (people->marks[i] & PEOPLE_TAKEN) == 0)
			titled_find(people, i);
	}
}

static void
mark_kept(const struct keep *keep, struct people *people)
{
	const struct scan *scan = people->scan;

	for (size_t i = 0; i < scan->count; i++) {
		uint32_t classes = scan->words[i].classes;

		if ((classes & KEPT) == 0)
			continue;
		if ((classes & LEXICON_KEEP) != 0)
			keep_mark(keep, people, i);
		if ((classes & LEXICON_PARTICLE) != 0)
			organisation_mark_saint(people, i);
		if ((classes & LEXICON_ORGANISATION) != 0)
			organisation_mark(people, i);
	}
}

static void
find_beside(struct people *people)
{
	const struct scan *scan = people->scan;

	for (size_t i = 0; i < scan->count; i++) {
		uint32_t classes = scan->words[i].classes;

		if ((classes & (BESIDES | LEXICON_CALLED | LEXICON_MASK)) == 0)
			continue;
		if ((people->marks[i] & PEOPLE_TAKEN) != 0)
			continue;
		if ((classes & LEXICON_CALLED) != 0)
			kin_find_called(people, i);
		else if ((classes & LEXICON_MASK) != 0)
			kin_find_name_is(people, i);
		else {
			if ((classes & (LEXICON_KIN | LEXICON_ROLE)) != 0)
				kin_find(people, i);
			kin_find_before(people, i);
		}
	}
}

static void
find_listed(struct people *people)
{
	const struct scan *scan = people->scan;

	for (size_t i = 0; i < scan->count; i++) {
		const struct scan_word *word = &scan->words[i];

		/* most words of most texts end here */
		if (word->writing == SCAN_SMALL
		        ? (word->classes & LISTS) == 0 || (word->classes & LEXICON_COMMON) != 0
		        : (word->classes & LISTS) == 0 && word->classes != 0)
			continue;
		if ((people->marks[i] & PEOPLE_TAKEN) != 0)
			continue;
		switch (people_worth(people, i)) {
		case PEOPLE_LISTED:
			listed_find(people, i);
			break;
		case PEOPLE_GUARDED:
			listed_find_guarded(people, i);
			break;
		case PEOPLE_UNKNOWN:
			if (word->writing == SCAN_CAPITALISED)
				listed_find_genitive(people, i);
			if ((word->writing == SCAN_CAPITALISED || word->writing == SCAN_MIXED)
			    && has_inner_capital(people_word(people, i)))
				titled_find_within(people, i);
			break;
		case PEOPLE_NONE:
		case PEOPLE_COMMON:
		case PEOPLE_INITIAL:
			break;
		}
	}
}

bool
names_find(struct names *names, const struct scan *scan, struct spans *spans)
{
	struct people *people = &names->people;

	people_begin(people, scan, spans);
	if ((scan->classes & TITLES) != 0)
		find_titled(people);
	if ((scan->classes & KEPT) != 0)
		mark_kept(names->keep, people);
	if ((scan->classes & (BESIDES | LEXICON_CALLED | LEXICON_MASK)) != 0)
		find_beside(people);
	find_listed(people);
	return true;
}
