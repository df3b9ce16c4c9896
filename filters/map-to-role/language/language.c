/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include "../../lib/memory.h"
#include "../../lib/table.h"
#include "../../lib/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

/* No small word is longer, so longer ones need not be looked up. */
#define WORD_MAX ((size_t)16)
/* So many of the own words, and more than of any other language, end the reading, for speed. */
#define OWN_ENOUGH 4U
/* Fewer letters than this in another script may be a name. */
#define LETTERS_MIN 4U

struct word {
	char text[WORD_MAX];
	uint32_t languages; /* bit i: language i has it */
	UT_hash_handle hh;
};

struct languages {
	struct word *words;
	size_t count;
	size_t own;
};

/* One table row after the other. */
struct reading {
	struct languages *languages;
	const struct table *table;
	struct text normal; /* room */
	struct fault *fault;
};

static bool
row_fault(const struct reading *reading, size_t row, const char *what)
{
	return fault_at(reading->fault, table_path(reading->table), table_line(reading->table, row),
	    0, "column 'words': %s", what);
}

static bool
add_word(struct reading *reading, size_t row, struct field text)
{
	struct languages *languages = reading->languages;
	struct word *word;

	if (text.length > WORD_MAX)
		return row_fault(reading, row, "a word is longer than 16 bytes");
	if (!text_normalise(&reading->normal, text, reading->fault))
		return false;
	if (!field_equals(text, (struct field){ reading->normal.data, reading->normal.length }))
		return row_fault(reading, row,
		    "a word can never be met: texts are met in lower case, with plain quotes");
	HASH_FIND(hh, languages->words, text.data, text.length, word);
	if (word == NULL) {
		word = xcalloc(1, sizeof *word);
		memcpy(word->text, text.data, text.length);
		HASH_ADD_KEYPTR(hh, languages->words, word->text, text.length, word);
	}
	word->languages |= UINT32_C(1) << row;
	return true;
}

static bool
add_words(struct reading *reading, size_t row, struct field list)
{
	size_t start = 0;

	if (list.length == 0)
		return row_fault(reading, row, "a language needs words");
	for (size_t i = 0; i <= list.length; i++) {
		if (i != list.length && list.data[i] != ' ')
			continue;
		if (i == start)
			return row_fault(reading, row, "one blank stands between two words");
		if (!add_word(reading, row, (struct field){ list.data + start, i - start }))
			return false;
		start = i + 1;
	}
	return true;
}

static bool
read_rows(struct reading *reading, struct table *table, const char *own)
{
	size_t language, name, words, found;

	if (!table_require(table, "language", &language, reading->fault)
	    || !table_require(table, "name", &name, reading->fault)
	    || !table_require(table, "words", &words, reading->fault)
	    || !table_index(table, language, reading->fault))
		return false;
	reading->languages->count = table_rows(table);
	if (reading->languages->count > LANGUAGES_MAX)
		return fault_at(reading->fault, table_path(table), 0, 0,
		    "a file of languages has at most %d", LANGUAGES_MAX);
	found = table_find(table, field_of(own));
	if (found == TABLE_NONE)
		return fault_at(reading->fault, table_path(table), 0, 0,
		    "the rules' language '%s' is not there: name another one with --language", own);
	reading->languages->own = found;
	for (size_t row = 0; row < reading->languages->count; row++)
		if (!add_words(reading, row, table_cell(table, row, words)))
			return false;
	return true;
}

struct languages *
languages_load(const char *path, const char *own, struct fault *fault)
{
	struct table *table = table_load(path, fault);
	struct reading reading = { .table = table, .fault = fault };
	bool good;

	if (table == NULL)
		return NULL;
	reading.languages = xcalloc(1, sizeof *reading.languages);
	good = read_rows(&reading, table, own);
	text_release(&reading.normal);
	table_free(table);
	if (good)
		return reading.languages;
	languages_free(reading.languages);
	return NULL;
}

