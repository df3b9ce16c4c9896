/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes texts: the own check of UTF-8 agrees with utf8proc's, and a normalised
 * copy is UTF-8 in form C whose origins go forwards and begin characters.
 */
#include "../../filters/lib/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool good)
{
	if (!good)
		abort();
}

static size_t
library_invalid_at(const uint8_t *data, size_t size, size_t *characters)
{
	size_t at = 0;

	*characters = 0;
	while (at < size) {
		utf8proc_int32_t code;
		utf8proc_ssize_t bytes =
		    utf8proc_iterate(data + at, (utf8proc_ssize_t)(size - at), &code);

		if (bytes <= 0)
			break;
		at += (size_t)bytes;
		++*characters;
	}
	return at;
}

/* The whole is in form C unless some cluster was cut (64 marks and more). */
static void
check_form(const struct text *text, size_t size)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t length;

	if (size > 120 || memchr(text->data, '\0', text->length) != NULL)
		return;
	length = utf8proc_map((const utf8proc_uint8_t *)text->data, (utf8proc_ssize_t)text->length,
	    &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	require(length == (utf8proc_ssize_t)text->length);
	require(memcmp(composed, text->data, text->length) == 0);
	free(composed);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct text text;
	struct fault fault = { 0 };
	struct field original = { (const char *)data, size };
	size_t characters;

	require(
	    text_invalid_at(original.data, size) == library_invalid_at(data, size, &characters));
	if (text_invalid_at(original.data, size) != size) {
		require(!text_normalise(&text, original, &fault));
		return 0;
	}
	require(text_characters(original) == characters);
	require(text_normalise(&text, original, &fault));
	require(text_invalid_at(text.data, text.length) == text.length);
	require(text.origin[text.length] == size);
	for (size_t i = 0; i < text.length; i++) {
		require(text.origin[i] <= text.origin[i + 1] && text.origin[i] < size);
		require((data[text.origin[i]] & 0xC0) != 0x80);
	}
	check_form(&text, size);
	return 0;
}
