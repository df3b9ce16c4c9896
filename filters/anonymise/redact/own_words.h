/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * own_words: the words of the row's own values, in a small table by their hash, so that a
 * word of a text is looked up only where its first letter and its length are those of one
 * of them.
 */
#ifndef ANONYMISE_OWN_WORDS_H
#define ANONYMISE_OWN_WORDS_H

#include "../../lib/memory.h"
#include "../../lib/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum own_word {
	OWN_WORD = 1,  /* a word of a value; O'Neill is oneill, and neill too */
	OWN_JOINED = 2 /* two of them run together: maryjane */
};

struct own_entry {
	uint64_t hash;
	uint32_t record; /* the entry is of this one; else it is free */
	uint32_t kinds;  /* enum own_word */
};

/* {0} is none; room is used again from record to record. */
struct own_words {
	uint32_t record;
	struct own_entry *entries;
	size_t count;
	size_t mask;
	uint32_t lengths[32]; /* by the first letter: bit n for words of n bytes, about */
	uint32_t initials;    /* a bit for each first letter */
	struct buffer reduced;
	struct buffer joined;
	struct text folded;
};

/* Wipes and frees. */
void own_words_release(struct own_words *words);
/* The next record. */
void own_words_clear(struct own_words *words);
/* The words of a value, which is in reduced form with its apostrophes (latin_reduce). */
void own_words_add(struct own_words *words, struct field value);
/* What a word of a text is of the row's (enum own_word), or 0. */
unsigned own_words_find(struct own_words *words, struct field word);

/* Whether a word of so many bytes may be one. */
static inline bool
own_words_may_hold(const struct own_words *words, char first, size_t length)
{
	return (words->lengths[(unsigned char)first & 31] >> (length < 31 ? length : 31) & 1) != 0;
}

static inline bool
own_words_initial(const struct own_words *words, char letter)
{
	return (words->initials >> ((unsigned char)letter & 31) & 1) != 0;
}

#endif
