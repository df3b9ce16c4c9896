/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan: one pass over a text that finds its words and what else stands in it. */
#include "scan.h"

#include "../../lib/ascii.h"
#include "../../lib/text_ascii.h"
#include "scan_copy.h"
#include "scan_words.h"

#include <stdlib.h>

/* How much of the words is asked for. */
enum depth { DEPTH_WORDS, DEPTH_CLASSES, DEPTH_NONE };

/* --- blocks --------------------------------------------------------------------- */

static unsigned
features_of(const struct scan_block *now, const struct scan_block *last)
{
	uint64_t letter = scan_before(now->letters, last->letters, 1);
	uint64_t letter2 = scan_before(now->letters, last->letters, 2);
	uint64_t letter3 = scan_before(now->letters, last->letters, 3);
	uint64_t digit = scan_before(now->digits, last->digits, 1);
	uint64_t other = ~(letter | digit);
	unsigned features = 0;

	if ((letter & now->digits) != 0)
		features |= SCAN_LETTER_DIGIT;
	if ((digit & now->letters) != 0)
		features |= SCAN_DIGIT_LETTER;
	if ((scan_before(now->digits, last->digits, 3) & letter2 & letter
	        & ~(now->letters | now->digits))
	    != 0)
		features |= SCAN_INWARD;
	if ((scan_before(now->digits, last->digits, 2) & scan_before(now->marks, last->marks, 1)
	        & now->digits)
	    != 0)
		features |= SCAN_DATE;
	if ((((letter & letter2 & ~letter3)
	         | (other & letter2 & letter3 & ~scan_before(now->letters, last->letters, 4)))
	        & now->digits)
	    != 0)
		features |= SCAN_PAIR;
	return features;
}

/* Of a byte that is rare in texts. */
static unsigned
rare_feature(const char *shadow, size_t length, size_t at, struct scan_carry *carry)
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
dot_feature(const struct scan_block *now, const struct scan_carry *carry, size_t left)
{
	uint64_t valid = left >= SCAN_BLOCK_BYTES ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;

	if (carry->copied)
		return now->dots != 0 ? SCAN_DOT : 0;
	return (scan_before(now->dots, carry->last.dots, 1) & ~now->blanks & valid) != 0 ? SCAN_DOT
	                                                                                 : 0;
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

	return now->letters
	    | (now->apostrophes & after & scan_before(now->letters, last->letters, 1));
}

/* All that is asked of a block. */
static inline __attribute__((always_inline)) void
add_block(struct scan *scan, const char *shadow, size_t base, struct scan_carry *carry,
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
		scan_add_words(scan, shadow, base, &now, letters, carry, lexicon);
	else if (depth == DEPTH_CLASSES)
		scan_add_classes(scan, base, (now.apostrophes | carry->last.apostrophes) != 0,
		    letters, carry, lexicon);
	carry->last = now;
	carry->letters = letters;
}

/* False where the text has to be copied first. */
static inline __attribute__((always_inline)) bool
scan_as(struct scan *scan, const char *shadow, bool copied, const struct lexicon *lexicon,
    enum depth depth)
{
	struct scan_carry carry = { .copied = copied };

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
		scan_note_classes(scan, word.start, word.classes);
		scan->words[scan->count++] = word;
	}
}

void
scan_release(struct scan *scan)
{
	if (scan->words != NULL)
		explicit_bzero(scan->words, scan->capacity * sizeof *scan->words);
	free(scan->words);
	buffer_release(&scan->shadow);
	buffer_release(&scan->blanked);
	if (scan->folded.data != NULL)
		explicit_bzero(scan->folded.data, scan->folded.capacity);
	text_release(&scan->folded);
	*scan = (struct scan){ 0 };
}
