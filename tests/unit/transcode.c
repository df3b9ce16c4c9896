/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transcode: what the bytes mean, and that all of them come back. */
#include "../../filters/lib/transcode.h"

#include "../../filters/lib/text.h"
#include "unit.h"

#include <stdlib.h>

static struct field
decoded(enum transcode encoding, const char *data, size_t length, struct buffer *out)
{
	size_t taken;

	buffer_clear(out);
	buffer_reserve(out, 3 * length + TRANSCODE_LONGEST);
	out->length = transcode_decode(
	    encoding, data, length, true, out->data, 3 * length + TRANSCODE_LONGEST, &taken);
	CHECK(taken == length);
	return (struct field){ out->data, out->length };
}

#define DECODED(encoding, bytes, text)                                                             \
	CHECK_FIELD(decoded(encoding, bytes, sizeof bytes - 1, &out), text)

static void
check_meaning(void)
{
	struct buffer out = { 0 };

	DECODED(TRANSCODE_UTF8, "a\xFF\xC3\xA9", "a\xFF\xC3\xA9");
	DECODED(TRANSCODE_WINDOWS_1252, "caf\xE9 \x93x\x94 \x80", "café “x” €");
	/* undefined bytes are the C1 controls of the same number */
	DECODED(TRANSCODE_WINDOWS_1252, "\x81\x8D\x8F\x90\x9D",
	    "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D");
	DECODED(TRANSCODE_UTF16LE, "a\0\xE9\0\xAC\x20\x3D\xD8\x4B\xDE", "aé€🙋");
	DECODED(TRANSCODE_UTF16, "a\0", "a");
	DECODED(TRANSCODE_UTF16BE, "\0a\0\xE9\x20\xAC\xD8\x3D\xDE\x4B", "aé€🙋");
	/* half a character is no UTF-8 */
	DECODED(TRANSCODE_UTF16LE, "\0\xD8x\0", "\xED\xA0\x80x");
	DECODED(TRANSCODE_UTF16LE, "\0\xDC", "\xED\xB0\x80");
	DECODED(TRANSCODE_UTF16BE, "\xD8\0\xD8\0\xDC\0", "\xED\xA0\x80\xF0\x90\x80\x80");
	DECODED(TRANSCODE_UTF16LE, "a\0x", "a\xFF\x87\x88");
	DECODED(TRANSCODE_UTF16LE, "\0\xD8\xD8", "\xED\xA0\x80\xFF\x8D\x88");
	buffer_release(&out);
}

/* A character that is cut waits for the rest. */
static void
check_pieces(void)
{
	char out[16];
	size_t taken;

	CHECK(transcode_decode(TRANSCODE_UTF16LE, "a\0\x3D", 3, false, out, 16, &taken) == 1);
	CHECK(taken == 2);
	CHECK(transcode_decode(TRANSCODE_UTF16LE, "\x3D\xD8\x4B", 3, false, out, 16, &taken) == 0);
	CHECK(taken == 0);
	CHECK(
	    transcode_decode(TRANSCODE_UTF16LE, "\x3D\xD8\x4B\xDE", 4, false, out, 4, &taken) == 4);
	CHECK(taken == 4);
	CHECK(transcode_decode(TRANSCODE_WINDOWS_1252, "abcdefgh", 8, false, out, 4, &taken) == 4);
	CHECK(taken == 4);
	CHECK(transcode_decode(TRANSCODE_WINDOWS_1252, "\x80\x80", 2, false, out, 4, &taken) == 3);
	CHECK(taken == 1);
	CHECK(transcode_decode(TRANSCODE_UTF8, "abc", 3, false, out, 2, &taken) == 2);
	CHECK(taken == 2);
}

static bool
comes_back(enum transcode encoding, const char *data, size_t length)
{
	char decoding[32];
	struct buffer back = { 0 };
	size_t taken;
	size_t width = 0;
	size_t decoded_length =
	    transcode_decode(encoding, data, length, true, decoding, sizeof decoding, &taken);
	bool good;

	transcode_encode(encoding, decoding, decoded_length, &back);
	for (size_t i = 0; i < decoded_length; i++)
		width += transcode_width(encoding, decoding[i]);
	good = taken == length && back.length == length && width == length
	    && memcmp(back.data, data, length) == 0;
	buffer_release(&back);
	return good;
}

/* All bytes, all code units before all kinds of others, all odd ends. */
static void
check_all(void)
{
	static const char *const neighbours[] = { "a\0", "\0\xD8", "\xFF\xDB", "\0\xDC", "\xFF\xDF",
		"\xFF\xFE" };
	size_t lost = 0;

	for (unsigned byte = 0; byte < 256; byte++) {
		char data[] = { (char)byte };

		for (int encoding = TRANSCODE_UTF8; encoding <= TRANSCODE_UTF16BE; encoding++)
			lost += !comes_back((enum transcode)encoding, data, 1);
	}
	CHECK(lost == 0);
	for (unsigned unit = 0; unit < 0x10000; unit++)
		for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++) {
			char data[] = { (char)(unit & 0xFF), (char)(unit >> 8), neighbours[i][0],
				neighbours[i][1], (char)(unit >> 8) };

			for (size_t length = 2; length <= sizeof data; length++) {
				lost += !comes_back(TRANSCODE_UTF16LE, data, length);
				lost += !comes_back(TRANSCODE_UTF16BE, data, length);
			}
		}
	CHECK(lost == 0);
}

int
main(void)
{
	check_meaning();
	check_pieces();
	check_all();
	return unit_done();
}
