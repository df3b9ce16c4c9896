/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_kind: what a character is. */
#include "text.h"

#include <utf8proc.h>

enum text_kind
text_kind(struct field text, size_t at, size_t *bytes)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t length = utf8proc_iterate(
	    (const utf8proc_uint8_t *)text.data + at, (utf8proc_ssize_t)(text.length - at), &code);

	*bytes = 1;
	if (length <= 0)
		return TEXT_OTHER;
	*bytes = (size_t)length;
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return TEXT_CAPITAL;
	case UTF8PROC_CATEGORY_LL:
		return TEXT_SMALL;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return TEXT_CASELESS;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return TEXT_MARK;
	default:
		return TEXT_OTHER;
	}
}