void
languages_free(struct languages *languages)
{
	struct word *word, *next;

	if (languages == NULL)
		return;
	word = languages->words;
	HASH_CLEAR(hh, languages->words);
	for (; word != NULL; word = next) {
		next = word->hh.next;
		free(word);
	}
	free(languages);
}

/* What has been read of a text. */
struct tally {
	unsigned counts[LANGUAGES_MAX];
	unsigned shared[LANGUAGES_MAX]; /* of these, words that the own language has too */
	unsigned best;                  /* the highest count of the other languages */
	size_t latin;
	size_t foreign; /* letters of other scripts */
};

static void
count_word(const struct languages *languages, struct field text, struct tally *tally)
{
	struct word *word;

	if (text.length == 0 || text.length > WORD_MAX)
		return;
	HASH_FIND(hh, languages->words, text.data, text.length, word);
	if (word == NULL)
		return;
	for (uint32_t bits = word->languages; bits != 0; bits &= bits - 1) {
		size_t language = (size_t)__builtin_ctz(bits);

		tally->counts[language]++;
		tally->shared[language] += (word->languages >> languages->own) & 1;
		if (language != languages->own && tally->counts[language] > tally->best)
			tally->best = tally->counts[language];
	}
}

/* The bytes of the letter that stands there, or 0.  Letters of the Latin script stand
 * before U+0370 and in three later blocks. */
static size_t
letter_at(struct field text, size_t at, bool *latin)
{
	unsigned char byte = (unsigned char)text.data[at];
	size_t bytes;

	if (byte < 0x80) {
		*latin = true;
		return byte >= 'a' && byte <= 'z';
	}
	switch (text_kind(text, at, &bytes)) {
	case TEXT_OTHER:
		return 0;
	case TEXT_MARK:
	case TEXT_CAPITAL:
	case TEXT_SMALL:
	case TEXT_CASELESS:
		break;
	}
	*latin = byte < 0xCD || (byte == 0xCD && (unsigned char)text.data[at + 1] < 0xB0)
	    || (byte == 0xE1 && (unsigned char)text.data[at + 1] >= 0xB8
	        && (unsigned char)text.data[at + 1] <= 0xBB)
	    || (byte == 0xE2 && (unsigned char)text.data[at + 1] == 0xB1)
	    || (byte == 0xEA && (unsigned char)text.data[at + 1] >= 0x9C
	        && (unsigned char)text.data[at + 1] <= 0x9F);
	return bytes;
}

/* Reads a word from start on; returns where it ends. */
static size_t
read_word(struct field text, size_t start, struct tally *tally)
{
	size_t at = start;

	while (at < text.length) {
		bool latin = true;
		size_t bytes = letter_at(text, at, &latin);

		if (bytes == 0 && (text.data[at] != '\'' || at == start))
			break;
		tally->latin += bytes != 0 && latin;
		tally->foreign += bytes != 0 && !latin;
		at += bytes == 0 ? 1 : bytes;
	}
	return at;
}

/* What both languages have speaks for neither. */
static bool
speaks_for(const struct languages *languages, const struct tally *tally, size_t other)
{
	unsigned own = tally->counts[languages->own] - tally->shared[other];
	unsigned others = tally->counts[other] - tally->shared[other];

	return others >= LANGUAGE_WORDS_MIN && others > 2 * own;
}

bool
languages_foreign(const struct languages *languages, struct field text)
{
	struct tally tally = { 0 };
	size_t at = 0;

	while (at < text.length) {
		size_t end = read_word(text, at, &tally);
		unsigned own = tally.counts[languages->own];

		if (own >= OWN_ENOUGH && own > tally.best)
			return false;
		if (end == at) {
			at++;
			continue;
		}
		count_word(languages, (struct field){ text.data + at, end - at }, &tally);
		at = end;
	}
	for (size_t i = 0; i < languages->count; i++)
		if (i != languages->own && speaks_for(languages, &tally, i))
			return true;
	return tally.foreign >= LETTERS_MIN && tally.foreign > tally.latin;
}
