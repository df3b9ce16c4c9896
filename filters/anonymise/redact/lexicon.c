/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lexicon: the words that mean something to redaction. */
#include "lexicon.h"

#include "../../lib/memory.h"
#include "../../lib/table.h"
#include "lexicon_table.h"

#include <stdlib.h>

const char *const lexicon_classes[LEXICON_CLASSES + 1] = { "title", "noun", "role", "kin", "called",
	"given", "surname", "particle", "function", "common", "organisation", "place", "keep",
	"mask", "month", "phone", "nhs", "postal", "insurance", "passport", "licence",
	"social-work", "nmc", "gmc", "hcpc", "vehicle", "birth", "name-end", "web", NULL };

static void
grow(struct lexicon *lexicon)
{
	uint64_t *old = lexicon->entries;
	size_t room = old == NULL ? 0 : lexicon->mask + 1;

	lexicon->mask = room == 0 ? 1023 : 2 * room - 1;
	lexicon->entries = xcalloc(lexicon->mask + 1, sizeof *lexicon->entries);
	for (size_t i = 0; i < room; i++)
		if (old[i] != 0)
			*lexicon_entry(lexicon, old[i]) = old[i];
	free(old);
}

/* The number of a set of classes; LEXICON_SETS where there is no room for it. */
static size_t
set_of(struct lexicon *lexicon, uint32_t classes)
{
	for (size_t i = 0; i < lexicon->set_count; i++)
		if (lexicon->sets[i] == classes)
			return i;
	if (lexicon->set_count == LEXICON_SETS)
		return LEXICON_SETS;
	lexicon->sets[lexicon->set_count] = classes;
	return lexicon->set_count++;
}

bool
lexicon_add(struct lexicon *lexicon, struct field word, uint32_t classes)
{
	uint64_t hash = lexicon_hash(word, word.length);
	uint64_t *entry;
	size_t set;

	if (4 * lexicon->count >= lexicon->mask)
		grow(lexicon);
	entry = lexicon_entry(lexicon, hash);
	set = set_of(lexicon, lexicon->sets[*entry % LEXICON_SETS] | classes);
	if (set == LEXICON_SETS)
		return false;
	lexicon->count += *entry == 0;
	*entry = hash / LEXICON_SETS * LEXICON_SETS + set;
	lexicon->lengths[lexicon_key(word)] |= UINT32_C(1) << (word.length & 31);
	return true;
}

uint32_t
lexicon_find(const struct lexicon *lexicon, struct field word)
{
	return lexicon_look_up(lexicon, word, word.length);
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
	return lexicon_add(lexicon, word, classes)
	    || fault_at(fault, table_path(table), table_line(table, row), 0,
	        "too many words that differ in their classes: %d sets are the most", LEXICON_SETS);
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
static const char *const names[] = {
#include "filters/anonymise/redact/names.inc"
};

struct lexicon *
lexicon_new(bool of_names, struct fault *fault)
{
	struct lexicon *lexicon = xcalloc(1, sizeof *lexicon);

	lexicon->set_count = 1; /* the empty one */
	/* xxxx and longer ones, which the scan knows (LEXICON_MASK) */
	lexicon->lengths[lexicon_key(field_of("xx"))] = ~UINT32_C(0);
	grow(lexicon);
	if (!add_table(lexicon,
	        table_embedded("words.csv", words, sizeof words / sizeof *words, fault), fault)
	    || (of_names
	        && !add_table(lexicon,
	            table_embedded("names.csv", names, sizeof names / sizeof *names, fault),
	            fault))) {
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
