/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan: one pass over a text that finds its words and what else stands in it. */
#include "scan.h"

#include "../../lib/ascii.h"
#include "../../lib/text_ascii.h"
#include "lexicon_table.h"
#include "scan_blocks.h"
#include "scan_copy.h"

#include <stdlib.h>

/* How much of the words is asked for. */
enum depth { DEPTH_WORDS, DEPTH_CLASSES, DEPTH_NONE };

/* --- words --------------------------------------------------------------------- */

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

static inline void
note_classes(struct scan *scan, size_t start, uint32_t classes)
{
	uint32_t fresh = classes & ~scan->classes & LEXICON_OF_NUMBERS;

	for (; fresh != 0; fresh &= fresh - 1)
		scan->class_at[__builtin_ctz(fresh)] = start;
	scan->classes |= classes;
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
	note_classes(scan, start, word->classes);
	return word;
}

/* --- blocks --------------------------------------------------------------------- */

/* What goes over from block to block. */
struct carry {
	struct scan_block last;
	uint64_t letters; /* of the block before, with the apostrophes among them */
	size_t start;     /* of a word that was not over there */
	bool copied;      /* the text is a copy, as far as it needs one */
	bool alien;       /* there is what a text cannot be read with that is no copy */
};

/* Bit i: what stood count bytes before byte i. */
static uint64_t
before(uint64_t now, uint64_t last, unsigned count)
{
	return now << count | last >> (64 - count);
}

static unsigned
features_of(const struct scan_block *now, const struct scan_block *last)
{
	uint64_t letter = before(now->letters, last->letters, 1);
	uint64_t letter2 = before(now->letters, last->letters, 2);
	uint64_t letter3 = before(now->letters, last->letters, 3);
	uint64_t digit = before(now->digits, last->digits, 1);
	uint64_t other = ~(letter | digit);
	unsigned features = 0;

	if ((letter & now->digits) != 0)
		features |= SCAN_LETTER_DIGIT;
	if ((digit & now->letters) != 0)
		features |= SCAN_DIGIT_LETTER;
	if ((before(now->digits, last->digits, 3) & letter2 & letter
	        & ~(now->letters | now->digits))
	    != 0)
		features |= SCAN_INWARD;
	if ((before(now->digits, last->digits, 2) & before(now->marks, last->marks, 1)
	        & now->digits)
	    != 0)
		features |= SCAN_DATE;
	if ((((letter & letter2 & ~letter3)
	         | (other & letter2 & letter3 & ~before(now->letters, last->letters, 4)))
	        & now->digits)
	    != 0)
		features |= SCAN_PAIR;
	return features;
}

/* Of a byte that is rare in texts. */
static unsigned
rare_feature(const char *shadow, size_t length, size_t at, struct carry *carry)
{
	switch (shadow[at]) {
	case '@':
		return SCAN_AT;
	case '+':
		return SCAN_PLUS;
	case ':':
		return length - at > 2 && shadow[at + 1] == '/' && shadow[at + 2] == '/' ? SCAN_URL
		                                                                         : 0;
	default:
		carry->alien = true;
		return 0;
	}
}

/* Of dots; left: how many bytes there are from this block on.  The blanks of a copy may
 * be marks that are not ASCII. */
static unsigned
dot_feature(const struct scan_block *now, const struct carry *carry, size_t left)
{
	uint64_t valid = left >= SCAN_BLOCK_BYTES ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;

	if (carry->copied)
		return now->dots != 0 ? SCAN_DOT : 0;
	return (before(now->dots, carry->last.dots, 1) & ~now->blanks & valid) != 0 ? SCAN_DOT : 0;
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

/* The words that end in this block. */
static void
add_words(struct scan *scan, const char *shadow, size_t base, const struct scan_block *now,
    uint64_t letters, struct carry *carry, const struct lexicon *lexicon)
{
	uint64_t shifted = before(letters, carry->letters, 1);
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
	note_classes(scan, start, lexicon_look_up(lexicon, word, scan->text.length - start));
}

/* Of the words that end in this block, which are ASCII, their classes. */
static void
add_all_classes(struct scan *scan, size_t base, bool apostrophes, uint64_t letters,
    struct carry *carry, const struct lexicon *lexicon)
{
	uint64_t shifted = before(letters, carry->letters, 1);
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

		if (apostrophes)
			end = without_possessive(data, start, end);
		/* hardly any is held: to count is quicker than to guess which */
		held[count] = (struct field){ data + start, end - start };
		count += lexicon_may_hold(lexicon, held[count]);
		start = base + (starts != 0 ? (size_t)__builtin_ctzll(starts) : 0);
	}
	carry->start = start;
	for (size_t i = 0; i < count; i++)
		add_classes(scan, (size_t)(held[i].data - data),
		    (size_t)(held[i].data - data) + held[i].length, lexicon);
}

/* --- runs of digits -------------------------------------------------------------- */

static bool
is_between_digits(char c)
{
	return c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' || c == '(' || c == ')'
	    || (c >= '\t' && c <= '\r');
}

static void
note_run(struct scan *scan, size_t start, size_t digits)
{
	for (size_t n = scan->digits + 1; n <= digits && n < SCAN_DIGITS; n++)
		scan->run_at[n] = start;
	if (digits > scan->digits)
		scan->digits = digits;
}

