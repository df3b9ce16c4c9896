/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan: one pass over a text that finds its words, looks each up once, and notes what
 * else stands in it, so that whatever cannot match is never tried.
 *
 * The text is in plain form (text_plain): quotes, dashes and blanks as ASCII has them;
 * capitals as they were.
 */
#ifndef ANONYMISE_SCAN_H
#define ANONYMISE_SCAN_H

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../../lib/text.h"
#include "lexicon.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scan_writing {
	SCAN_SMALL,       /* smith */
	SCAN_CAPITALISED, /* Smith, McDonald, O'Brien, J: a capital first, not all of them */
	SCAN_CAPITALS,    /* SMITH, O'BRIEN: two letters or more */
	SCAN_MIXED,       /* mR: small letters first */
	SCAN_CASELESS     /* of a script that has no capitals */
};

/* A run of letters and marks.  An apostrophe between two letters belongs to it
 * (O'Brien, don't); a possessive 's at its end does not.  Hyphens, digits and all else
 * end it. */
struct scan_word {
	uint32_t start; /* byte offsets in the text */
	uint32_t end;
	uint32_t classes;          /* enum lexicon_class; 0: not a word of the lexicon */
	enum scan_writing writing; /* of its letters */
};

/* What a text has to hold before a rule is worth its time. */
enum scan_feature {
	SCAN_AT = 1 << 0,           /* @ */
	SCAN_URL = 1 << 1,          /* :// */
	SCAN_LETTER_DIGIT = 1 << 2, /* a letter and a digit behind it: NG3 */
	SCAN_DIGIT_LETTER = 1 << 3, /* a digit and a letter behind it: 56B */
	SCAN_INWARD = 1 << 4,       /* a digit and two letters, no more: 6AA */
	SCAN_DATE = 1 << 5,         /* digits, one of - / . and a digit */
	SCAN_PLUS = 1 << 6,         /* + */
	SCAN_PAIR = 1 << 7,         /* two letters alone, one mark at most, a digit: AB 12 */
	SCAN_DOT = 1 << 8           /* . and no blank behind it: example.org */
};

/* Runs of fewer digits than this are told apart by how many they have. */
#define SCAN_DIGITS 12

/* {0} is an empty scan; room is reused from text to text. */
struct scan {
	struct field text; /* borrowed; masks that stand in it are blanked out (SCAN_BLANK) */
	bool copied;       /* they were, or it is not ASCII */
	struct scan_word *words;
	size_t count;
	size_t capacity;
	uint32_t classes;  /* of all words together */
	unsigned features; /* enum scan_feature */
	/* digits: of the run with most of them, where up to three marks may stand between
	 * two; run_at[n]: where the first run of n or more begins (as far as n < SCAN_DIGITS
	 * and n <= digits) */
	size_t digits;
	size_t run_at[SCAN_DIGITS];
	size_t first_digit; /* where there is one */
	size_t last_digit;  /* SIZE_MAX: there is none */
	/* where the first word of a class stands, by the number of its bit; of classes of
	 * LEXICON_OF_NUMBERS that are there, no others */
	size_t class_at[LEXICON_CLASSES];
	/* a copy, where the text itself cannot be read as it stands */
	struct buffer shadow;
	struct buffer blanked;
	struct text folded;
};

/* In the place of a mask that was there already, such as [REDACTED]: no rule finds it. */
#define SCAN_BLANK '\x01'

/* Scans a text in plain form, which is borrowed until the next one. */
void scan_text(struct scan *scan, struct field text, const struct lexicon *lexicon);
/* As scan_text, but of the words no more than the classes of all together: what rules ask
 * for.  Quick where the lexicon has few words. */
void scan_classes(struct scan *scan, struct field text, const struct lexicon *lexicon);
/* The text of the last scan_text again, not copied then, in which whole words were blanked
 * out (SCAN_BLANK) since: the others are not looked up again. */
void scan_rest(struct scan *scan, struct field text, const struct lexicon *lexicon);
/* Wipes and frees. */
void scan_release(struct scan *scan);

#endif
