/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * transcode: other encodings to UTF-8, and back to the very same bytes.
 *
 * What is no text in the encoding (an unpaired surrogate, half a code unit at the
 * end) becomes bytes that are no UTF-8, so that the record is found, and encoding
 * gives them back.  For all bytes x: encode(decode(x)) == x.
 *
 * Not iconv: it refuses the bytes that windows-1252 leaves undefined and surrogates
 * without their other half, its tables are files that may not be there, and
 * there is no way back from what it has skipped.
 */
#ifndef MHSW_TRANSCODE_H
#define MHSW_TRANSCODE_H

#include "memory.h"

#include <stdbool.h>
#include <stddef.h>

enum transcode {
	TRANSCODE_UTF8,         /* as it is, whatever it is */
	TRANSCODE_WINDOWS_1252, /* as WHATWG has it: every byte is a character */
	TRANSCODE_UTF16,        /* the byte-order mark decides; little-endian without one */
	TRANSCODE_UTF16LE,
	TRANSCODE_UTF16BE
};

/* The most bytes that decoding makes at a time: with this room it always goes on,
 * unless the input ends inside a character. */
#define TRANSCODE_LONGEST ((size_t)4)

/* Decodes as much of length bytes as fits into room; *taken is how much that was.
 * A character that is not there in full waits for more, unless at_end says that
 * no more comes.  Gives the bytes written.  TRANSCODE_UTF16 reads as UTF16LE. */
size_t transcode_decode(enum transcode encoding, const char *data, size_t length, bool at_end,
    char *out, size_t room, size_t *taken);

/* Appends the bytes from which decoding made these; they are whole characters. */
void transcode_encode(enum transcode encoding, const char *data, size_t length, struct buffer *out);

/* How many bytes of the file the character has that begins with this byte of its
 * decoded form; 0 inside a character.  For UTF-8 every byte is one. */
size_t transcode_width(enum transcode encoding, char byte);

#endif
