/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text: UTF-8, and normalisation that remembers where each byte came from.
 */
#ifndef MHSW_TEXT_H
#define MHSW_TEXT_H

#include "diag.h"
#include "field.h"
#include "memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The offset of the first byte that is not well-formed UTF-8 (RFC 3629:
 * no surrogates, no overlong forms), or length when all is well. */
size_t text_invalid_at(const char *data, size_t length);
/* Appends the text with each byte that is not well-formed UTF-8 as U+FFFD. */
void text_mend(struct buffer *out, struct field text);
enum text_kind {
	TEXT_OTHER,   /* no letter */
	TEXT_CAPITAL, /* titlecase too */
	TEXT_SMALL,
	TEXT_CASELESS, /* a letter of a script without capitals */
	TEXT_MARK      /* it goes with the letter before it */
};

/* What the character at a byte offset is, by its Unicode category; *bytes is how long it
 * is, at least 1. */
enum text_kind text_kind(struct field text, size_t at, size_t *bytes);
/* Unicode characters (code points) of well-formed UTF-8. */
size_t text_characters(struct field field);
/* The beginning of well-formed UTF-8, of at most so many bytes, with no character in part. */
struct field text_cut(struct field text, size_t bytes);
/* Appends the text, and blanks up to so many characters. */
void text_pad(struct buffer *out, const char *text, size_t width);
/* Appends "  title: text" in lines of at most 80 columns, further ones four blanks in. */
void text_explain(struct buffer *out, const char *title, const char *text);
/* From start on, what a terminal would obey becomes '?', but for the characters spared,
 * such as "\n". */
void text_disarm(struct buffer *out, size_t start, const char *spared);

/*
 * A normalised copy for matching: NFC, case folded, curly quotes and dashes
 * made plain (' " -), no-break and other spaces made one blank each, full-width
 * forms and the digits of all scripts as ASCII has them, soft hyphens, zero-width
 * characters and control characters that stand for no blank gone.
 *
 * origin[i] is the byte offset in the original where the character that wrote
 * byte i begins; origin[length] is the original's length.  A span [a, b) of
 * the copy is [origin[a], origin[b]) of the original.
 * {0} is empty; room is reused from call to call.
 */
struct text {
	char *data;
	size_t length;
	uint32_t *origin;
	size_t capacity;
};

/* The original is well-formed UTF-8 of at most 4 GiB. */
bool text_normalise(struct text *text, struct field original, struct fault *fault);
/* The same with capitals and small letters as they are. */
bool text_plain(struct text *text, struct field original, struct fault *fault);
/* Wipes and frees. */
void text_release(struct text *text);

#endif
