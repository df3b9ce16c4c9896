/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * draft: a text in the making, of a fixed size; what does not fit is left out.
 */
#ifndef GENERATE_DRAFT_H
#define GENERATE_DRAFT_H

#include <stddef.h>
#include <string.h>

#define DRAFT_MAX 4096

struct draft {
	size_t length;
	char data[DRAFT_MAX];
};

static inline void
draft_bytes(struct draft *draft, const char *data, size_t length)
{
	if (length > DRAFT_MAX - draft->length)
		length = DRAFT_MAX - draft->length;
	memcpy(draft->data + draft->length, data, length);
	draft->length += length;
}

static inline void
draft_text(struct draft *draft, const char *text)
{
	draft_bytes(draft, text, strlen(text));
}

static inline void
draft_char(struct draft *draft, char c)
{
	draft_bytes(draft, &c, 1);
}

/* value with at least width digits. */
static inline void
draft_number(struct draft *draft, unsigned long long value, unsigned width)
{
	char digits[24];
	size_t at = sizeof digits;

	for (unsigned written = 0; written < width || value != 0; written++) {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	}
	draft_bytes(draft, digits + at, sizeof digits - at);
}

#endif
