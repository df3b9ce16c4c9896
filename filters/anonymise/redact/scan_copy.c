/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan_copy: copies of a text, where it cannot be scanned as it stands. */
#include "scan_copy.h"

/* [REDACTED], [NAME], [NHS-NUMBER]: its length, or 0. */
static size_t
mask_length(const char *data, size_t length)
{
	size_t at = 1;

	while (at < length && at < 40
	    && ((data[at] >= 'A' && data[at] <= 'Z') || data[at] == '-' || data[at] == '_'))
		at++;
	return at > 2 && at < length && data[at] == ']' ? at + 1 : 0;
}

struct field
scan_blank_masks(struct scan *scan, struct field text)
{
	bool copied = false;
	size_t at = 0;

	while (at < text.length) {
		const char *bracket = memchr(text.data + at, '[', text.length - at);
		size_t length;

		if (bracket == NULL)
			break;
		at = (size_t)(bracket - text.data);
		length = mask_length(bracket, text.length - at);
		if (length == 0) {
			at++;
			continue;
		}
		if (!copied) {
			buffer_clear(&scan->blanked);
			buffer_append(&scan->blanked, text.data, text.length);
			text.data = scan->blanked.data;
			copied = true;
		}
		memset(scan->blanked.data + at, SCAN_BLANK, length);
		at += length;
	}
	return text;
}

const char *
scan_shadow(struct scan *scan, struct field text)
{
	size_t bytes = 1;

	buffer_clear(&scan->shadow);
	buffer_append(&scan->shadow, text.data, text.length);
	for (size_t at = 0; at < text.length; at += bytes) {
		char letter = ' ';

		bytes = 1;
		if ((unsigned char)text.data[at] < 0x80)
			continue;
		switch (text_kind(text, at, &bytes)) {
		case TEXT_CAPITAL:
			letter = 'A';
			break;
		case TEXT_SMALL:
		case TEXT_CASELESS:
		case TEXT_MARK:
			letter = 'a';
			break;
		case TEXT_OTHER:
			break;
		}
		memset(scan->shadow.data + at, letter, bytes);
	}
	return scan->shadow.data;
}
