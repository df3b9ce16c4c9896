/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_blocks: the look at a text that tells whether there is anything to find. */
#include "scan_blocks.h"

#if defined(SCAN_VECTORS)

/* What a rule could begin with, or is not ASCII; after: the same, one byte on. */
static __m128i
is_rich(__m128i bytes, __m128i after)
{
	return _mm_or_si128(_mm_or_si128(scan_within(bytes, '0', 10), scan_is_rare(bytes)),
	    _mm_andnot_si128(scan_is_blank(after), scan_is(bytes, '.')));
}

enum scan_look
scan_look(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;
	char last[SCAN_PART + 1];
	__m128i rich = _mm_setzero_si128();
	__m128i all = _mm_setzero_si128();
	size_t at = 0;

	/* of each part the byte behind it is looked at too */
	for (; length - at > SCAN_PART; at += SCAN_PART) {
		__m128i bytes = scan_load(data + at);

		rich = _mm_or_si128(rich, is_rich(bytes, scan_load(data + at + 1)));
		all = _mm_or_si128(all, bytes);
	}
	memset(last, ' ', sizeof last);
	memcpy(last, data + at, length - at);
	rich = _mm_or_si128(rich, is_rich(scan_load(last), scan_load(last + 1)));
	all = _mm_or_si128(all, scan_load(last));
	if (_mm_movemask_epi8(all) != 0)
		return SCAN_UNICODE;
	return _mm_movemask_epi8(rich) != 0 ? SCAN_RICH : SCAN_BARE;
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
