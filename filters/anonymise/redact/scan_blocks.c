/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_blocks: the look at a text that tells whether there is anything to find. */
#include "scan_blocks.h"

#include "../../lib/text_ascii.h"

#if defined(SCAN_VECTORS)

/* What a rule could begin with, or is not ASCII; after: the same, one byte on. */
static __m128i
is_rich(__m128i bytes, __m128i after)
{
	return _mm_or_si128(_mm_or_si128(scan_within(bytes, '0', 10), scan_is_rare(bytes)),
	    _mm_andnot_si128(scan_is_blank(after), scan_is(bytes, '.')));
}

static bool
is_ascii(const char *data, size_t length)
{
	return text_ascii_length(data, length) == length;
}

enum scan_look
scan_look(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;
	char last[SCAN_PART + 1];
	size_t at = 0;

	/* of each part the byte behind it is looked at too */
	for (; length - at > SCAN_PART; at += SCAN_PART)
		if (_mm_movemask_epi8(is_rich(scan_load(data + at), scan_load(data + at + 1))) != 0)
			return is_ascii(data + at, length - at) ? SCAN_RICH : SCAN_UNICODE;
	memset(last, ' ', sizeof last);
	memcpy(last, data + at, length - at);
	if (_mm_movemask_epi8(is_rich(scan_load(last), scan_load(last + 1))) == 0)
		return SCAN_BARE;
	return is_ascii(last, SCAN_PART) ? SCAN_RICH : SCAN_UNICODE;
}

#else

enum scan_look
scan_look(struct field text)
{
	enum scan_look look = SCAN_BARE;

	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];

		if (byte >= 0x80)
			return SCAN_UNICODE;
		if ((byte >= '0' && byte <= '9') || scan_is_rare(byte)
		    || (byte == '.' && i + 1 < text.length
		        && !scan_is_blank((unsigned char)text.data[i + 1])))
			look = SCAN_RICH;
	}
	return look;
}

#endif
