/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * transcode: other encodings to UTF-8, and back to the very same bytes.
 *
 * What is no text in the encoding (an unpaired surrogate, half a code unit at the
 * end) becomes bytes that are no UTF-8, so that the record is found, and encoding
 * gives them back.  For all bytes x: encode(decode(x)) == x.
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

#endif
