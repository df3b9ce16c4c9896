/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lexicon_table: the look-up itself, for the scan, which asks once for each word.
 *
 * A word is known by 52 bits of its hash, and only by them: a table of some thousand
 * words takes a stranger for one of them once in 10^11 words, and one look-up touches one
 * line of the cache, for the table is small: with each hash stands the number of its set of
 * classes, of which there are few.
 */
#ifndef ANONYMISE_LEXICON_TABLE_H
#define ANONYMISE_LEXICON_TABLE_H

#include "../../lib/hash.h"
#include "lexicon.h"

#define LEXICON_SETS 4096

/* Of the first and the last letter of a word, whatever their writing. */
#define LEXICON_KEYS ((size_t)1024)

struct lexicon {
	uint64_t *entries; /* the hash, and in its last bits the set; 0: free */
	size_t count;
	size_t mask;                 /* how many there is room for, a power of two, less 1 */
	uint32_t sets[LEXICON_SETS]; /* of classes; the first is empty */
	size_t set_count;
	uint32_t lengths[LEXICON_KEYS]; /* by lexicon_key: bit n: one of n letters, or 32 more */
};

static inline size_t
lexicon_key(struct field word)
{
	return (size_t)((unsigned char)word.data[0] & 31) << 5
	    | ((unsigned char)word.data[word.length - 1] & 31);
}

/* Whether a word may be one of the lexicon, which has few: tells most at once. */
static inline bool
lexicon_may_hold(const struct lexicon *lexicon, struct field word)
{
	return (lexicon->lengths[lexicon_key(word)] >> (word.length & 31) & 1) != 0;
}

/* The small letters of ASCII, eight bytes at once.  Other ASCII that shares the bit
 * changes too, always in the same way; what is not ASCII is small already. */
static inline uint64_t
lexicon_small(uint64_t eight)
{
	return eight
	    | (UINT64_C(0x2020202020202020) & ~((eight & UINT64_C(0x8080808080808080)) >> 2));
}

/* Of the word's last bytes, eight at most; readable: how many may be read. */
static inline uint64_t
lexicon_rest(const char *data, size_t length, size_t readable)
{
	uint64_t rest = 0;

	if (readable >= 8)
		rest = hash_load8(data);
	else
		memcpy(&rest, data, length);
	return lexicon_small(rest) & ~UINT64_C(0) >> (64 - 8 * length);
}

/* readable: how many bytes there are from the word's first one on. */
static inline uint64_t
lexicon_hash(struct field word, size_t readable)
{
	uint64_t hash = word.length * UINT64_C(0xA0761D6478BD642F);
	size_t at = 0;

	for (; word.length - at > 8; at += 8)
		hash = hash_fold(
		    hash ^ lexicon_small(hash_load8(word.data + at)), UINT64_C(0xE7037ED1A0B428DB));
	if (word.length != 0)
		hash ^= lexicon_rest(word.data + at, word.length - at, readable - at);
	return hash_fold(hash, UINT64_C(0x8EBC6AF09C88C6E3));
}

/* Of the word, or the free one where it would be. */
static inline uint64_t *
lexicon_entry(const struct lexicon *lexicon, uint64_t hash)
{
	size_t at = (size_t)(hash >> 32) & lexicon->mask;

	/* one test for both, which is nearly always the same: the first place is the one */
	while (
	    (lexicon->entries[at] != 0) & ((lexicon->entries[at] ^ hash) >= (uint64_t)LEXICON_SETS))
		at = (at + 1) & lexicon->mask;
	return &lexicon->entries[at];
}

static inline uint32_t
lexicon_look_up(const struct lexicon *lexicon, struct field word, size_t readable)
{
	return lexicon->sets[*lexicon_entry(lexicon, lexicon_hash(word, readable)) % LEXICON_SETS];
}

#endif
