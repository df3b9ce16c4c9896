/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * own: the identifiers of the row itself in its texts.
 *
 * The words of the values are put into a small table by their hash; a word of the text is
 * looked up only where its first letter and its length are those of one of them.
 */
#include "own.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"
#include "latin.h"
#include "own_number.h"
#include "people.h"

#include <stdlib.h>

/* A word that is only of some names: O'Neill is a word of its own and neill. */
enum kind {
	KIND_WORD = 1,
	KIND_JOINED = 2 /* two of them run together: maryjane */
};

struct entry {
	uint64_t hash;
	uint32_t record; /* the entry is of this one; else it is free */
	uint32_t kinds;
};

struct own {
	const struct field *values; /* borrowed */
	size_t value_count;
	bool ready;
	uint32_t record;
	struct entry *entries;
	size_t count;
	size_t mask;
	uint32_t lengths[32]; /* by the first letter: bit n for words of n letters, about */
	uint32_t initials;    /* a bit for each first letter */
	struct own_numbers numbers;
	struct buffer reduced;
	struct buffer joined;
	struct text folded;
	struct people people;
};

/* Marks of words beside those of people. */
#define FOUND   4 /* an own word */
#define GUARDED 8 /* one that is an everyday word too */

#define FIRST_ROOM 64

struct own *
own_new(void)
{
	struct own *own = xcalloc(1, sizeof *own);

	own->mask = FIRST_ROOM - 1;
	own->entries = xcalloc(FIRST_ROOM, sizeof *own->entries);
	return own;
}

static void
wipe(struct buffer *buffer)
{
	if (buffer->data != NULL)
		explicit_bzero(buffer->data, buffer->capacity);
	buffer_release(buffer);
}

void
own_free(struct own *own)
{
	if (own == NULL)
		return;
	explicit_bzero(own->entries, (own->mask + 1) * sizeof *own->entries);
	free(own->entries);
	own_numbers_release(&own->numbers);
	wipe(&own->reduced);
	wipe(&own->joined);
	if (own->folded.data != NULL)
		explicit_bzero(own->folded.data, own->folded.capacity);
	text_release(&own->folded);
	people_release(&own->people);
	explicit_bzero(own, sizeof *own);
	free(own);
}

void
own_set(struct own *own, const struct field *values, size_t count)
{
	own->values = values;
	own->value_count = count;
	own->ready = false;
}

/* --- the values ------------------------------------------------------------------ */

static struct entry *
find(const struct own *own, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & own->mask;

	while (own->entries[at].record == own->record && own->entries[at].hash != hash)
		at = (at + 1) & own->mask;
	return &own->entries[at];
}

static void
grow(struct own *own)
{
	struct entry *old = own->entries;
	size_t room = own->mask + 1;

	own->mask = 2 * room - 1;
	own->entries = xcalloc(own->mask + 1, sizeof *own->entries);
	for (size_t i = 0; i < room; i++)
		if (old[i].record == own->record)
			*find(own, old[i].hash) = old[i];
	free(old);
}

static unsigned
key_of(char c)
{
	return (unsigned char)c & 31;
}

/* A word in reduced form. */
static void
add_word(struct own *own, struct field word, enum kind kind)
{
	uint64_t hash = hash_field(0, word);
	size_t length = word.length < 28 ? word.length : 28;
	struct entry *entry;

	if (2 * own->count >= own->mask)
		grow(own);
	entry = find(own, hash);
	if (entry->record != own->record) {
		*entry = (struct entry){ .hash = hash, .record = own->record };
		own->count++;
	}
	entry->kinds |= kind;
	/* a genitive s, an apostrophe and marks on letters make it longer in the text */
	own->lengths[key_of(word.data[0])] |= UINT32_C(15) << length;
	if (kind == KIND_WORD && word.data[0] >= 'a' && word.data[0] <= 'z')
		own->initials |= UINT32_C(1) << key_of(word.data[0]);
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
add_joined(struct own *own, struct field first, struct field second)
{
	buffer_clear(&own->joined);
	buffer_append(&own->joined, first.data, first.length);
	buffer_append(&own->joined, second.data, second.length);
	if (own->joined.length >= 5)
		add_word(own, (struct field){ own->joined.data, own->joined.length }, KIND_JOINED);
}

/* O'Neill: oneill, and neill, which "O Neill" has. */
static struct field
add_apostrophes(struct own *own, struct field word)
{
	const char *apostrophe = memchr(word.data, '\'', word.length);
	size_t first;
	struct field rest;

	if (apostrophe == NULL)
		return word;
	first = (size_t)(apostrophe - word.data);
	rest = (struct field){ apostrophe + 1, word.length - first - 1 };
	if (rest.length >= 3 && memchr(rest.data, '\'', rest.length) == NULL)
		add_word(own, rest, KIND_WORD);
	buffer_clear(&own->joined);
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] != '\'')
			buffer_append(&own->joined, &word.data[i], 1);
	return (struct field){ own->joined.data, own->joined.length };
}

/* The words of a value in reduced form. */
static void
add_words(struct own *own, struct field value)
{
	struct field last = { "", 0 };

	for (size_t at = 0; at < value.length;) {
		size_t start = at;
		struct field word;

		if (!is_letter(value.data[at])) {
			at++;
			continue;
		}
		while (at < value.length
		    && (is_letter(value.data[at])
		        || (value.data[at] == '\'' && at + 1 < value.length
		            && is_letter(value.data[at + 1]))))
			at++;
		word = (struct field){ value.data + start, at - start };
		/* the letters of a number are no word */
		if ((start > 0 && is_digit(value.data[start - 1]))
		    || (at < value.length && is_digit(value.data[at])) || word.length < 2) {
			last.length = 0;
			continue;
		}
		if (last.length != 0)
			add_joined(own, last, word);
		last = word;
		add_word(own, add_apostrophes(own, word), KIND_WORD);
	}
}

