/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan_words: the words of a text, block by block (scan_blocks.h).
 */
#ifndef ANONYMISE_SCAN_WORDS_H
#define ANONYMISE_SCAN_WORDS_H

#include "scan.h"
#include "scan_blocks.h"

/* What goes over from block to block. */
struct scan_carry {
	struct scan_block last;
	uint64_t letters; /* of the block before, with the apostrophes among them */
	size_t start;     /* of a word that was not over there */
	bool copied;      /* the text is a copy, as far as it needs one */
	bool alien;       /* there is what a text cannot be read with that is no copy */
};

/* Bit i: what stood count bytes before byte i. */
static inline uint64_t
scan_before(uint64_t now, uint64_t last, unsigned count)
{
	return now << count | last >> (64 - count);
}

/* Adds the classes of the word that begins at start to those of all. */
static inline void
scan_note_classes(struct scan *scan, size_t start, uint32_t classes)
{
	uint32_t fresh = classes & ~scan->classes & LEXICON_OF_NUMBERS;

	for (; fresh != 0; fresh &= fresh - 1)
		scan->class_at[__builtin_ctz(fresh)] = start;
	scan->classes |= classes;
}

/* Adds the words that end in the block at base; letters: with the apostrophes that are of
 * words.  The shadow has an ASCII letter in the place of each other one. */
void
scan_add_words(struct scan *scan, const char *shadow, size_t base, const struct scan_block *now,
    uint64_t letters, struct scan_carry *carry, const struct lexicon *lexicon);
/* Of the words that end in this block, which are ASCII, no more than their classes. */
void scan_add_classes(struct scan *scan, size_t base, bool apostrophes, uint64_t letters,
    struct scan_carry *carry, const struct lexicon *lexicon);

#endif
