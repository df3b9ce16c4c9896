/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transcode: other encodings to UTF-8, and back to the very same bytes. */
#include "transcode.h"

#include "text_ascii.h"

#include <stdint.h>
#include <string.h>

/* Begins the three bytes that stand for a byte which is no half of a character:
 * it is in no UTF-8, and no decoded character begins with it. */
#define ODD_BYTE 0xFFu

/* 0x80 to 0x9F; WHATWG Encoding Standard, index windows-1252. */
static const uint16_t windows[32] = { 0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
	0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018,
	0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
	0x009D, 0x017E, 0x0178 };

/* UTF-8 of a code point, surrogates too. */
static size_t
put(char *out, uint32_t code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

/* The code point that put wrote; *data goes behind it. */
static uint32_t
get(const unsigned char **data)
{
	const unsigned char *in = *data;

	if (in[0] < 0x80) {
		*data += 1;
		return in[0];
	}
	if (in[0] < 0xE0) {
		*data += 2;
		return (in[0] & 0x1Fu) << 6 | (in[1] & 0x3Fu);
	}
	if (in[0] < 0xF0) {
		*data += 3;
		return (in[0] & 0x0Fu) << 12 | (in[1] & 0x3Fu) << 6 | (in[2] & 0x3Fu);
	}
	*data += 4;
	return (in[0] & 0x07u) << 18 | (in[1] & 0x3Fu) << 12 | (in[2] & 0x3Fu) << 6
	    | (in[3] & 0x3Fu);
}

static size_t
decode_windows(const char *data, size_t length, char *out, size_t room, size_t *taken)
{
	size_t written = 0;
	size_t at = 0;

	while (at < length && room - written >= TRANSCODE_LONGEST) {
		size_t most = length - at < room - written ? length - at : room - written;
		size_t plain = text_ascii_length(data + at, most);

		memcpy(out + written, data + at, plain);
		written += plain;
		at += plain;
		if (plain == most || room - written < TRANSCODE_LONGEST)
			break;
		for (; at < length && room - written >= TRANSCODE_LONGEST; at++) {
			unsigned char byte = (unsigned char)data[at];

			if (byte < 0x80)
				break;
			written += put(out + written, byte < 0xA0 ? windows[byte - 0x80] : byte);
		}
	}
	*taken = at;
	return written;
}

static uint32_t
unit_at(const char *data, bool big)
{
	uint32_t first = (unsigned char)data[0];
	uint32_t second = (unsigned char)data[1];

	return big ? first << 8 | second : second << 8 | first;
}

static size_t
decode_utf16(
    const char *data, size_t length, bool big, bool at_end, char *out, size_t room, size_t *taken)
{
	size_t written = 0;
	size_t at = 0;

	while (length - at >= 2 && room - written >= TRANSCODE_LONGEST) {
		uint32_t code = unit_at(data + at, big);

		if (code >> 10 == 0xD800 >> 10) {
			if (length - at < 4 && !at_end)
				break;
			if (length - at >= 4) {
				uint32_t low = unit_at(data + at + 2, big);

				if (low >> 10 == 0xDC00 >> 10) {
					code = 0x10000 + ((code & 0x3FF) << 10 | (low & 0x3FF));
					at += 2;
				}
			}
		}
		at += 2;
		written += put(out + written, code);
	}
	if (at_end && length - at == 1 && room - written >= TRANSCODE_LONGEST) {
		unsigned byte = (unsigned char)data[at++];

		out[written++] = (char)ODD_BYTE;
		out[written++] = (char)(0x80 | byte >> 4);
		out[written++] = (char)(0x80 | (byte & 0x0F));
	}
	*taken = at;
	return written;
}

size_t
transcode_decode(enum transcode encoding, const char *data, size_t length, bool at_end, char *out,
    size_t room, size_t *taken)
{
	switch (encoding) {
	case TRANSCODE_UTF8:
		break;
	case TRANSCODE_WINDOWS_1252:
		return decode_windows(data, length, out, room, taken);
	case TRANSCODE_UTF16:
	case TRANSCODE_UTF16LE:
	case TRANSCODE_UTF16BE:
		return decode_utf16(
		    data, length, encoding == TRANSCODE_UTF16BE, at_end, out, room, taken);
	}
	*taken = length < room ? length : room;
	if (*taken != 0)
		memcpy(out, data, *taken);
	return *taken;
}

static void
encode_windows(const unsigned char *data, const unsigned char *end, struct buffer *out)
{
	/* no character has more bytes than its UTF-8 */
	buffer_reserve(out, (size_t)(end - data));
	while (data < end) {
		uint32_t code = get(&data);
		uint32_t byte = 0x80;

		if (code < 0x80 || (code >= 0xA0 && code <= 0xFF))
			byte = code;
		else
			while (byte < 0x9F && windows[byte - 0x80] != code)
				byte++;
		out->data[out->length++] = (char)byte;
	}
}

static void
put_unit(struct buffer *out, bool big, uint32_t unit)
{
	out->data[out->length++] = (char)(big ? unit >> 8 : unit & 0xFF);
	out->data[out->length++] = (char)(big ? unit & 0xFF : unit >> 8);
}

static void
encode_utf16(const unsigned char *data, const unsigned char *end, bool big, struct buffer *out)
{
	/* one byte of UTF-8 is two, and so no more */
	buffer_reserve(out, 2 * (size_t)(end - data));
	while (data < end) {
		uint32_t code;

		if (*data == ODD_BYTE) {
			out->data[out->length++] = (char)((data[1] & 0x0F) << 4 | (data[2] & 0x0F));
			data += 3;
			continue;
		}
		code = get(&data);
		if (code >= 0x10000) {
			put_unit(out, big, 0xD800 | (code - 0x10000) >> 10);
			put_unit(out, big, 0xDC00 | (code & 0x3FF));
		} else {
			put_unit(out, big, code);
		}
	}
}

void
transcode_encode(enum transcode encoding, const char *data, size_t length, struct buffer *out)
{
	const unsigned char *in = (const unsigned char *)data;

	if (length == 0)
		return;
	switch (encoding) {
	case TRANSCODE_UTF8:
		buffer_append(out, data, length);
		return;
	case TRANSCODE_WINDOWS_1252:
		encode_windows(in, in + length, out);
		return;
	case TRANSCODE_UTF16:
	case TRANSCODE_UTF16LE:
	case TRANSCODE_UTF16BE:
		encode_utf16(in, in + length, encoding == TRANSCODE_UTF16BE, out);
		return;
	}
}

size_t
transcode_width(enum transcode encoding, char byte)
{
	unsigned char first = (unsigned char)byte;

	if (encoding == TRANSCODE_UTF8)
		return 1;
	if ((first & 0xC0) == 0x80)
		return 0;
	if (encoding == TRANSCODE_WINDOWS_1252 || first == ODD_BYTE)
		return 1;
	return first >= 0xF0 ? 4 : 2;
}