static void
prepare(struct own *own)
{
	own->record++;
	own->count = 0;
	own->initials = 0;
	memset(own->lengths, 0, sizeof own->lengths);
	own_numbers_clear(&own->numbers);
	for (size_t i = 0; i < own->value_count; i++) {
		struct field value = own->values[i];
		const char *at;

		if (value.length < 2)
			continue;
		buffer_clear(&own->reduced);
		latin_reduce(&own->reduced, value, true, &own->folded);
		value = (struct field){ own->reduced.data, own->reduced.length };
		own_numbers_add(&own->numbers, value);
		/* of an email address the part that is somebody's */
		at = memchr(value.data, '@', value.length);
		if (at != NULL)
			value.length = (size_t)(at - value.data);
		add_words(own, value);
	}
	own->ready = true;
}

/* --- the text ---------------------------------------------------------------------- */

static unsigned
kinds_of(struct own *own, struct field word)
{
	const struct entry *entry;
	struct field reduced;

	buffer_clear(&own->reduced);
	latin_reduce(&own->reduced, word, false, &own->folded);
	reduced = (struct field){ own->reduced.data, own->reduced.length };
	if (reduced.length < 2)
		return 0;
	entry = find(own, hash_field(0, reduced));
	if (entry->record == own->record)
		return entry->kinds;
	/* Sarahs */
	if (reduced.length < 5 || reduced.data[reduced.length - 1] != 's')
		return 0;
	reduced.length--;
	entry = find(own, hash_field(0, reduced));
	return entry->record == own->record ? entry->kinds : 0;
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

/* Marks the word at index; false when it is none of the row's. */
static bool
mark(struct own *own, const struct lexicon *lexicon, size_t index)
{
	struct people *people = &own->people;
	const struct scan_word *word = &people->scan->words[index];
	struct field letters = people_word(people, index);
	uint32_t classes = word->classes;
	unsigned kinds = kinds_of(own, letters);
	bool name = (classes & (LEXICON_GIVEN | LEXICON_SURNAME)) != 0;

	if (kinds == 0) {
		size_t title = title_length(letters);

		letters.data += title;
		letters.length -= title;
		if (title == 0 || kinds_of(own, letters) == 0
		    || (lexicon_find(lexicon, (struct field){ letters.data - title, title })
		           & (LEXICON_TITLE | LEXICON_NOUN))
		        == 0)
			return false;
		spans_add(people->spans, word->start + title, word->end, ENTITY_OWN);
		return false;
	}
	if (!name
	    && (classes
	           & (LEXICON_FUNCTION | LEXICON_TITLE | LEXICON_NOUN | LEXICON_ROLE | LEXICON_KIN
	               | LEXICON_CALLED | LEXICON_MASK))
	        != 0)
		return false;
	if ((kinds & KIND_WORD) == 0 && (classes & (LEXICON_FUNCTION | LEXICON_COMMON)) != 0)
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

/* Words that stand together as those of one name do: blanks, a hyphen, a comma. */
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
	            && (gap.mark == '-' || gap.mark == ',' || gap.mark == '\''
	                || (gap.mark == '.' && people_worth(people, index) == PEOPLE_INITIAL))));
}

static bool
is_verb(const struct people *people, size_t index)
{
	static const char *const verbs[] = { "can", "may", "will" };

	return people_is(people, index, verbs, sizeof verbs / sizeof *verbs);
}

/* Whether a guarded word is the name here. */
static bool
is_meant(struct people *people, size_t index)
{
	const unsigned char *marks = people->marks;
	enum scan_writing writing = people->scan->words[index].writing;
	bool beside =
	    (index > 0 && (marks[index - 1] & FOUND) != 0 && stand_together(people, index - 1))
	    || (stand_together(people, index) && (marks[index + 1] & FOUND) != 0);

	if (beside && (writing != SCAN_SMALL || !is_verb(people, index)))
		return true;
	beside = (index > 0 && (marks[index - 1] & GUARDED) != 0
	             && stand_together(people, index - 1) && !is_verb(people, index - 1))
	    || (stand_together(people, index) && (marks[index + 1] & GUARDED) != 0
	        && !is_verb(people, index + 1));
	if (beside && !is_verb(people, index))
		return true;
	if (writing != SCAN_CAPITALISED || !people_capitals_tell(people))
		return false;
	return beside || !people_sentence(people, index)
	    || (people_gap(people, index).possessive
	        && (people->scan->words[index].classes & LEXICON_MONTH) == 0);
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
	    || (own->initials & UINT32_C(1) << key_of(small)) == 0)
		return false;
	return (small != 'a' && small != 'i') || gap.mark == '.'
	    || (word.data[0] == 'A' && !people_sentence(people, index));
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
		while (last + 1 < count && stand_together(people, last)
		    && ((people->marks[last + 1] & FOUND) != 0 || is_initial(own, last + 1)))
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

		if ((own->lengths[key_of(c)] >> (length < 31 ? length : 31) & 1) == 0
		    && (unsigned char)c < 0x80
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
	if (!own->ready)
		prepare(own);
	if (own->count != 0 && scan->count != 0) {
		own->people.lexicon = lexicon;
		people_begin(&own->people, scan, spans);
		find_words(own, scan, lexicon);
	}
	own_numbers_find(&own->numbers, scan, spans);
	return true;
}
