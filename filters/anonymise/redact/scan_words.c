/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_words: the words of a text, block by block. */
#include "scan_words.h"

#include "../../lib/text_ascii.h"
#include "lexicon_table.h"

#include <stdlib.h>

/* In a text that is not ASCII. */
static uint32_t
look_up(struct scan *scan, struct field word, const struct lexicon *lexicon)
{
	struct fault fault;

	if (text_ascii_length(word.data, word.length) == word.length)
		return lexicon_find(lexicon, word);
	if (!text_normalise(&scan->folded, word, &fault))
		return 0;
	return lexicon_find(lexicon, (struct field){ scan->folded.data, scan->folded.length });
}

/* By the letters of the shadow. */
static enum scan_writing
writing_of(struct scan *scan, const char *shadow, size_t start, size_t end)
{
	size_t bytes;
	bool all = true;
	bool any = false;

	if (shadow[start] >= 'a') {
		if ((unsigned char)scan->text.data[start] >= 0x80
		    && text_kind(scan->text, start, &bytes) == TEXT_CASELESS)
			return SCAN_CASELESS;
		for (size_t i = start + 1; i < end; i++)
			any |= shadow[i] >= 'A' && shadow[i] <= 'Z';
		return any ? SCAN_MIXED : SCAN_SMALL;
	}
	for (size_t i = start + 1; i < end; i++)
		all &= shadow[i] < 'a';
	/* one letter, of however many bytes */
	if (all && (end - start > 4 || (text_kind(scan->text, start, &bytes), bytes) < end - start))
		return SCAN_CAPITALS;
	return SCAN_CAPITALISED;
}

/* XXXX: a mask that somebody typed. */
static bool
is_crossed_out(struct field word)
{
	for (size_t i = 0; i < word.length; i++)
		if ((word.data[i] | ' ') != 'x')
			return false;
	return word.length >= 3;
}

/* Adds a word and its classes; there is room for it. */
static inline struct scan_word *
add_word(
    struct scan *scan, const char *shadow, size_t start, size_t end, const struct lexicon *lexicon)
{
	struct field letters = { scan->text.data + start, end - start };
	struct scan_word *word = &scan->words[scan->count++];

	word->start = (uint32_t)start;
	word->end = (uint32_t)end;
	if (shadow == scan->text.data)
		word->classes = lexicon_look_up(lexicon, letters, scan->text.length - start);
	else
		word->classes = look_up(scan, letters, lexicon);
	if ((letters.data[0] | ' ') == 'x' && is_crossed_out(letters))
		word->classes |= LEXICON_MASK;
	scan_note_classes(scan, start, word->classes);
	return word;
}

static void
reserve_words(struct scan *scan)
{
	if (scan->capacity - scan->count > SCAN_BLOCK_BYTES)
		return;
	scan->capacity = 2 * scan->capacity + 2 * SCAN_BLOCK_BYTES;
	scan->words = xreallocarray(scan->words, scan->capacity, sizeof *scan->words);
}

/* Where a word ends that has a possessive s, or its end. */
static size_t
without_possessive(const char *shadow, size_t start, size_t end)
{
	return end - start > 2 && shadow[end - 2] == '\'' && (shadow[end - 1] | ' ') == 's'
	    ? end - 2
	    : end;
}

/* Of an ASCII word within one block: bit i is of its byte i. */
static enum scan_writing
writing_by_bits(uint64_t capitals, uint64_t apostrophes, size_t length)
{
	uint64_t all = (UINT64_C(1) << length) - 1;

	capitals &= all;
	if (capitals == 0)
		return SCAN_SMALL;
	if ((capitals & 1) == 0)
		return SCAN_MIXED;
	return length > 1 && ((capitals | apostrophes) & all) == all ? SCAN_CAPITALS
	                                                             : SCAN_CAPITALISED;
}

void
scan_add_words(struct scan *scan, const char *shadow, size_t base, const struct scan_block *now,
    uint64_t letters, struct scan_carry *carry, const struct lexicon *lexicon)
{
	uint64_t shifted = scan_before(letters, carry->letters, 1);
	uint64_t starts = letters & ~shifted;
	uint64_t ends = shifted & ~letters;
	bool apostrophes = (now->apostrophes | carry->last.apostrophes) != 0;
	bool ascii = shadow == scan->text.data;

	reserve_words(scan);
	if (carry->letters >> 63 != 0 && ends != 0) {
		size_t end = base + (size_t)__builtin_ctzll(ends);

		end = without_possessive(shadow, carry->start, end);
		add_word(scan, shadow, carry->start, end, lexicon)->writing =
		    writing_of(scan, shadow, carry->start, end);
		ends &= ends - 1;
	}
	for (; ends != 0; ends &= ends - 1, starts &= starts - 1) {
		unsigned first = (unsigned)__builtin_ctzll(starts);
		size_t start = base + first;
		size_t end = base + (size_t)__builtin_ctzll(ends);
		struct scan_word *word;

		if (apostrophes)
			end = without_possessive(shadow, start, end);
		word = add_word(scan, shadow, start, end, lexicon);
		word->writing = ascii ? writing_by_bits(
		                    now->capitals >> first, now->apostrophes >> first, end - start)
		                      : writing_of(scan, shadow, start, end);
	}
	if (starts != 0)
		carry->start = base + (size_t)__builtin_ctzll(starts);
}

static void
add_classes(struct scan *scan, size_t start, size_t end, const struct lexicon *lexicon)
{
	struct field word = { scan->text.data + start, end - start };

	if ((word.data[0] | ' ') == 'x' && is_crossed_out(word))
		scan->classes |= LEXICON_MASK;
	scan_note_classes(scan, start, lexicon_look_up(lexicon, word, scan->text.length - start));
}

void
scan_add_classes(struct scan *scan, size_t base, bool apostrophes, uint64_t letters,
    struct scan_carry *carry, const struct lexicon *lexicon)
{
	uint64_t shifted = scan_before(letters, carry->letters, 1);
	uint64_t starts = letters & ~shifted;
	uint64_t ends = shifted & ~letters;
	struct field held[SCAN_BLOCK_BYTES / 2 + 1];
	const char *data = scan->text.data;
	size_t start = carry->start;
	size_t count = 0;

	if (carry->letters >> 63 == 0 && starts != 0) {
		start = base + (size_t)__builtin_ctzll(starts);
		starts &= starts - 1;
	}
	for (; ends != 0; ends &= ends - 1, starts &= starts - 1) {
		size_t end = base + (size_t)__builtin_ctzll(ends);
		struct field word;

		if (apostrophes)
			end = without_possessive(data, start, end);
		word = (struct field){ data + start, end - start };
		if (lexicon_may_hold(lexicon, word))
			held[count++] = word;
		start = base + (starts != 0 ? (size_t)__builtin_ctzll(starts) : 0);
	}
	carry->start = start;
	for (size_t i = 0; i < count; i++)
		/* cppcheck-suppress uninitvar ; the first count of them are set above */
		add_classes(scan, (size_t)(held[i].data - data),
		    (size_t)(held[i].data - data) + held[i].length, lexicon);
}
