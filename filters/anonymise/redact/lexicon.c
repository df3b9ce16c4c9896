/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lexicon: the words that mean something to redaction.
 *
 * A word is known by 64 bits of its hash, and only by them: a table of a few thousand
 * words meets a stranger of the same hash once in 10^15 words, and one look-up then
 * touches one line of the cache.
 */
#include "lexicon.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <stdlib.h>

const char *const lexicon_classes[LEXICON_CLASSES + 1] = { "title", "noun", "role", "kin", "called",
	"given", "surname", "particle", "function", "common", "organisation", "place", "keep",
	"mask", "month", "phone", "nhs", "postal", "insurance", "passport", "licence",
	"social-work", "nmc", "gmc", "hcpc", "vehicle", "birth", "name-end", "web", NULL };

struct entry {
	uint64_t hash; /* 0: free */
	uint32_t classes;
};

struct lexicon {
	struct entry *entries;
	size_t count;
	size_t mask; /* how many there is room for, a power of two, less 1 */
};

/* The small letter of each ASCII one, in eight bytes at once.  Other bytes that share
 * the bit change too, always in the same way. */
#define SMALL UINT64_C(0x2020202020202020)
#define HIGH  UINT64_C(0x8080808080808080)

static uint64_t
hash_word(struct field word)
{
	uint64_t hash = word.length * UINT64_C(0xA0761D6478BD642F);
	const char *data = word.data;
	size_t left = word.length;

	for (; left > 8; data += 8, left -= 8) {
		uint64_t eight = hash_load8(data);

		/* what is not ASCII is small already */
		hash = hash_fold(hash ^ (eight | (SMALL & ~((eight & HIGH) >> 2))),
		    UINT64_C(0xE7037ED1A0B428DB));
	}
	if (left == 8) {
		uint64_t eight = hash_load8(data);

		eight |= SMALL & ~((eight & HIGH) >> 2);
		hash = hash_fold(hash ^ eight, UINT64_C(0x8EBC6AF09C88C6E3));
	} else {
		uint64_t rest = hash_load_rest(data, left);

		rest |= SMALL & ~((rest & HIGH) >> 2);
		hash = hash_fold(hash ^ rest, UINT64_C(0x8EBC6AF09C88C6E3));
	}
	return hash | 1;
}

static struct entry *
find(const struct lexicon *lexicon, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & lexicon->mask;

	while (lexicon->entries[at].hash != 0 && lexicon->entries[at].hash != hash)
		at = (at + 1) & lexicon->mask;
	return &lexicon->entries[at];
}

static void
grow(struct lexicon *lexicon)
{
	struct entry *old = lexicon->entries;
	size_t room = old == NULL ? 0 : lexicon->mask + 1;

	lexicon->mask = room == 0 ? 1023 : 2 * room - 1;
	lexicon->entries = xcalloc(lexicon->mask + 1, sizeof *lexicon->entries);
	for (size_t i = 0; i < room; i++)
		if (old[i].hash != 0)
			*find(lexicon, old[i].hash) = old[i];
	free(old);
}

void
lexicon_add(struct lexicon *lexicon, struct field word, uint32_t classes)
{
	uint64_t hash = hash_word(word);
	struct entry *entry;

	if (4 * lexicon->count >= lexicon->mask)
		grow(lexicon);
	entry = find(lexicon, hash);
	if (entry->hash == 0) {
		entry->hash = hash;
		lexicon->count++;
	}
	entry->classes |= classes;
}

uint32_t
lexicon_find(const struct lexicon *lexicon, struct field word)
{
	return find(lexicon, hash_word(word))->classes;
}

bool
lexicon_class(struct field name, uint32_t *classes)
{
	for (unsigned i = 0; i < LEXICON_CLASSES; i++)
		if (field_is(name, lexicon_classes[i])) {
			*classes |= UINT32_C(1) << i;
			return true;
		}
	return false;
}

static bool
add_row(struct lexicon *lexicon, const struct table *table, size_t row, const size_t columns[2],
    struct fault *fault)
{
	struct field word = table_cell(table, row, columns[0]);
	struct field rest = table_cell(table, row, columns[1]);
	uint32_t classes = 0;

	if (word.length == 0)
		return fault_at(
		    fault, table_path(table), table_line(table, row), 0, "a word is missing");
	while (rest.length != 0) {
		const char *blank = memchr(rest.data, ' ', rest.length);
		size_t length = blank == NULL ? rest.length : (size_t)(blank - rest.data);

		if (!lexicon_class((struct field){ rest.data, length }, &classes))
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "not a class of words; known are title, noun, role, kin, called, "
			    "given, surname and more: see anonymise(1)");
		length += blank != NULL;
		rest = (struct field){ rest.data + length, rest.length - length };
	}
	if (classes == 0)
		return fault_at(fault, table_path(table), table_line(table, row), 0,
		    "the word has no class, such as given or surname");
	lexicon_add(lexicon, word, classes);
	return true;
}

/* Takes the table, which may be NULL. */
static bool
add_table(struct lexicon *lexicon, struct table *table, struct fault *fault)
{
	size_t columns[2];
	bool good = table != NULL && table_require(table, "word", &columns[0], fault)
	    && table_require(table, "classes", &columns[1], fault);

	for (size_t row = 0; good && row < table_rows(table); row++)
		good = add_row(lexicon, table, row, columns, fault);
	table_free(table);
	return good;
}

bool
lexicon_load(struct lexicon *lexicon, const char *path, struct fault *fault)
{
	return add_table(lexicon, table_load(path, fault), fault);
}

static const char *const words[] = {
#include "filters/anonymise/redact/words.inc"
};

struct lexicon *
lexicon_new(struct fault *fault)
{
	struct lexicon *lexicon = xcalloc(1, sizeof *lexicon);

	grow(lexicon);
	if (!add_table(lexicon,
	        table_embedded("words.csv", words, sizeof words / sizeof *words, fault), fault)) {
		lexicon_free(lexicon);
		return NULL;
	}
	return lexicon;
}

void
lexicon_free(struct lexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	free(lexicon->entries);
	free(lexicon);
}
