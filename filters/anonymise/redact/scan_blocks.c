/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_blocks: whether there is anything in a text that a rule could begin with. */
#include "scan_blocks.h"

#if defined(SCAN_VECTORS)

bool
scan_bare(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;
	char last[SCAN_PART + 1];
	size_t at = 0;

	/* of each part the byte behind it is looked at too */
	for (; length - at > SCAN_PART; at += SCAN_PART) {
		__m128i bytes = scan_load(data + at);
		__m128i dots =
		    _mm_andnot_si128(scan_is_blank(scan_load(data + at + 1)), scan_is(bytes, '.'));
		__m128i digits = scan_within(bytes, '0', 10);

		if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(dots, digits), scan_is_rare(bytes)))
		    != 0)
			return false;
	}
	memset(last, ' ', sizeof last);
	memcpy(last, data + at, length - at);
	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(scan_within(scan_load(last), '0', 10),
	                                          scan_is_rare(scan_load(last))),
	           _mm_andnot_si128(
	               scan_is_blank(scan_load(last + 1)), scan_is(scan_load(last), '.'))))
	    == 0;
}

#else

bool
scan_bare(struct field text)
{
	const char *data = text.data;
	size_t length = text.length;

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)data[i];

		if ((byte >= '0' && byte <= '9') || scan_is_rare(byte)
		    || (byte == '.' && i + 1 < length
		        && !scan_is_blank((unsigned char)data[i + 1])))
			return false;
	}
	return true;
}

#endif
