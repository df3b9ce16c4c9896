/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_words: the words of the row's own values. */
#include "own_words.h"

#include "../../lib/hash.h"
#include "latin.h"

#include <stdlib.h>

#define FIRST_ROOM 64

void
own_words_release(struct own_words *words)
{
	if (words->entries != NULL)
		explicit_bzero(words->entries, (words->mask + 1) * sizeof *words->entries);
	free(words->entries);
	buffer_release(&words->reduced);
	buffer_release(&words->joined);
	if (words->folded.data != NULL)
		explicit_bzero(words->folded.data, words->folded.capacity);
	text_release(&words->folded);
	explicit_bzero(words, sizeof *words);
}

void
own_words_clear(struct own_words *words)
{
	if (words->entries == NULL) {
		words->mask = FIRST_ROOM - 1;
		words->entries = xcalloc(FIRST_ROOM, sizeof *words->entries);
	}
	words->record++;
	words->count = 0;
	words->initials = 0;
	memset(words->lengths, 0, sizeof words->lengths);
}

static struct own_entry *
find(const struct own_words *words, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & words->mask;

	while (words->entries[at].record == words->record && words->entries[at].hash != hash)
		at = (at + 1) & words->mask;
	return &words->entries[at];
}

static void
grow(struct own_words *words)
{
	struct own_entry *old = words->entries;
	size_t room = words->mask + 1;

	words->mask = 2 * room - 1;
	words->entries = xcalloc(words->mask + 1, sizeof *words->entries);
	for (size_t i = 0; i < room; i++)
		if (old[i].record == words->record)
			*find(words, old[i].hash) = old[i];
	free(old);
}

static unsigned
key_of(char c)
{
	return (unsigned char)c & 31;
}

/* A word in reduced form. */
static void
add_word(struct own_words *words, struct field word, enum own_word kind)
{
	uint64_t hash = hash_field(0, word);
	size_t length = word.length < 28 ? word.length : 28;
	struct own_entry *entry;

	if (2 * words->count >= words->mask)
		grow(words);
	entry = find(words, hash);
	if (entry->record != words->record) {
		*entry = (struct own_entry){ .hash = hash, .record = words->record };
		words->count++;
	}
	entry->kinds |= kind;
	/* a genitive s, an apostrophe and marks on letters make it longer in the text */
	words->lengths[key_of(word.data[0])] |= UINT32_C(15) << length;
	if (kind == OWN_WORD && word.data[0] >= 'a' && word.data[0] <= 'z')
		words->initials |= UINT32_C(1) << key_of(word.data[0]);
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
add_joined(struct own_words *words, struct field first, struct field second)
{
	buffer_clear(&words->joined);
	buffer_append(&words->joined, first.data, first.length);
	buffer_append(&words->joined, second.data, second.length);
	if (words->joined.length >= 5)
		add_word(
		    words, (struct field){ words->joined.data, words->joined.length }, OWN_JOINED);
}

/* O'Neill: oneill, and neill, which "O Neill" has. */
static struct field
add_apostrophes(struct own_words *words, struct field word)
{
	const char *apostrophe = memchr(word.data, '\'', word.length);
	size_t first;
	struct field rest;

	if (apostrophe == NULL)
		return word;
	first = (size_t)(apostrophe - word.data);
	rest = (struct field){ apostrophe + 1, word.length - first - 1 };
	if (rest.length >= 3 && memchr(rest.data, '\'', rest.length) == NULL)
		add_word(words, rest, OWN_WORD);
	buffer_clear(&words->joined);
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] != '\'')
			buffer_append(&words->joined, &word.data[i], 1);
	return (struct field){ words->joined.data, words->joined.length };
}

/* The words of a value in reduced form. */
void
own_words_add(struct own_words *words, struct field value)
{
	struct field last = { "", 0 };
	bool number = false;

	for (size_t i = 0; i < value.length; i++)
		number |= is_digit(value.data[i]);

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
		    || (at < value.length && is_digit(value.data[at]))) {
			last.length = 0;
			continue;
		}
		/* RX-12345 */
		if (number && word.length < 3)
			continue;
		if (word.length == 1) {
			words->initials |= UINT32_C(1) << key_of(word.data[0]);
			continue;
		}
		if (last.length != 0)
			add_joined(words, last, word);
		last = word;
		add_word(words, add_apostrophes(words, word), OWN_WORD);
	}
}

unsigned
own_words_find(struct own_words *words, struct field word)
{
	const struct own_entry *entry;
	struct field reduced;

	buffer_clear(&words->reduced);
	latin_reduce(&words->reduced, word, false, &words->folded);
	reduced = (struct field){ words->reduced.data, words->reduced.length };
	if (reduced.length < 2)
		return 0;
	entry = find(words, hash_field(0, reduced));
	if (entry->record == words->record)
		return entry->kinds;
	/* Sarahs */
	if (reduced.length < 5 || reduced.data[reduced.length - 1] != 's')
		return 0;
	reduced.length--;
	entry = find(words, hash_field(0, reduced));
	return entry->record == words->record ? entry->kinds : 0;
}
