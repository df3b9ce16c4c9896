/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan: one pass over a text that finds its words and what else stands in it. */
#include "scan.h"

#include "../../lib/ascii.h"
#include "../../lib/text_ascii.h"
#include "lexicon_table.h"
#include "scan_blocks.h"
#include "scan_copy.h"

#include <stdlib.h>

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

/* capitals: there are some among its letters.  There is room for it. */
static inline void
add_word(struct scan *scan, const char *shadow, size_t start, size_t end, bool capitals,
    const struct lexicon *lexicon)
{
	struct field letters = { scan->text.data + start, end - start };
	struct scan_word *word = &scan->words[scan->count++];
	bool ascii = shadow == scan->text.data;

	word->start = (uint32_t)start;
	word->end = (uint32_t)end;
	word->classes = ascii ? lexicon_look_up(lexicon, letters, scan->text.length - start)
	                      : look_up(scan, letters, lexicon);
	word->writing = capitals || !ascii ? writing_of(scan, shadow, start, end) : SCAN_SMALL;
	if ((letters.data[0] | ' ') == 'x' && is_crossed_out(letters))
		word->classes |= LEXICON_MASK;
	scan->classes |= word->classes;
}

/* --- blocks --------------------------------------------------------------------- */

/* What goes over from block to block. */
struct carry {
	struct scan_block last;
	uint64_t letters; /* of the block before, with the apostrophes among them */
	size_t start;     /* of a word that was not over there */
	bool capitals;    /* in that word */
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
	uint64_t letters = before(now->letters, last->letters, 1);
	uint64_t digits = before(now->digits, last->digits, 1);
	unsigned features = 0;

	if ((letters & now->digits) != 0)
		features |= SCAN_LETTER_DIGIT;
	if ((digits & now->letters) != 0)
		features |= SCAN_DIGIT_LETTER;
	if ((before(now->digits, last->digits, 3) & before(now->letters, last->letters, 2) & letters
	        & ~(now->letters | now->digits))
	    != 0)
		features |= SCAN_INWARD;
	if ((before(now->digits, last->digits, 2) & before(now->marks, last->marks, 1)
	        & now->digits)
	    != 0)
		features |= SCAN_DATE;
	return features;
}

static unsigned
rare_features(const char *shadow, size_t length, size_t base, uint64_t rare)
{
	unsigned features = 0;

	for (; rare != 0; rare &= rare - 1) {
		size_t at = base + (size_t)__builtin_ctzll(rare);

		if (shadow[at] == '@')
			features |= SCAN_AT;
		else if (shadow[at] == '+')
			features |= SCAN_PLUS;
		else if (shadow[at] == ':' && length - at > 2 && shadow[at + 1] == '/'
		    && shadow[at + 2] == '/')
			features |= SCAN_URL;
	}
	return features;
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

/* The words that end in this block. */
static void
add_words(struct scan *scan, const char *shadow, size_t base, const struct scan_block *now,
    uint64_t letters, struct carry *carry, const struct lexicon *lexicon)
{
	uint64_t shifted = before(letters, carry->letters, 1);
	uint64_t starts = letters & ~shifted;
	uint64_t ends = shifted & ~letters;
	bool apostrophes = (now->apostrophes | carry->last.apostrophes) != 0;
	bool open = carry->letters >> 63 != 0;

	reserve_words(scan);
	for (; ends != 0; ends &= ends - 1) {
		unsigned end = (unsigned)__builtin_ctzll(ends);
		uint64_t capitals = now->capitals & ((UINT64_C(1) << end) - 1);
		size_t start = carry->start;
		size_t stop = base + end;

		if (open) {
			capitals |= carry->capitals;
			open = false;
		} else {
			unsigned first = (unsigned)__builtin_ctzll(starts);

			capitals >>= first;
			start = base + first;
			starts &= starts - 1;
		}
		if (apostrophes)
			stop = without_possessive(shadow, start, stop);
		add_word(scan, shadow, start, stop, capitals != 0, lexicon);
	}
	if (starts != 0) {
		unsigned first = (unsigned)__builtin_ctzll(starts);

		carry->start = base + first;
		carry->capitals = now->capitals >> first != 0;
	} else if (open) {
		carry->capitals |= now->capitals != 0;
	}
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

	for (size_t at = first; at < scan->text.length; at++) {
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

static void
scan_as(struct scan *scan, const char *shadow, const struct lexicon *lexicon)
{
	struct carry carry = { .start = 0 };
	size_t length = scan->text.length;
	size_t first_digit = length;

	/* the block past the end closes the last word */
	for (size_t base = 0; base <= length; base += SCAN_BLOCK_BYTES) {
		size_t left = length - base;
		struct scan_block now =
		    scan_block(shadow + base, left < SCAN_BLOCK_BYTES ? left : SCAN_BLOCK_BYTES);
		uint64_t letters = now.letters;

		if (now.apostrophes != 0) {
			uint64_t next = now.letters >> 1;

			if (left > SCAN_BLOCK_BYTES
			    && ascii_is_letter(shadow[base + SCAN_BLOCK_BYTES]))
				next |= UINT64_C(1) << 63;
			letters |=
			    now.apostrophes & next & before(now.letters, carry.last.letters, 1);
		}
		if ((now.digits | carry.last.digits) != 0)
			scan->features |= features_of(&now, &carry.last);
		if (now.rare != 0)
			scan->features |= rare_features(shadow, length, base, now.rare);
		if (now.digits != 0 && first_digit == length)
			first_digit = base + (size_t)__builtin_ctzll(now.digits);
		add_words(scan, shadow, base, &now, letters, &carry, lexicon);
		carry.last = now;
		carry.letters = letters;
	}
	if (first_digit < length)
		find_runs(scan, first_digit);
}

void
scan_text(struct scan *scan, struct field text, const struct lexicon *lexicon)
{
	bool ascii;

	scan->count = 0;
	scan->classes = 0;
	scan->features = 0;
	scan->digits = 0;
	scan->run_at[0] = 0;
	buffer_clear(&scan->shadow);
	scan->text = scan_blank_masks(scan, text);
	ascii = text_ascii_length(text.data, text.length) == text.length;
	scan_as(scan, ascii ? scan->text.data : scan_shadow(scan, scan->text), lexicon);
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
