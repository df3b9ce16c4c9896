/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz_transcode: every input, in every encoding, comes back byte for byte; pieces
 * and small rooms make no difference; what is said of widths adds up.
 */
#include "../../filters/lib/text.h"
#include "../../filters/lib/transcode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
	do {                                                                                       \
		if (!(condition))                                                                  \
			abort();                                                                   \
	} while (0)

/* Decodes with so much room at a time, and so many bytes more at a time. */
static void
decode(enum transcode encoding, const char *data, size_t length, size_t room, size_t piece,
    struct buffer *out)
{
	size_t known = 0;
	size_t at = 0;

	while (at < length) {
		size_t taken;
		size_t written;

		known = length - known > piece ? known + piece : length;
		buffer_reserve(out, room);
		do {
			buffer_reserve(out, room);
			written = transcode_decode(encoding, data + at, known - at, known == length,
			    out->data + out->length, room, &taken);
			REQUIRE(written <= room && taken <= known - at);
			out->length += written;
			at += taken;
		} while (taken != 0);
		REQUIRE(known - at < TRANSCODE_LONGEST);
	}
}

static void
there_and_back(enum transcode encoding, const char *data, size_t length)
{
	struct buffer whole = { 0 };
	struct buffer parts = { 0 };
	struct buffer back = { 0 };
	size_t width = 0;

	decode(encoding, data, length, 3 * length + TRANSCODE_LONGEST, length, &whole);
	decode(encoding, data, length, TRANSCODE_LONGEST, 1, &parts);
	REQUIRE(whole.length == parts.length);
	REQUIRE(whole.length == 0 || memcmp(whole.data, parts.data, whole.length) == 0);
	transcode_encode(encoding, whole.data, whole.length, &back);
	REQUIRE(back.length == length);
	REQUIRE(length == 0 || memcmp(back.data, data, length) == 0);
	for (size_t i = 0; i < whole.length; i++)
		width += transcode_width(encoding, whole.data[i]);
	REQUIRE(width == length);
	if (encoding == TRANSCODE_WINDOWS_1252)
		REQUIRE(text_invalid_at(whole.data, whole.length) == whole.length);
	buffer_release(&whole);
	buffer_release(&parts);
	buffer_release(&back);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (int encoding = TRANSCODE_UTF8; encoding <= TRANSCODE_UTF16BE; encoding++)
		there_and_back((enum transcode)encoding, (const char *)data, size);
	return 0;
}