static void
find_runs(struct scan *scan, size_t first)
{
	const char *data = scan->text.data;
	size_t start = first;
	size_t digits = 0;
	size_t gap = 0;

	for (size_t at = first; at <= scan->last_digit; at++) {
		if (ascii_is_digit(data[at])) {
			if (digits == 0)
				start = at;
			digits++;
			gap = 0;
		} else if (digits != 0 && (++gap > 3 || !is_between_digits(data[at]))) {
			note_run(scan, start, digits);
			digits = 0;
			gap = 0;
		}
	}
	note_run(scan, start, digits);
}

/* --- all ---------------------------------------------------------------------------- */

/* Apostrophes within words are letters. */
static uint64_t
letters_of(const struct scan_block *now, const struct scan_block *last, bool letter_after)
{
	uint64_t after = now->letters >> 1 | (uint64_t)letter_after << 63;

	return now->letters | (now->apostrophes & after & before(now->letters, last->letters, 1));
}

/* All that is asked of a block. */
static inline __attribute__((always_inline)) void
add_block(struct scan *scan, const char *shadow, size_t base, struct carry *carry,
    const struct lexicon *lexicon, enum depth depth)
{
	size_t length = scan->text.length;
	size_t left = length - base;
	bool whole = left >= SCAN_BLOCK_BYTES;
	struct scan_block now = scan_block(shadow + base, whole ? SCAN_BLOCK_BYTES : left);
	uint64_t letters = letters_of(&now, &carry->last,
	    left > SCAN_BLOCK_BYTES && ascii_is_letter(shadow[base + SCAN_BLOCK_BYTES]));

	if ((now.digits | carry->last.digits) != 0) {
		scan->features |= features_of(&now, &carry->last);
		if (now.digits != 0) {
			if (scan->last_digit == SIZE_MAX)
				scan->first_digit = base + (size_t)__builtin_ctzll(now.digits);
			scan->last_digit = base + 63 - (size_t)__builtin_clzll(now.digits);
		}
	}
	for (uint64_t rare = now.rare; rare != 0; rare &= rare - 1)
		scan->features |=
		    rare_feature(shadow, length, base + (size_t)__builtin_ctzll(rare), carry);
	if ((now.dots | carry->last.dots) != 0)
		scan->features |= dot_feature(&now, carry, left);
	if (depth == DEPTH_WORDS)
		add_words(scan, shadow, base, &now, letters, carry, lexicon);
	else if (depth == DEPTH_CLASSES)
		add_all_classes(scan, base, (now.apostrophes | carry->last.apostrophes) != 0,
		    letters, carry, lexicon);
	carry->last = now;
	carry->letters = letters;
}

/* False where the text has to be copied first. */
static inline __attribute__((always_inline)) bool
scan_as(struct scan *scan, const char *shadow, bool copied, const struct lexicon *lexicon,
    enum depth depth)
{
	struct carry carry = { .copied = copied };

	scan->copied = copied;
	scan->count = 0;
	scan->classes = 0;
	scan->features = 0;
	scan->digits = 0;
	scan->run_at[0] = 0;
	scan->last_digit = SIZE_MAX;
	/* the block past the end closes the last word */
	for (size_t base = 0; base <= scan->text.length; base += SCAN_BLOCK_BYTES) {
		add_block(scan, shadow, base, &carry, lexicon, depth);
		if (!copied && carry.alien)
			return false;
	}
	if (scan->last_digit != SIZE_MAX)
		find_runs(scan, scan->first_digit);
	return true;
}

static void
scan_copy(struct scan *scan, const struct lexicon *lexicon)
{
	const char *shadow;

	scan->text = scan_blank_masks(scan, scan->text);
	if (text_ascii_length(scan->text.data, scan->text.length) == scan->text.length)
		shadow = scan->text.data;
	else
		shadow = scan_shadow(scan, scan->text);
	scan_as(scan, shadow, true, lexicon, DEPTH_WORDS);
}

void
scan_text(struct scan *scan, struct field text, const struct lexicon *lexicon)
{
	scan->text = text;
	if (!scan_as(scan, text.data, false, lexicon, DEPTH_WORDS))
		scan_copy(scan, lexicon);
}

void
scan_classes(struct scan *scan, struct field text, const struct lexicon *lexicon)
{
	scan->text = text;
	if (!scan_as(scan, text.data, false, lexicon, DEPTH_CLASSES))
		scan_copy(scan, lexicon);
}

void
scan_rest(struct scan *scan, struct field text, const struct lexicon *lexicon)
{
	size_t count = scan->count;

	scan->text = text;
	scan_as(scan, text.data, false, lexicon, DEPTH_NONE);
	for (size_t i = 0; i < count; i++) {
		const struct scan_word word = scan->words[i];

		if (text.data[word.start] == SCAN_BLANK)
			continue;
		note_classes(scan, word.start, word.classes);
		scan->words[scan->count++] = word;
	}
}

static void
wipe(struct buffer *buffer)
{
	if (buffer->data != NULL)
		explicit_bzero(buffer->data, buffer->capacity);
	buffer_release(buffer);
}

void
scan_release(struct scan *scan)
{
	if (scan->words != NULL)
		explicit_bzero(scan->words, scan->capacity * sizeof *scan->words);
	free(scan->words);
	wipe(&scan->shadow);
	wipe(&scan->blanked);
	if (scan->folded.data != NULL)
		explicit_bzero(scan->folded.data, scan->folded.capacity);
	text_release(&scan->folded);
	*scan = (struct scan){ 0 };
}
