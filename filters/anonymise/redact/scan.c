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

static uint32_t
look_up(struct scan *scan, size_t start, size_t end, const struct lexicon *lexicon)
{
	struct field word = { scan->text.data + start, end - start };
	struct fault fault;

	if (scan->shadow.length == 0)
		return lexicon_look_up(lexicon, word, scan->text.length - start);
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

static void
add_word(struct scan *scan, const char *shadow, size_t start, size_t end, bool capitals,
    const struct lexicon *lexicon)
{
	struct scan_word *word;
	struct field letters;

	if (end - start > 2 && shadow[end - 2] == '\'' && (shadow[end - 1] | ' ') == 's')
		end -= 2;
	if (scan->count == scan->capacity) {
		scan->capacity = scan->capacity ? 2 * scan->capacity : 64;
		scan->words = xreallocarray(scan->words, scan->capacity, sizeof *scan->words);
	}
	letters = (struct field){ scan->text.data + start, end - start };
	word = &scan->words[scan->count++];
	*word = (struct scan_word){ .start = (uint32_t)start,
		.end = (uint32_t)end,
		.classes = look_up(scan, start, end, lexicon),
		.writing = SCAN_SMALL };
	if (capitals || scan->shadow.length != 0)
		word->writing = writing_of(scan, shadow, start, end);
	if ((letters.data[0] | ' ') == 'x' && is_crossed_out(letters))
		word->classes |= LEXICON_MASK;
	scan->classes |= word->classes;
}

/* --- blocks --------------------------------------------------------------------- */

/* What goes over from block to block. */
struct carry {
	struct scan_block last;
	uint64_t letters; /* of the block before, with the apostrophes among them */
	size_t start;     /* of a word that is not over yet */
	bool open;
	bool capitals; /* in that word */
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

/* The words that end in this block; starts and ends take turns. */
static void
add_words(struct scan *scan, const char *shadow, size_t base, const struct scan_block *now,
    uint64_t letters, struct carry *carry, const struct lexicon *lexicon)
{
	uint64_t edges = letters ^ before(letters, carry->letters, 1);

	for (; edges != 0; edges &= edges - 1) {
		unsigned at = (unsigned)__builtin_ctzll(edges);

		if (!carry->open) {
			carry->start = base + at;
			carry->open = true;
			carry->capitals = false;
		} else {
			uint64_t mine = now->capitals & ((UINT64_C(1) << at) - 1);

			if (carry->start >= base)
				mine &= ~UINT64_C(0) << (carry->start - base);
			add_word(scan, shadow, carry->start, base + at,
			    carry->capitals || mine != 0, lexicon);
			carry->open = false;
		}
	}
	if (carry->open)
		carry->capitals |= carry->start < base
		    ? now->capitals != 0
		    : (now->capitals & ~UINT64_C(0) << (carry->start - base)) != 0;
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
	struct carry carry = { .open = false };
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
