/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keep: words and phrases that stay. */
#include "organisation.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <stdlib.h>

/* Words in a phrase, and letters in a word of one. */
#define WORDS   6
#define LETTERS 64

/* A phrase is known by the hash of its words in small letters, as words are to the
 * lexicon. */
struct keep {
	uint64_t *phrases; /* 0: free */
	size_t count;
	size_t mask;
	size_t longest; /* in words */
};

static const char *const lines[] = {
#include "filters/anonymise/redact/keep.inc"
};

/* Adds a word to the hash of the words before it; false when none of a phrase is so
 * long. */
static bool
add_word(uint64_t *hash, struct field word)
{
	char small[LETTERS];

	if (word.length > sizeof small)
		return false;
	for (size_t i = 0; i < word.length; i++)
		small[i] = word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] | ' ')
		                                                      : word.data[i];
	*hash = hash_field(*hash, (struct field){ small, word.length }) | 1;
	return true;
}

static uint64_t *
find(const struct keep *keep, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & keep->mask;

	while (keep->phrases[at] != 0 && keep->phrases[at] != hash)
		at = (at + 1) & keep->mask;
	return &keep->phrases[at];
}

static void
add_phrase(struct keep *keep, uint64_t hash)
{
	if (2 * (keep->count + 1) > keep->mask) {
		uint64_t *old = keep->phrases;
		size_t room = old == NULL ? 0 : keep->mask + 1;

		keep->mask = room == 0 ? 511 : 2 * room - 1;
		keep->phrases = xcalloc(keep->mask + 1, sizeof *keep->phrases);
		for (size_t i = 0; i < room; i++)
			if (old[i] != 0)
				*find(keep, old[i]) = old[i];
		free(old);
	}
	keep->count += *find(keep, hash) == 0;
	*find(keep, hash) = hash;
}

static bool
add_row(struct keep *keep, struct lexicon *lexicon, struct scan *scan, struct field phrase)
{
	uint64_t hash = 0;

	scan_text(scan, phrase, lexicon);
	if (scan->count == 0 || scan->count > WORDS)
		return false;
	for (size_t i = 0; i < scan->count; i++)
		if (!add_word(&hash,
		        (struct field){ phrase.data + scan->words[i].start,
		            scan->words[i].end - scan->words[i].start }))
			return false;
	if (!lexicon_add(lexicon,
	        (struct field){
	            phrase.data + scan->words[0].start, scan->words[0].end - scan->words[0].start },
	        LEXICON_KEEP))
		return false;
	add_phrase(keep, hash);
	if (scan->count > keep->longest)
		keep->longest = scan->count;
	return true;
}

/* Takes the table, which may be NULL. */
static bool
add_table(struct keep *keep, struct lexicon *lexicon, struct table *table, struct fault *fault)
{
	struct scan scan = { 0 };
	struct text small = { 0 };
	size_t column;
	bool good = table != NULL && table_require(table, "word", &column, fault);

	for (size_t row = 0; good && row < table_rows(table); row++)
		good = text_normalise(&small, table_cell(table, row, column), fault)
		    && (add_row(keep, lexicon, &scan, (struct field){ small.data, small.length })
		        || fault_at(fault, table_path(table), table_line(table, row), 0,
		            "a phrase of one to %d words is expected", WORDS));
	scan_release(&scan);
	text_release(&small);
	table_free(table);
	return good;
}

struct keep *
keep_new(const char *path, struct lexicon *lexicon, struct fault *fault)
{
	struct keep *keep = xcalloc(1, sizeof *keep);

	if (!add_table(keep, lexicon,
	        table_embedded("keep.csv", lines, sizeof lines / sizeof *lines, fault), fault)
	    || (path != NULL && !add_table(keep, lexicon, table_load(path, fault), fault))) {
		keep_free(keep);
		return NULL;
	}
	return keep;
}

void
keep_free(struct keep *keep)
{
	if (keep == NULL)
		return;
	free(keep->phrases);
	free(keep);
}

void
keep_mark(const struct keep *keep, struct people *people, size_t index)
{
	uint64_t hash = 0;
	size_t end = index;

	for (size_t i = index; i < people->scan->count && i - index < keep->longest; i++) {
		if (i > index && people_gap(people, i - 1).marks > 1)
			break;
		if (!add_word(&hash, people_word(people, i)))
			break;
		if (*find(keep, hash) == hash)
			end = i + 1;
	}
	for (size_t i = index; i < end; i++)
		if ((people->marks[i] & PEOPLE_TAKEN) == 0)
			people->marks[i] |= PEOPLE_KEPT;
}
